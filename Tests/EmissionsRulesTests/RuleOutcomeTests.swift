import EmissionsDiagnostics
import EmissionsModel
import EmissionsRules
import Testing

@Suite struct RuleOutcomeTests {
    private let context = RuleContext(today: CalendarDay(2026, 6, 30))

    /// What came of one rule over some parts.
    private func outcome(
        of code: Diagnostic.Code, _ parts: [SubmissionPart], isComplete: Bool = true
    ) -> RuleOutcome? {
        let profile = Profile("one", title: "", purpose: "", entries: .init(dictionaryLiteral: (code, .warning)))
        var run = RuleRun(profiles: [profile], context: context)
        for part in parts { _ = run.check(part) }
        if isComplete { _ = run.finish() }
        return run.outcomes.count == 1 ? run.outcomes[0] : nil
    }

    private func footprint(_ amount: ExactDecimal?) -> SubmissionPart {
        var footprint = ProductFootprint()
        footprint.declaredUnit.amount = amount
        return .footprint(footprint)
    }

    @Test func aRuleThatFoundNothingHasPassed() {
        let outcome = outcome(of: "DU-002", [footprint(1), footprint(nil)])
        #expect(outcome?.status == .passed)
        #expect(outcome?.checked == 1)
        #expect(outcome?.notApplicable == 1)
        #expect(outcome?.reason == nil)
        #expect(outcome?.severity == .warning)
    }

    @Test func subjectsAreCountedAndNotFindings() {
        var footprint = ProductFootprint()
        (footprint.figures.fossil, footprint.figures.aircraft) = (.init(-1, .kilogramsCO2e), .init(-1, .kilogramsCO2e))
        let outcome = outcome(of: "FIG-001", [.footprint(footprint)])
        #expect(outcome?.status == .failed)
        #expect(outcome?.failed == 1)
    }

    @Test func aRuleWithoutAnythingToCheckDoesNotApply() {
        #expect(outcome(of: "DU-002", [footprint(nil)])?.status == .notApplicable)
    }

    @Test func withoutGoodsTheirRulesAreNotRun() {
        let outcome = outcome(of: "TRD-001", [footprint(1)])
        #expect(outcome?.status == .notRun)
        #expect(outcome?.reason == "no imported goods in this file")
    }

    @Test func footprintsOfGoodsCountAsFootprints() {
        var good = ImportedGood()
        good.footprints = [ProductFootprint(), ProductFootprint()]
        #expect(outcome(of: "EE-002", [.good(good)])?.failed == 2)
    }

    @Test(arguments: ["DU-002", "REP-008", "REP-001"] as [Diagnostic.Code])
    func nothingHasPassedInAFileThatBrokeOff(_ code: Diagnostic.Code) {
        let outcome = outcome(of: code, [footprint(1)], isComplete: false)
        #expect(outcome?.status == .notRun)
        #expect(outcome?.reason == "the file could not be read to its end")
    }

    @Test func whatFailedBeforeAFileBrokeOffHasFailed() {
        #expect(outcome(of: "DU-002", [footprint(0)], isComplete: false)?.status == .failed)
    }

    @Test func numbersThatAreTooLongAreNoAgreement() {
        var footprint = ProductFootprint()
        footprint.figures.excludingBiogenicUptake = .init(ExactDecimal("1e9000")!, .kilogramsCO2e)
        footprint.figures.includingBiogenicUptake = .init(ExactDecimal("1e-9000")!, .kilogramsCO2e)
        footprint.landUse.biogenicUptake = .init(-1, .kilogramsCO2e)
        let outcome = outcome(of: "FIG-004", [.footprint(footprint)])
        #expect(outcome?.status == .notRun)
        #expect(outcome?.failed == 0)
        #expect(outcome?.reason == "numbers of more than 38 digits could not be compared, once")
    }

    @Test func everyRuleOfTheProfilesHasOneOutcome() {
        var run = RuleRun(profiles: Profile.all, context: context)
        _ = run.finish()
        let active = RuleCatalog.all.map { $0.about }.filter { $0.status == .active }
        #expect(run.outcomes.map(\.code) == active.map(\.code))
        #expect(RuleCounts(run.outcomes).failed == run.outcomes.count { $0.status == .failed })
    }

    @Test func theFieldsThatTheEndIsAboutAreKnown() {
        var footprint = ProductFootprint()
        footprint.identity.predecessors = ["a"]
        var run = RuleRun(profiles: [.pact3], context: context)
        _ = run.check(.footprint(footprint))
        #expect(run.notes.lasting == [FieldPath("identity.predecessors[0]")])
        _ = run.check(.good(ImportedGood()))
        #expect(run.notes.lasting == [])
    }
}
