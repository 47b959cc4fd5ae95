import EmissionsReports
import EmissionsRules
import FoundationEssentials
import TestSupport
import Testing

/// `UPDATE_DOCS=1 swift test --filter RulePagesTests` writes the pages anew.
@Suite struct RulePagesTests {
    private let folder = packageFolder + "/docs/rules"

    @Test func pagesAreFresh() throws {
        var pages = ["README.md": RuleCatalog.documentation]
        for rule in RuleCatalog.all { pages["\(rule.about.code).md"] = rule.documentation }
        if ProcessInfo.processInfo.environment["UPDATE_DOCS"] != nil {
            try? FileManager.default.removeItem(atPath: folder)
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for (name, page) in pages {
                try Data(page.utf8).write(to: URL(filePath: "\(folder)/\(name)"))
            }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder).sorted() == pages.keys.sorted())
        for (name, page) in pages {
            #expect(try read("\(folder)/\(name)") == Array(page.utf8), "\(name) is stale; run with UPDATE_DOCS=1")
        }
    }
}
