import EmissionsDiagnostics
import EmissionsExchange
import EmissionsReports
import EmissionsSyntax
import Testing

@Suite struct BaselineTests {
    /// A footprint with two findings.
    static func footprint(_ id: String, _ amount: String) -> String {
        """
        {"id": "\(id)", "pcf": {"declaredUnitAmount": "\(amount)", "declaredUnitOfMeasurement": "kilogram", \
        "geographyCountry": "T\u{FC}rkei"}}
        """
    }

    static func fingerprints(_ json: String) -> [String] { validate(json).findings.map(\.fingerprint).sorted() }

    @Test func fingerprintsSurviveReorderedRecords() {
        let a = Self.footprint("a", "1,5"), b = Self.footprint("b", "2,5"), c = Self.footprint("c", "1,5")
        let found = Self.fingerprints("[\(a), \(b), \(c)]")
        #expect(found.count == 6)
        #expect(Set(found).count == 6, "findings of different records share a fingerprint")
        #expect(Self.fingerprints("[\(c), \(a), \(b)]") == found)
    }

    @Test func fingerprintsSurviveReformatting() {
        let compact = Self.footprint("a", "1,5")
        let airy = compact.replacing("{", with: "{\n  ").replacing(", ", with: ",\n").replacing(": ", with: "  :\t")
        let swapped =
            #"{"pcf": {"geographyCountry": "T\u00fcrkei", "declaredUnitOfMeasurement": "kilogram", "#
            + #""declaredUnitAmount": "1,5"}, "id": "a"}"#
        for layout in ["[\(airy)]", "[\n\n\(compact)\n]", "[\(swapped)]", #"{"data": [\#(compact)]}"#] {
            #expect(Self.fingerprints(layout) == Self.fingerprints("[\(compact)]"), "\(layout)")
        }
    }

    @Test func fingerprintsTellCodesFieldsRecordsAndValuesApart() {
        var finding = Diagnostic("READ-002", .error, "wrong", path: FieldPath("footprints[3].figures.fossil"))
        (finding.value, finding.subject) = ("1,5", "a")
        var others = [finding, finding, finding, finding, finding]
        others[0].code = "READ-003"
        others[1].path = FieldPath("footprints[3].figures.biogenic")
        others[2].value = "1,6"
        others[3].subject = "b"
        (others[4].value, others[4].subject) = ("a", "1,5")
        #expect(Set((others + [finding]).map(\.fingerprint)).count == 6)
        finding.path = FieldPath("footprints[4].figures.fossil")
        finding.message = "said otherwise"
        finding.location = SourceLocation(line: 9, column: 9)
        var first = others[0]
        first.code = "READ-002"
        #expect(finding.fingerprint == first.fingerprint)
    }

    /// Held against a digest that was made elsewhere: `printf '6:emx/v18:READ-0020:0:0:0:' | sha256sum`.
    @Test func theFingerprintIsOfSHA256() {
        #expect(Diagnostic("READ-002", .error, "wrong").fingerprint == "5bbd8f4d002e1da029edf239d9c209c1")
    }

    @Test func theDigestOfTheRulesIsOneOfSHA256() {
        #expect(RuleDigest.current.wholeMatch(of: /sha256:[0-9a-f]{64}/) != nil)
    }

    // MARK: Comparing

    static func baseline(_ reports: [FileReport]) throws -> Baseline {
        try Baseline(ByteSource(Array(JSONReportTests.text(reports).utf8)), named: "last.json")
    }

    @Test func whatIsNewFixedAndUnchangedIsCounted() throws {
        let a = Self.footprint("a", "1,5"), b = Self.footprint("b", "2,5"), c = Self.footprint("c", "1,5")
        var comparison = Comparison(with: try Self.baseline([validate("[\(a), \(b)]")]))
        let report = validate("[\(c), \(b)]")
        let changes = comparison.add(report)
        let summary = comparison.end()
        #expect(changes.isNew == [true, true, false, false])
        #expect((summary.new, summary.fixed.count, summary.unchanged) == (2, 2, 2))
        #expect(!summary.isPartial)
        #expect(summary.fixed.map(\.code).sorted() == validate("[\(a)]").findings.map(\.code.description).sorted())

        var text = TextReport(.off)
        let lines = text.add(report, changes)
        #expect(lines.hasPrefix("new "))
        #expect(text.end(summary).contains("2 new, 2 fixed, 2 unchanged since 'last.json'\n"))
    }

    @Test func ofEqualFindingsAsManyAreOldAsThereWere() throws {
        let nameless = #"{"pcf": {"declaredUnitAmount": "1,5", "declaredUnitOfMeasurement": "kilogram"}}"#
        var comparison = Comparison(with: try Self.baseline([validate("[\(nameless), \(nameless)]")]))
        #expect(comparison.add(validate("[\(nameless), \(nameless), \(nameless)]")).isNew == [false, false, true])
        #expect(comparison.end().fixed == [])
    }

    @Test func aShortenedReportMakesTheComparisonPartial() throws {
        let list = "[\(Self.footprint("a", "1,5")), \(Self.footprint("b", "1,5"))]"
        var early = Comparison(with: try Self.baseline([validate(list, maxFindings: 1)]))
        _ = early.add(validate(list))
        var late = Comparison(with: try Self.baseline([validate(list)]))
        _ = late.add(validate(list, maxFindings: 1))
        var broken = Comparison(with: try Self.baseline([validate(list)]))
        _ = broken.add(validate("[{"))
        #expect(early.end().isPartial && late.end().isPartial && broken.end().isPartial)
    }

    @Test(arguments: [
        ("", "can't read the baseline"), ("{\"tool\": \"emx\"", "can't read the baseline"),
        ("[]", "is no report"), ("{\"tool\": \"other\", \"files\": [{}]}", "is no report"), ("7", "is no report"),
        ("{\"tool\": \"emx\", \"files\": [7]}", "is no report"),
        ("{\"tool\": \"emx\", \"files\": [{\"verdict\": \"valid\", \"findings\": [{}]}]}", "is no report"),
        (
            #"{"tool": "emx", "files": [{"verdict": "valid", "findings": [{"code": "A-001", "message": "m"}]}]}"#,
            "has no fingerprints"
        ),
    ])
    func whatIsNoReportIsRefused(_ text: String, _ words: String) {
        let failure = #expect(throws: Baseline.Failure.self) {
            try Baseline(ByteSource(Array(text.utf8)), named: "last.json")
        }
        #expect(failure?.message.contains(words) == true, "\(failure?.message ?? "")")
    }
}
