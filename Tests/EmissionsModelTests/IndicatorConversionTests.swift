import EmissionsModel
import Testing

@Suite struct IndicatorConversionTests {
    private func result(_ amounts: [String], _ unit: IndicatorUnit) -> IndicatorResult {
        var result = IndicatorResult()
        result.unit = unit
        result.amounts = amounts.map { text in
            var amount = ModuleAmount()
            amount.amount = ExactDecimal(text)
            return amount
        }
        return result
    }

    @Test func phosphorusBecomesPhosphateAndComesBack() throws {
        let phosphorus = result(["0.0015", "-2"], .kilogramsPhosphorus)
        let phosphate = try #require(phosphorus.converted(to: .kilogramsPhosphate))
        #expect(phosphate.unit == .kilogramsPhosphate)
        #expect(phosphate.amounts.map(\.amount?.plain) == ["0.0045990", "-6.132"])
        let back = try #require(phosphate.converted(to: .kilogramsPhosphorus))
        #expect(back.amounts.map { $0.amount?.stripped.plain } == ["0.0015", "-2"])
    }

    @Test func anAmountWithoutAnExactValueConvertsNothing() {
        #expect(result(["3.066", "1"], .kilogramsPhosphate).converted(to: .kilogramsPhosphorus) == nil)
    }

    @Test func unitsOfDifferentThingsAreNeverTakenForEachOther() {
        #expect(result(["1"], .kilogramsPhosphate).converted(to: .kilogramsNitrogen) == nil)
        #expect(result(["1"], .kilogramsSO2e).conversion(to: .molesHydrogenIons) == nil)
    }

    @Test func tonnesAreAThousandKilograms() {
        #expect(result(["1.5"], .tonnesCO2e).converted(to: .kilogramsCO2e)?.amounts[0].amount?.equals(1500) == true)
        #expect(result(["1.5"], .kilogramsCO2e).converted(to: .tonnesCO2e)?.amounts[0].amount?.plain == "0.0015")
    }

    @Test func gapsStayGaps() {
        var gap = result([], .kilogramsPhosphorus)
        gap.amounts = [ModuleAmount()]
        gap.amounts[0].gap = .notDeclared
        #expect(gap.converted(to: .kilogramsPhosphate)?.amounts == gap.amounts)
    }
}
