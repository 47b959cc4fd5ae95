import EmissionsDiagnostics
import EmissionsExchange
import EmissionsModel
import EmissionsReports
import EmissionsSyntax
import Foundation
import Testing

/// What each form of a report makes of what a hostile submission says.
@Suite struct ReportFormatTests {
    static func text(_ format: ReportFormat, _ reports: [FileReport]) -> String {
        var report = format.report(.off)
        var bytes = report.opening()
        for found in reports {
            if report.hasAllFindings {
                for finding in found.findings { bytes += report.finding(finding, in: found.path, isNew: nil) }
            }
            bytes += report.file(found, nil)
        }
        return String(decoding: bytes + report.closing(nil), as: UTF8.self)
    }

    /// Names and values that would be markup, formulas or controls, if they got the chance.
    static let hostile = validate(
        ##"""
        [{"id": "=cmd|' /C calc'!A0", "<script>alert(1)</script>": "a\u0001\u202e]]>&amp;\"'", "pcf":
        {"declaredUnitAmount": "</pre><img src=x onerror=alert(1)>\r\n\u0000", "declaredUnitOfMeasurement": "@SUM(1)"}}]
        """##)

    @Test(arguments: ReportFormat.allCases) func equalReportsAreEqualBytes(_ format: ReportFormat) {
        let footprint = #"{"pcf": {"declaredUnitAmount": "1,5", "zz": 1, "declaredUnitOfMeasurement": 5}}"#
        let once = Self.text(format, [validate("[\(footprint), \(footprint)]"), validate("nothing")])
        let again = Self.text(format, [validate("[\(footprint), \(footprint)]"), validate("nothing")])
        #expect(once == again)
        #expect(once.contains("READ-002"))
    }

    static let long: String = {
        let footprint = #"{"pcf": {"declaredUnitAmount": "1,5", "declaredUnitOfMeasurement": "kilogram"}}"#
        return "[" + Array(repeating: footprint, count: 1200).joined(separator: ",") + "]"
    }()

    @Test(arguments: ReportFormat.allCases.filter { !$0.report(.off).hasAllFindings })
    func aShortenedListSaysSo(_ format: ReportFormat) {
        let text = Self.text(format, [validate(Self.long, maxFindings: 2)])
        #expect(
            text.lowercased().contains("only 2 of 1,200 findings of in.json listed")
                || text.contains(#""truncated": true"#))
    }

    @Test(arguments: [ReportFormat.csv, .ndjson]) func aListForProgramsIsNeverShortened(_ format: ReportFormat) {
        var options = ReadingOptions(today: CalendarDay(2026, 11, 24))
        (options.profiles, options.usesOwnSchemas, options.maxFindings) = ([], false, 2)
        var report = format.report(.off), lines = 0, listed = 0
        let listener = Listener(wantsAll: report.hasAllFindings) { finding, isListed in
            let line = String(decoding: report.finding(finding, in: "in.json", isNew: nil), as: UTF8.self)
            if line.contains("READ-002"), line.contains("/pcf/declaredUnitAmount") { lines += 1 }
            if isListed { listed += 1 }
        }
        let found = Validator(options).validate(path: "in.json", ByteSource(Array(Self.long.utf8)), listener)
        #expect(lines == 1_200)
        #expect(listed == 2 && found.findings.count == 2)
        #expect(!String(decoding: report.file(found, nil), as: UTF8.self).contains(#""truncated":true"#))
    }

    @Test(arguments: ReportFormat.allCases) func noFilesAreAReportToo(_ format: ReportFormat) {
        #expect(Self.text(format, []).isEmpty == (format == .ndjson))
    }

    @Test(arguments: ReportFormat.allCases) func nothingOfASubmissionIsAControl(_ format: ReportFormat) {
        let controls = Self.text(format, [Self.hostile]).unicodeScalars.filter {
            $0.value < 0x20 && !["\n", "\r"].contains($0) || (0x7F...0x9F).contains($0.value)
        }
        #expect(controls.isEmpty)
    }

    // MARK: CSV

    @Test func noCellIsAFormula() throws {
        let text = Self.text(.csv, [Self.hostile])
        #expect(text.unicodeScalars.first == "\u{FEFF}")
        var reader = CSVReader(ByteSource(Array(text.utf8)), limits: Limits()), tree = SourceTree(), rows = 0
        while let role = try reader.next(into: &tree) {
            guard role != .header else { continue }
            rows += 1
            for cell in tree.children(of: SourceTree.root) {
                let first = tree.text(of: cell).unicodeScalars.first
                #expect(first.map { !["=", "+", "-", "@", "\t", "\r", "\n"].contains($0) } ?? true)
            }
        }
        #expect(rows == Self.hostile.findings.count)
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\u{FF1D}1"])
    func aNameThatIsAFormulaGetsAnApostrophe(_ name: String) {
        let report = Validator(ReadingOptions(today: .init(2026, 11, 24))).validate(path: name, ByteSource([]))
        #expect(Self.text(.csv, [report]).split(separator: "\r\n")[1].drop { $0 == "\"" }.hasPrefix("'"))
    }

    // MARK: HTML

    @Test func theSubmissionIsTextInThePage() {
        let page = Self.text(.html, [Self.hostile])
        #expect(!page.contains("<script"))
        #expect(!page.contains("<img"))
        #expect(page.contains("&lt;img src=x onerror=alert(1)&gt;"))
        #expect(page.components(of: "</pre>") == page.components(of: "<pre>"))
    }

    @Test func thePageNeedsNothingElse() {
        let page = Self.text(.html, [Self.hostile])
        #expect(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""))
        #expect(page.contains("<html lang=\"en\">"))
        for tag in ["http://", "https://", "src=\"", "url(", "<link", "@import", " style=\""] {
            #expect(!page.contains(tag), "\(tag)")
        }
    }

    @Test func thePageIsWellFormed() throws {
        let page = Self.text(.html, [Self.hostile, validate("[]"), validate("nothing")])
        var open: [Substring] = []
        for piece in page.drop(while: { $0 != "\n" }).split(separator: "<").dropFirst() {
            let tag = piece.prefix { $0 != ">" && $0 != " " }
            if ["meta", "br"].contains(tag) { continue }
            if tag.hasPrefix("/") { #expect(open.popLast() == tag.dropFirst()) } else { open.append(tag) }
        }
        #expect(open == [])
        let ids = page.matches(of: /\sid="([^"]*)"/).map(\.1), links = page.matches(of: /href="#([^"]*)"/).map(\.1)
        #expect(Set(ids).count == ids.count)
        #expect(Set(links).subtracting(ids) == [])
    }

    @Test func aCodeWithManyFindingsIsCappedAndCounted() {
        let footprint = #"{"pcf": {"declaredUnitAmount": "1,5", "declaredUnitOfMeasurement": "kilogram"}}"#
        let list = "[" + Array(repeating: footprint, count: 1200).joined(separator: ",") + "]"
        let page = Self.text(.html, [validate(list, maxFindings: 5000)])
        #expect(page.contains("Only 200 of 1,200 findings are shown."))
        #expect(page.components(of: "<li>") == 200)
    }

    @Test func aPageThatListsNotAllNamesTheReportsThatDo() {
        let words = "<code>--report csv</code> or <code>ndjson</code> lists them all."
        let page = Self.text(.html, [validate(Self.long, maxFindings: 5000)])
        let short = Self.text(.html, [validate("nothing")])
        #expect(page.contains(words))
        #expect(page.contains("findings, at most 200 of a code."))
        #expect(!short.contains(words))
    }

    @Test func aSizeIsBoundedWhateverIsFound() {
        let once = Self.text(.html, [validate(Self.long, maxFindings: 5000)])
        let often = Self.text(.html, Array(repeating: validate(Self.long, maxFindings: 5000), count: 20))
        #expect(often.utf8.count < once.utf8.count + 20_000)
    }

    @Test func whatThePageSaysInItsHeadIsASentence() {
        let page = Self.text(.html, [validate(Self.long, maxFindings: 2)])
        #expect(page.contains("<p class=\"alert\">Only 2 of 1,200 findings of in.json listed"))
    }

    @Test func whatToDoIsSaidOnceIfItIsTheSameEverywhere() {
        let footprint = #"{"pcf": {"declaredUnitAmount": "12", "ipccCharacterizationFactors": ["AR5"]}}"#
        let report = validate("[\(footprint), \(footprint)]", profiles: ["core", "pact-3"])
        let help = report.findings.first { $0.code == "MET-002" }?.help ?? "no such finding"
        #expect(Self.text(.html, [report]).components(of: help) == 1)
    }

    // MARK: JUnit and SARIF

    @Test func junitIsReadByAStrictReader() throws {
        let text = Self.text(.junit, [Self.hostile, validate("nothing"), validate("[]")])
        var reader = XMLReader(ByteSource(Array(text.utf8)), records: ["testsuite"]), tree = SourceTree(), suites = 0
        while let role = try reader.next(into: &tree) { if role != .header { suites += 1 } }
        #expect(suites == 3)
        #expect(text.contains("<error message=\"unreadable\" type=\"unreadable\"/>"))
    }

    @Test func aWarningFailsWhereItIsAskedTo() {
        let report = validate(#"[{"pcf": {"declaredUnitAmount": 1, "declaredUnitOfMeasurement": "kilogram"}}]"#)
        let lenient = JUnitReport().file(report, nil), strict = JUnitReport(failingFrom: .warning).file(report, nil)
        #expect(String(decoding: lenient, as: UTF8.self).contains(#"tests="2" failures="0""#))
        #expect(String(decoding: strict, as: UTF8.self).contains(#"tests="2" failures="1""#))
    }

    @Test func aValueIsNeitherPlaceholderNorLinkInSARIF() throws {
        let report = validate(
            #"[{"pcf": {"declaredUnitAmount": "{0} [x](http://example)", "declaredUnitOfMeasurement": "kilogram"}}]"#)
        let leaves = try JSONReportTests.leaves(Self.text(.sarif, [report]))
        #expect(leaves["/runs/0/results/0/message/text"]?.contains("'{{0}} [x] (http://example)'") == true)
    }

    @Test func resultsOfSARIFReferToTheirRules() throws {
        let leaves = try JSONReportTests.leaves(Self.text(.sarif, [Self.hostile, validate("nothing")]))
        #expect(leaves["/version"] == "2.1.0")
        let results = (0...).prefix { leaves["/runs/0/results/\($0)/ruleId"] != nil }
        #expect(results.count == Self.hostile.findings.count + 1)
        for index in results {
            let result = "/runs/0/results/\(index)"
            let rule = "/runs/0/tool/driver/rules/\(leaves["\(result)/ruleIndex"] ?? "")"
            #expect(leaves["\(rule)/id"] == leaves["\(result)/ruleId"])
            #expect(leaves["\(rule)/help/markdown"]?.isEmpty == false)
            #expect(leaves["\(result)/partialFingerprints/emx~1v1"]?.count == 32)
        }
    }

    @Test(arguments: [
        ("a b/ü.json", "a%20b/%C3%BC.json"), ("/tmp/x", "file:///tmp/x"), ("//host/x", "file:///host/x"),
        ("c:x%?#.json", "c%3Ax%25%3F%23.json"), ("../x", "../x"),
    ])
    func namesOfFilesAreURIs(_ path: String, _ uri: String) throws {
        let report = Validator(ReadingOptions(today: .init(2026, 11, 24))).validate(path: path, ByteSource([]))
        let leaves = try JSONReportTests.leaves(Self.text(.sarif, [report]))
        #expect(leaves["/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri"] == uri)
    }
}

/// Whether the page can be read by day and by night (WCAG 2.2, 1.4.3).
@Suite struct HTMLContrastTests {
    @Test func everyTextStandsOutFromItsGround() throws {
        let page = ReportFormatTests.text(.html, [])
        let dark = try #require(page.firstRange(of: "prefers-color-scheme: dark"))
        for sheet in [page[..<dark.lowerBound], page[dark.upperBound...]] {
            var colors: [Substring: Double] = [:]
            for match in sheet.matches(of: /--([a-z]+): #([0-9a-f]{3,6});/) where colors[match.1] == nil {
                colors[match.1] = luminance(match.2)
            }
            for ground in ["ground", "panel"] {
                for text in ["text", "faint", "link", "error", "warning", "note"] {
                    let ratio = try contrast(#require(colors[text[...]]), #require(colors[ground[...]]))
                    #expect(ratio >= 4.5, "\(text) on \(ground): \(ratio)")
                }
            }
            #expect(try contrast(#require(colors["marked"]), #require(colors["mark"])) >= 4.5)
        }
    }

    private func contrast(_ a: Double, _ b: Double) -> Double { (max(a, b) + 0.05) / (min(a, b) + 0.05) }

    private func luminance(_ hex: Substring) -> Double {
        let digits = hex.count == 3 ? hex.flatMap { [$0, $0] } : Array(hex)
        let parts = stride(from: 0, to: 6, by: 2).map { index -> Double in
            let value = Double(Int(String(digits[index...(index + 1)]), radix: 16) ?? 0) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    }
}
