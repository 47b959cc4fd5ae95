import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import Testing

@Suite struct AASTests {
    private func property(_ name: String, _ value: String) -> String {
        #"{"modelType":"Property","idShort":"\#(name)","value":"\#(value)"}"#
    }

    private func footprint(_ phases: [String], _ others: String = "") -> String {
        let items = phases.map { #"{"modelType":"Property","value":"\#($0)"}"# }.joined(separator: ",")
        return #"{"modelType":"SubmodelElementCollection","value":[\#(property("PcfCO2eq", "17.2")),"#
            + #"{"modelType":"SubmodelElementList","idShort":"LifeCyclePhases","value":[\#(items)]}\#(others)]}"#
    }

    private func read(_ footprints: [String], _ members: String = "") throws -> ReadFile {
        try ReadFile(
            #"{"modelType":"Submodel","idShort":"CarbonFootprint",\#(members)"submodelElements":[{"modelType":"#
                + #""SubmodelElementList","idShort":"ProductCarbonFootprints","value":[\#(footprints.joined(separator: ","))]}]}"#,
            as: .aasPCF)
    }

    private func amounts(_ file: ReadFile) -> [ModuleAmount] {
        file.submission.footprints.flatMap { $0.results.flatMap(\.amounts) }
    }

    @Test(arguments: [
        (["A1-A3"], "A1-A3", BoundaryExtent.cradleToGate),
        (
            ["0173-1#07-ABU208#003", "A2 - cradle-to-gate transport to factory", "A3 - production"], "A1-A3",
            .cradleToGate
        ),
        (["A1-A3", "A4-A5", "B1-B7", "C1-C4"], "A1-C4", .cradleToGrave),
        (["A4 - transport to final destination"], "A4", nil),
    ])
    func phasesTellWhatAFigureIsFor(_ phases: [String], _ modules: String, _ extent: BoundaryExtent?) throws {
        let file = try read([footprint(phases)])
        #expect(amounts(file).map(\.modules) == [ModuleRange(modules)])
        #expect(file.submission.footprints[0].boundary.extent == extent)
    }

    @Test func phasesWithGapsAreNoStretchOfTheLifeCycle() throws {
        let file = try read([footprint(["A1-A3", "C1-C4"])])
        #expect(amounts(file).map(\.modules) == [nil])
        #expect(file.codes.contains("AAS-005"))
    }

    @Test func eachFootprintOfASubmodelIsOne() throws {
        let file = try read([footprint(["A1-A3"]), footprint(["A4"])])
        #expect(amounts(file).map(\.modules) == [ModuleRange("A1-A3"), ModuleRange("A4")])
        #expect(file.unread == [[], []])
    }

    @Test(arguments: [("g", "0.5"), ("kg", "500"), ("ml", "0.5")])
    func smallUnitsAreConvertedExactly(_ unit: String, _ amount: String) throws {
        let others =
            "," + property("ReferenceImpactUnitForCalculation", unit) + ","
            + property("QuantityOfMeasureForCalculation", "500")
        let file = try read([footprint(["A1-A3"], others)])
        #expect(file.submission.footprints[0].declaredUnit.amount?.equals(ExactDecimal(amount)!) == true)
    }

    @Test func emptyValuesAreReported() throws {
        let file = try read([
            #"{"modelType":"SubmodelElementCollection","value":[{"modelType":"Property","idShort":"PcfCO2eq"}]}"#
        ])
        #expect(file.codes.contains("AAS-001"))
        #expect(amounts(file) == [])
    }

    @Test func templatesAreTold() throws {
        #expect(try read([footprint(["A1-A3"])], #""kind":"Template","#).codes.contains("AAS-004"))
        #expect(try read([]).codes == ["AAS-002"])
    }

    @Test func valuesAloneAreRead() throws {
        let file = try ReadFile(
            #"{"ProductCarbonFootprints":[{"PcfCalculationMethods":["ISO 14067"],"PcfCo2eq":17.2,"ReferenceImpactUnitForCalculation":"kwH","QuantityOfMeasureForCalculation":1,"LifeCyclePhases":["A1-A3"],"PublicationDate":"2026-01-01T00:00:00Z"}]}"#,
            as: .aasPCF)
        #expect(file.codes == [])
        #expect(amounts(file).map { $0.amount?.description } == ["17.2"])
        #expect(file.submission.footprints[0].declaredUnit.unit == .kilowattHour)
    }
}
