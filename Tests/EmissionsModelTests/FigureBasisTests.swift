import EmissionsModel
import Testing

@Suite struct FigureBasisTests {
    @Test func everyFigureIsRestatedAndGoesBack() throws {
        var footprint = ProductFootprint()
        footprint.declaredUnit.amount = 12
        footprint.declaredUnit.basis = .oneUnit
        for key in ProductFootprint.emissionFigures { footprint[keyPath: key] = Emissions(2, .kilogramsCO2e) }
        for key in ProductFootprint.otherFigures { footprint[keyPath: key] = 3 }
        let original = footprint
        let count = ProductFootprint.emissionFigures.count + ProductFootprint.otherFigures.count
        #expect(footprint.restateFigures(on: .declaredAmount).count == count)
        for key in ProductFootprint.emissionFigures { #expect(footprint[keyPath: key]?.amount == 24) }
        for key in ProductFootprint.otherFigures { #expect(footprint[keyPath: key] == 36) }
        #expect(footprint.restateFigures(on: .oneUnit).count == count)
        #expect(footprint == original)
    }

    @Test func withoutAnAmountNothingIsTouched() {
        var footprint = ProductFootprint()
        footprint.declaredUnit.basis = .oneUnit
        footprint.figures.fossil = Emissions(2, .kilogramsCO2e)
        let original = footprint
        #expect(footprint.restateFigures(on: .declaredAmount).isEmpty)
        #expect(footprint == original)
    }

    @Test func aFigureWithoutAnExactValueIsTakenOutAndTold() {
        var footprint = ProductFootprint()
        footprint.declaredUnit.amount = 3
        footprint.declaredUnit.basis = .declaredAmount
        footprint.figures.fossil = Emissions(10, .kilogramsCO2e)
        let restated = footprint.restateFigures(on: .oneUnit)
        #expect(restated.count == 1 && restated[0].after == nil)
        #expect(footprint.figures.fossil == nil)
    }

    @Test func amountsOfResultsAreRestatedToo() {
        var footprint = ProductFootprint()
        footprint.declaredUnit.amount = 1000
        footprint.declaredUnit.basis = .declaredAmount
        footprint.results = [IndicatorResult()]
        footprint.results[0].amounts = [ModuleAmount(), ModuleAmount()]
        footprint.results[0].amounts[1].amount = 2316
        let restated = footprint.restateFigures(on: .oneUnit)
        #expect(restated.count == 1)
        #expect(restated.first?.place?.result == 0 && restated.first?.place?.amount == 1)
        #expect(footprint.results[0].amounts[0].amount == nil)
        #expect(footprint.results[0].amounts[1].amount == ExactDecimal("2.316"))
    }

    @Test func aFigureForOneStaysAsItIsWritten() {
        var footprint = ProductFootprint()
        footprint.declaredUnit.amount = ExactDecimal("1.0")
        footprint.declaredUnit.basis = .declaredAmount
        footprint.figures.fossil = Emissions(ExactDecimal("1e-3")!, .kilogramsCO2e)
        _ = footprint.restateFigures(on: .oneUnit)
        #expect(footprint.figures.fossil?.amount.description == "1e-3")
    }

    @Test func kilogramsAndTonnesAreTheSameEmissions() {
        #expect(Emissions(1500, .kilogramsCO2e).equals(Emissions(ExactDecimal("1.5")!, .tonnesCO2e)))
        #expect(Emissions(1, .tonnesCO2e).converted(to: .kilogramsCO2e) == Emissions(1000, .kilogramsCO2e))
    }
}
