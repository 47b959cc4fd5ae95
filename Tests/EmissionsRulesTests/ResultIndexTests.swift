import EmissionsModel
import Testing

@testable import EmissionsRules

@Suite struct ResultIndexTests {
    @Test func amountsAreFoundByIndicatorModuleAndScenario() throws {
        var footprint = ProductFootprint()
        footprint.state(.acidification, by: .ef31, ["A1-A3": "1", "C3 recycling": "2"])
        footprint.state(.ozoneDepletion, by: .ef31, ["C3 recycling": "3", "A1-A3": "4"])
        footprint.state(.eutrophicationMarine, by: .ef31, ["C3 landfill": "5", "A1-A3": "6"])
        let index = ResultIndex(footprint.results)
        let series = try #require(index.series(.ozoneDepletion, by: .ef31))
        let column = try #require(index.column(ModuleRange(.c3), "recycling"))
        let found = try #require(index.amount(series, column))
        #expect(found.amount == 3)
        #expect(found.cell == ResultIndex.Cell(result: 1, item: 0))
        #expect(index.columns.map(\.scenario) == [nil, "recycling", "landfill"])
    }

    @Test func oneIndicatorByTwoMethodsIsTwoSeries() {
        var footprint = ProductFootprint()
        footprint.state(.acidification, by: .ef31, ["A1-A3": "1"])
        footprint.state(.acidification, by: .en15804A1, ["A1-A3": "1"])
        let index = ResultIndex(footprint.results)
        #expect(index.summaries.count == 2)
        #expect(index.repetitions.isEmpty)
    }

    /// Scenarios of their own for every amount would fill a table of indicators by scenarios without end.
    @Test(.timeLimit(.minutes(1))) func memoryFollowsTheAmountsWhateverTheirShape() {
        var footprint = ProductFootprint()
        for number in 0..<10_000 {
            footprint.state(
                .allCases[number % Indicator.allCases.count],
                by: .allCases[number % CharacterizationMethod.allCases.count],
                ["A1-A3 \(number)": "3", "A1 \(number)": "1", "A2 \(number)": "1", "A3 \(number)": "1"])
        }
        let index = ResultIndex(footprint.results)
        #expect(index.columns.count == 40_000)
        #expect(index.moduleSums { _ in true }.count == 10_000)
        var run = RuleRun(profiles: [.en15804, .iso21930], context: RuleContext(today: CalendarDay(2026, 6, 30)))
        _ = run.check(.footprint(footprint))
    }

    @Test func modulesAreWrittenAsTheyAreRead() {
        #expect(ModuleSet(.c1, .c4, .d).written == "C1, C4 and D")
        #expect(ModuleSet(.productStage) == ModuleSet(.a1, .a2, .a3))
    }
}
