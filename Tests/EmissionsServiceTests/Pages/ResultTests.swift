import Foundation
import Testing

@testable import EmissionsService

/// What a page says of one file's report.
@Suite struct ResultTests {
    private let files: PageFiles

    init() throws { files = try PageFiles.load() }

    private func report(_ findings: String, counts: String, byCode: String, verdict: String) throws -> ReportDocument {
        try ReportDocument(
            Array(
                """
                {"files": [{"path": "<b>a.json", "format": null, "version": null, "profiles": [], "records": 1,
                "verdict": "\(verdict)", "counts": \(counts), "countsByCode": \(byCode), "truncated": false,
                "findings": [\(findings)]}]}
                """.utf8))
    }

    private func finding(_ code: String, _ severity: String, line: Int, _ message: String = "wrong") -> String {
        """
        {"code": "\(code)", "severity": "\(severity)", "message": "\(message)", "help": null, "path": null,
        "fingerprint": "0", "location": {"part": null, "line": \(line), "column": 3, "length": 1, "byteOffset": 0,
        "pointer": "/a"}, "excerpt": {"before": "  x", "marked": "<i>", "after": ""}, "record": "r1"}
        """
    }

    private func page(_ report: ReportDocument) -> String {
        let values = FileView.values(files.texts, report, nil, anchor: "f")
        return files.render("file", values[0])
    }

    @Test(arguments: [
        ("valid", 0, "accepted"), ("valid", 1, "warned"), ("invalid", 0, "rejected"), ("unreadable", 0, "unreadable"),
        ("undecided", 0, "undecided"), ("unavailable", 0, "undecided"),
    ])
    func aVerdictIsSaidInPlainWords(verdict: String, warnings: Int, standing: String) throws {
        let counts = #"{"error": 0, "warning": \#(warnings), "note": 0}"#
        let report = try report("", counts: counts, byCode: "{}", verdict: verdict)
        #expect(page(report).contains(files.texts["standing.\(standing)"]))
    }

    @Test func whatAFileSaysIsNoPartOfThePage() throws {
        let report = try report(
            finding("DU-002", "error", line: 1, "<script>alert(1)</script>"),
            counts: #"{"error": 1, "warning": 0, "note": 0}"#, byCode: #"{"DU-002": 1}"#, verdict: "invalid")
        let page = page(report)
        #expect(!page.lowercased().contains("<script"))
        #expect(page.contains("x<mark>&lt;i&gt;</mark>"))
    }

    @Test func theGravestGroupComesFirstAndPlacesAreInOrder() throws {
        let list = [
            finding("REF-001", "note", line: 1), finding("DU-002", "error", line: 9),
            finding("DU-002", "error", line: 4),
        ]
        let report = try report(
            list.joined(separator: ","), counts: #"{"error": 2, "warning": 0, "note": 1}"#,
            byCode: #"{"REF-001": 1, "DU-002": 2}"#, verdict: "invalid")
        let groups = FindingGroup.groups(of: report.files[0])
        #expect(groups.map(\.code) == ["DU-002", "REF-001"])
        #expect(groups[0].findings.map { $0.location?.line } == [4, 9])
    }

    @Test func aMailTellsEachKindWithItsPlaces() throws {
        let report = try report(
            finding("DU-002", "error", line: 4, "amount is -12"), counts: #"{"error": 1, "warning": 0, "note": 0}"#,
            byCode: #"{"DU-002": 3}"#, verdict: "invalid")
        let groups = FindingGroup.groups(of: report.files[0])
        let mail = try #require(SupplierMail(report.files[0], groups, files.texts))
        #expect(mail.body.contains("1 error must be corrected"))
        #expect(mail.body.contains("- r1, line 4, column 3, /a: amount is -12"))
        #expect(mail.body.contains("and 2 more places"))
    }

    @Test func thereIsNoMailWhereNothingIsToBeCorrected() throws {
        let report = try report(
            "", counts: #"{"error": 0, "warning": 0, "note": 0}"#, byCode: "{}", verdict: "valid")
        #expect(SupplierMail(report.files[0], [], files.texts) == nil)
    }
}
