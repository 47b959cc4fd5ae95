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
            failures += ["", "## Optional cases of \(suite.name) that fail", "", "| file | fail | pass |", "|---|---:|---:|"]
            for file in Set(optional.map(\.file)).sorted() {
                let cases = optional.filter { $0.file == file }
                let failed = cases.filter { !$0.passed }
                guard !failed.isEmpty else { continue }
                failures.append("| \(file) | \(failed.count) | \(cases.count - failed.count) |")
            }
        }
        lines += failures
    }

    var text: String { lines.joined(separator: "\n") + "\n" }

    private static func share(_ cases: [SchemaSuite.Case]) -> String {
        "\(cases.count { $0.passed }) of \(cases.count)"
    }
}
