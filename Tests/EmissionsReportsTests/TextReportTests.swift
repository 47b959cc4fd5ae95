import EmissionsDiagnostics
import EmissionsExchange
import EmissionsModel
import EmissionsReports
import EmissionsSyntax
import Testing

/// The report on a small file, by no rules unless profiles are named; `nil` are those of the format.
func validate(_ json: String, maxFindings: Int = 100, profiles: [String]? = []) -> FileReport {
    var options = ReadingOptions(today: CalendarDay(2026, 11, 24))
    options.profiles = profiles
    options.usesOwnSchemas = false
    options.maxFindings = maxFindings
    return Validator(options).validate(path: "in.json", ByteSource(Array(json.utf8)))
}

@Suite struct TextReportTests {
    static let report = TextReport(.off)

    static func finding(_ text: String, indent: Int, width: Int, line: Int = 7) -> Diagnostic {
        Diagnostic(
            "READ-002", .error, "wrong",
            location: SourceLocation(line: line, column: indent + 1, length: width, byteOffset: 0),
            excerpt: Excerpt(text: text, indent: indent, width: width))
    }

    /// The excerpt line and the line of carets.
    static func excerpt(_ finding: Diagnostic) -> [Substring] {
        Array(report.text(of: finding, in: "f").split(separator: "\n")[3...4])
    }

    @Test func caretsStandUnderTheStretch() {
        #expect(Self.excerpt(Self.finding("a = 12,5;", indent: 4, width: 4)) == [" 7 | a = 12,5;", "   |     ^^^^"])
    }

    @Test func theGutterIsAsWideAsTheLineNumber() {
        let lines = Self.excerpt(Self.finding("x", indent: 0, width: 1, line: 12345))
        #expect(lines == ["12345 | x", "      | ^"])
    }

    @Test func wideAndCombiningCharactersKeepTheCaretsInPlace() {
        #expect(Self.excerpt(Self.finding("鋼 x", indent: 2, width: 1))[1] == "   |    ^")
        #expect(Self.excerpt(Self.finding("u\u{308} x", indent: 3, width: 1))[1] == "   |   ^")
    }

    @Test func aLongLineIsShownAroundTheStretch() {
        let text = String(repeating: "-", count: 500) + "HERE" + String(repeating: "-", count: 500)
        let lines = Self.excerpt(Self.finding(text, indent: 500, width: 4))
        #expect(lines[0].count < 120)
        #expect(lines[0].hasPrefix(" 7 | …") && lines[0].hasSuffix("…"))
        let start = lines[0].distance(from: lines[0].startIndex, to: lines[0].firstIndex(of: "H")!)
        #expect(lines[1].distance(from: lines[1].startIndex, to: lines[1].firstIndex(of: "^")!) == start)
    }

    @Test(arguments: [(0, 0), (3, 900), (900, 1), (-1, -1), (2, 0)])
    func anExcerptThatDoesNotFitIsShownNevertheless(_ indent: Int, _ width: Int) {
        for text in ["", "abc", String(repeating: "x", count: 300)] {
            #expect(Self.excerpt(Self.finding(text, indent: indent, width: width))[1].contains("^"))
        }
    }

    @Test func nothingOfASubmissionReachesTheTerminalAsAControl() {
        var finding = Self.finding("\u{1B}[2J\u{202E}\u{9B}", indent: 0, width: 2)
        finding.message = "it is '\u{1B}[31m\n'"
        finding.help = "a\u{7}b"
        let text = Self.report.text(of: finding, in: "evil\u{1B}]0;x\u{7}.json")
        let controls = text.unicodeScalars.filter { $0.value < 0x20 && $0 != "\n" || (0x7F...0x9F).contains($0.value) }
        #expect(controls.isEmpty)
        #expect(!text.unicodeScalars.contains("\u{202E}"))
        #expect(text.contains("␛[31m␊"))
    }

    @Test func theSummaryCountsAllFiles() {
        var report = TextReport(.off)
        _ = report.add(validate(#"[{"pcf": {"declaredUnitAmount": "1,5", "declaredUnitOfMeasurement": "kilogram"}}]"#))
        _ = report.add(validate(#"[{"pcf": {"declaredUnitAmount": 1, "declaredUnitOfMeasurement": "kilogram"}}]"#))
        #expect(report.end() == "[*] 2 fixable with emx fix\n1 error, 1 warning in 2 files: invalid\n")
    }

    @Test func theVerdictOfSeveralFilesIsTheGravest() {
        var report = TextReport(.off)
        _ = report.add(validate(#"[{"pcf": {"declaredUnitAmount": "1", "declaredUnitOfMeasurement": "kilogram"}}]"#))
        _ = report.add(validate("nothing"))
        #expect(report.end() == "1 error in 2 files: unreadable\n")
    }

    @Test func aShortenedListSaysSoBeforeAndAfterIt() {
        let footprint = #"{"pcf": {"declaredUnitAmount": "1,5", "declaredUnitOfMeasurement": "kilogram"}}"#
        let list = "[" + Array(repeating: footprint, count: 1200).joined(separator: ",") + "]"
        var report = TextReport(.off)
        let text = report.add(validate(list, maxFindings: 2))
        let warning = "only 2 of 1,200 findings of in.json listed (--max-findings); all are counted"
        #expect(text.hasPrefix(warning))
        #expect(text.components(of: warning) == 2)
        #expect(text.contains("READ-002  1,200"))
        #expect(report.end() == "[*] 1,200 fixable with emx fix\n1,200 errors in 1 file: invalid\n")
    }
}

extension String {
    /// How often `other` stands in it.
    func components(of other: String) -> Int {
        var count = 0, rest = self[...]
        while let range = rest.firstRange(of: other) {
            count += 1
            rest = rest[range.upperBound...]
        }
        return count
    }
}
