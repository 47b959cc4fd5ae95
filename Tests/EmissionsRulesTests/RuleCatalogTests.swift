import EmissionsDiagnostics
import EmissionsModel
import EmissionsRules
import FoundationEssentials
import TestSupport
import Testing

@Suite struct RuleCatalogTests {
    @Test(arguments: codes) func examplesBehaveAsTheySay(_ code: Diagnostic.Code) throws {
        let rule = try #require(RuleCatalog.rule(code))
        #expect(rule.failingExamples == [])
    }

    @Test(arguments: codes) func everyRuleIsShownByExamples(_ code: Diagnostic.Code) throws {
        let rule = try #require(RuleCatalog.rule(code))
        let outcomes = rule.exampleOutcomes
        #expect(outcomes.contains { $0.isAccepted })
        #expect(outcomes.contains { !$0.isAccepted })
    }

    /// An accepted example to which a rule does not apply shows nothing of what the rule accepts.
    @Test(arguments: codes) func everyRuleAcceptsSomethingThatItHasChecked(_ code: Diagnostic.Code) throws {
        let rule = try #require(RuleCatalog.rule(code))
        #expect(rule.exampleOutcomes.contains { $0.isAccepted && $0.isChecked })
    }

    @Test(arguments: codes) func whatIsRejectedWasChecked(_ code: Diagnostic.Code) throws {
        let rule = try #require(RuleCatalog.rule(code))
        #expect(rule.exampleOutcomes.filter { !$0.isAccepted && !$0.isChecked }.map(\.title) == [])
    }

    @Test func codesAreUniqueAndSorted() {
        #expect(codes == Set(codes).sorted())
    }

    @Test(arguments: codes) func descriptionsKeepTheirForm(_ code: Diagnostic.Code) throws {
        let about = try #require(RuleCatalog.rule(code)).about
        #expect(!about.title.hasSuffix(".") && !about.title.contains("\n"))
        #expect(about.title.count <= 100)
        #expect(about.explanation.hasSuffix("."))
        #expect(about.remedy.hasSuffix(".") && !about.remedy.contains("\n"))
        #expect(!about.references.isEmpty)
        let parts = code.description.split(separator: "-")
        #expect(parts.count == 2 && parts[1].count == 3 && Int(parts[1]) != nil)
    }

    /// A rule whose file was written and whose line in the catalog was forgotten would never run.
    @Test func everyFileIsListed() throws {
        let folder = packageFolder + "/Sources/EmissionsRules"
        let manager = FileManager.default
        var declared: [String] = []
        for subject in try manager.contentsOfDirectory(atPath: folder) where !notSubjects.contains(subject) {
            for file in (try? manager.contentsOfDirectory(atPath: "\(folder)/\(subject)")) ?? [] {
                declared.append(String(file.dropLast(".swift".count)))
            }
        }
        #expect(declared.sorted() == RuleCatalog.all.map { "\($0)" }.sorted())
    }

    private let notSubjects: Set<String> = ["Reference", "Profiles", "Usability"]
}

private let codes = RuleCatalog.all.map { $0.about.code }
