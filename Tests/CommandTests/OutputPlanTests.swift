import Testing

@testable import emx

/// Names of outputs below a folder, as far as no format of today shows them.
@Suite struct OutputPlanTests {
    @Test func recordsAreNumberedFromTheSecondOn() throws {
        var plan = try OutputPlan("out/", [("a", "dir.x/a.xml")], endingIn: "json")
        #expect(
            (1...3).map { plan.path(for: "a", record: $0) } == [
                "out/dir.x/a.json", "out/dir.x/a-2.json", "out/dir.x/a-3.json",
            ])
    }

    @Test func aRecordNeverTakesTheNameOfAnotherInput() throws {
        var plan = try OutputPlan("out", [("a", "a.xml"), ("b", "A-2.xml")], endingIn: "json")
        #expect(plan.path(for: "a", record: 2) == "out/a-2-2.json")
        #expect(plan.path(for: "b", record: 1) == "out/A-2.json")
        #expect(plan.path(for: "b", record: 2) == "out/A-2-2-2.json")
    }

    @Test func whatWasNotPlannedHasNoOutput() throws {
        #expect(try OutputPlan("out", [], endingIn: "json").path(for: "a") == nil)
    }

    @Test(arguments: [("a.b.xml", "a.b", ".xml"), (".a", ".a", ""), ("d.e/f", "d.e/f", ""), ("d/.a", "d/.a", "")])
    func onlyTheLastEndingIsOne(name: String, stem: String, ending: String) {
        #expect(OutputPlan.split(name) == (stem, ending))
    }
}
