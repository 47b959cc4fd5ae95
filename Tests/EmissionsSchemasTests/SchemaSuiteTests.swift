import EmissionsSchemas
import FoundationEssentials
import TestSupport
import Testing

@Suite(.enabled(if: SchemaSuite.isHere, "shared/conformance/JSON-Schema-Test-Suite is not here"))
struct SchemaSuiteTests {
    @Test(arguments: SchemaDraft.allCases)
    func everyRequiredCaseGetsItsVerdict(draft: SchemaDraft) throws {
        let suite = SchemaSuite(draft: draft)
        let cases = try suite.files().flatMap { try suite.run($0) }
        #expect(cases.count > 900)
        #expect(cases.filter { !$0.passed }.map { "\($0.file): \($0.group): \($0.name)" } == [])
    }

    /// `UPDATE_DOCS=1 swift test --filter SchemaSuiteTests` writes the page anew.
    @Test func thePageOfTheSuiteIsFresh() throws {
        let page = try SchemaSuitePage().text
        let path = packageFolder + "/docs/json-schema-suite.md"
        if ProcessInfo.processInfo.environment["UPDATE_DOCS"] == "1" {
            try Data(page.utf8).write(to: URL(fileURLWithPath: path))
        }
        let isFresh = try read(path) == Array(page.utf8)
        #expect(isFresh, "docs/json-schema-suite.md is stale: run UPDATE_DOCS=1 swift test")
    }
}

/// What of the suite passes, as a page.
private struct SchemaSuitePage {
    private var lines = [
        "# The JSON Schema Test Suite", "",
        "Generated from a run of the suite; `UPDATE_DOCS=1 swift test --filter SchemaSuiteTests` writes it anew. All",
        "required cases have to pass. Optional ones are counted, and those that fail are listed.", "",
        "| draft | required | optional |", "|---|---:|---:|",
    ]

    init() throws {
        var failures: [String] = []
        for draft in SchemaDraft.allCases {
            let suite = SchemaSuite(draft: draft)
            let required = try suite.files().flatMap { try suite.run($0) }
            let optional = try (suite.files(in: "optional/") + suite.files(in: "optional/format/"))
                .flatMap { try suite.run($0) }
            lines.append("| \(suite.name) | \(Self.share(required)) | \(Self.share(optional)) |")
            print("\(suite.name): \(Self.share(required)) required, \(Self.share(optional)) optional cases pass")
            failures += [
                "", "## Optional cases of \(suite.name) that fail", "", "| file | fail | pass | why |",
                "|---|---:|---:|---|",
            ]
            for file in Set(optional.map(\.file)).sorted() {
                let cases = optional.filter { $0.file == file }
                let failed = cases.filter { !$0.passed }
                guard !failed.isEmpty else { continue }
                let reason = Self.reasons[file] ?? "**no reason is given**"
                failures.append("| \(file) | \(failed.count) | \(cases.count - failed.count) | \(reason) |")
            }
        }
        lines += failures
    }

    private static let reasons = [
        "optional/content.json": "what a text holds in another encoding is a remark, as later drafts have it",
        "optional/cross-draft.json": "schemas in draft 2019-09 are refused by name",
        "optional/format/hostname.json": "Punycode is not decoded, so that what it stands for is not checked",
        "optional/format/idn-email.json": "the format is a remark",
        "optional/format/idn-hostname.json": "the format is a remark",
        "optional/format/iri-reference.json": "the format is a remark",
        "optional/format/iri.json": "the format is a remark",
        "optional/format/uri-template.json": "the format is a remark",
    ]

    var text: String { lines.joined(separator: "\n") + "\n" }

    private static func share(_ cases: [SchemaSuite.Case]) -> String {
        "\(cases.count { $0.passed }) of \(cases.count)"
    }
}
