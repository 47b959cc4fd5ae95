import EmissionsDiagnostics
import EmissionsRules
import Testing

@Suite struct RuleExamplesTests {
    @Test(arguments: RuleCatalog.all.map { $0.about.code.description })
    func examplesBehaveAsTheySay(code: String) throws {
        let rule = try #require(RuleCatalog.rule(Diagnostic.Code(code)))
        #expect(rule.failingExamples == [])
    }
}
