import EmissionsDiagnostics
import EmissionsModel
import EmissionsRules
import Testing

@Suite struct RuleRunTests {
    private let context = RuleContext(today: CalendarDay(2026, 6, 30))

    @Test func pathsAreRelativeToThePart() {
        var good = ImportedGood()
        good.commodity.cn = "7208"
        good.footprints = [ProductFootprint(), ProductFootprint()]
        good.footprints[1].production.carbonPrices = [CarbonPriceDue()]
        good.footprints[1].production.carbonPrices[0].currency = "RMB"
        var run = RuleRun(profiles: [.core], context: context)
        let paths = run.check(.good(good)).compactMap { $0.path?.description }
        #expect(paths == ["commodity.cn", "footprints[1].production.carbonPrices[0].currency"])
    }

    @Test func theHighestSeverityWins() {
        let low = Profile("low", title: "", purpose: "", entries: ["DU-002": .note])
        let high = Profile("high", title: "", purpose: "", entries: ["DU-002": .error])
        var footprint = ProductFootprint()
        footprint.declaredUnit.amount = 0
        for profiles in [[low, high], [high, low], [high, high]] {
            var run = RuleRun(profiles: profiles, context: context)
            #expect(run.check(.footprint(footprint)).map(\.severity) == [.error])
        }
    }

    @Test func onlyTheRulesOfTheProfilesRun() {
        var run = RuleRun(profiles: [], context: context)
        #expect(run.check(.footprint(ProductFootprint())) == [])
    }

    @Test func whatToDoIsSaid() {
        var footprint = ProductFootprint()
        footprint.declaredUnit.amount = -12
        let profile = Profile("one", title: "", purpose: "", entries: ["DU-002": .error])
        var run = RuleRun(profiles: [profile], context: context)
        let found = run.check(.footprint(footprint))
        #expect(found.map(\.message.description) == ["declared unit amount is -12, must be more than zero"])
        #expect(found.first?.help?.isEmpty == false)
    }

    @Test func theHeaderIsKnownToTheGoodsThatFollow() {
        var header = SubmissionHeader()
        (header.reportingPeriod.year, header.reportingPeriod.quarter) = ("2025", .first)
        var good = ImportedGood()
        (good.imported.netMass, good.imported.unit) = (1, .kilogram)
        var run = RuleRun(profiles: [.cbamTransitional], context: context)
        #expect(!run.check(.good(good)).map(\.code).contains("TRD-010"))
        _ = run.check(.header(header))
        #expect(run.check(.good(good)).map(\.code).contains("TRD-010"))
    }

    @Test func repetitionsAreFoundAcrossParts() {
        var footprint = ProductFootprint()
        footprint.identity.identifier = "3893bb5d-da16-4dc1-9185-11d97476c254"
        var run = RuleRun(profiles: [.core], context: context)
        #expect(!run.check(.footprint(footprint)).map(\.code).contains("ID-003"))
        #expect(run.check(.footprint(footprint)).map(\.code).contains("ID-003"))
    }

    @Test func goodsAreCounted() {
        var header = SubmissionHeader()
        header.reported.goodsCount = 2
        var run = RuleRun(profiles: [.cbamTransitional], context: context)
        _ = run.check(.header(header))
        _ = run.check(.good(ImportedGood()))
        #expect(run.finish().map(\.path) == [FieldPath("header.reported.goodsCount")])
    }

    @Test func aMissingHeaderIsMissedAtTheEnd() {
        var run = RuleRun(profiles: [.cbamTransitional], context: context)
        _ = run.check(.good(ImportedGood()))
        #expect(run.finish().contains { $0.path == FieldPath("header.reportingPeriod.year") })
    }

    @Test func numbersThatAreTooLongAreNoted() {
        var footprint = ProductFootprint()
        footprint.figures.excludingBiogenicUptake = .init(ExactDecimal("1e9000")!, .kilogramsCO2e)
        footprint.figures.includingBiogenicUptake = .init(ExactDecimal("1e-9000")!, .kilogramsCO2e)
        footprint.landUse.biogenicUptake = .init(-1, .kilogramsCO2e)
        let profile = Profile("one", title: "", purpose: "", entries: ["FIG-004": .error])
        var run = RuleRun(profiles: [profile], context: context)
        let found = run.check(.footprint(footprint))
        #expect(found.map(\.severity) == [.note])
        #expect(found.first?.message.description.contains("could not be checked") == true)
    }

    @Test func predecessorsThatAreTooManyToKeepAreCounted() {
        var run = RuleRun(profiles: [.pact3], context: context)
        var first = ProductFootprint(), second = ProductFootprint()
        first.identity.identifier = "a"
        (second.identity.identifier, second.identity.predecessors) = ("b", ["a"] + (0..<1_003).map { "p\($0)" })
        _ = run.check(.footprint(first))
        _ = run.check(.footprint(second))
        let notes = run.finish().filter { $0.code == "ID-015" && $0.path == nil }.map(\.message.description)
        #expect(notes.count == 1)
        #expect(notes.first?.hasPrefix("3 predecessors") == true)
    }
}
