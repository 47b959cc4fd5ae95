import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import Testing

@Suite struct OpenEPDReadingTests {
    private func read(_ members: String) throws -> ReadFile {
        try ReadFile(#"{"openepd_version":"0.1",\#(members)}"#, as: .openEPD)
    }
    private func impacts(_ members: String) throws -> ReadFile {
        try read(#""doctype":"openEPD","impacts":{"EF 3.1":{\#(members)}}"#)
    }

    @Test(arguments: [
        ("openEPD", DeclarationKind.specific), ("openIndustryEpd", .average), ("openGenericEstimate", .generic),
    ])
    func theDoctypeTellsTheKind(_ doctype: String, _ kind: DeclarationKind) throws {
        let file = try read(#""doctype":"\#(doctype)""#)
        #expect(file.submission.footprints[0].declaration.kind == kind)
        #expect(file.findings == [])
    }

    @Test func aDoctypeInOtherLettersIsUnderstoodAndCanBePutRight() throws {
        let file = try read(#""doctype":"OpenEPD""#)
        #expect(file.submission.footprints[0].declaration.kind == .specific)
        #expect(file.codes == ["OEPD-001"])
        #expect(file.findings[0].fix?.safety == .safe)
    }

    @Test func whatIsNotDeclaredIsAGap() throws {
        let file = try impacts(#""gwp":{"A4":null,"D":{"mean":1,"unit":"kgCO2e"}}"#)
        let amounts = file.submission.footprints[0].results[0].amounts
        #expect(amounts.map(\.gap) == [.notDeclared, nil])
        #expect(file.findings == [])
    }

    @Test(arguments: ["gwp_fossil", "GWP-fossil"]) func anotherNameOfAnIndicatorIsUnderstood(_ key: String) throws {
        let file = try impacts(#""\#(key)":{"A1":{"mean":1,"unit":"kgCO2e"}}"#)
        #expect(file.submission.footprints[0].results.map(\.indicator) == [.globalWarmingFossil])
        #expect(file.codes == ["OEPD-002"])
    }

    @Test func oneIndicatorByTwoNamesIsReadOnceAndKept() throws {
        let file = try impacts(
            #""gwp-fossil":{"A1":{"mean":1,"unit":"kgCO2e"}},"gwp_fossil":{"A1":{"mean":2,"unit":"kgCO2e"}}"#)
        let footprint = file.submission.footprints[0]
        #expect(footprint.results.count == 1)
        #expect(footprint.carried.map(\.path) == ["/impacts/EF 3.1/gwp_fossil"])
        #expect(file.codes == ["OEPD-003"])
    }

    @Test(arguments: [#""FOO":{"gwp":{"A1":{"mean":1}}}"#, #""EF 3.1":{"foo":{"A1":{"mean":1}}}"#])
    func aNameThatIsNotKnownKeepsItsFigures(_ members: String) throws {
        let file = try read(#""doctype":"openEPD","impacts":{\#(members)}"#)
        #expect(file.submission.footprints[0].results == [])
        #expect(file.submission.footprints[0].carried.count == 1)
        #expect(file.codes == ["OEPD-003"])
    }

    @Test(arguments: ["kgCO2e", "kg CO2 eq.", "kg CO2-eq", "kg CO₂e", "kgCO2eq"])
    func spellingsOfAUnitAreTheSameUnit(_ text: String) throws {
        let file = try impacts(#""gwp":{"A1":{"mean":1,"unit":"\#(text)"}}"#)
        #expect(file.submission.footprints[0].results[0].unit == .kilogramsCO2e)
        #expect(file.findings == [])
    }

    @Test(arguments: ["MJ", "bananas", "KGCO2E"]) func aUnitThatTheIndicatorDoesNotHaveIsKeptAsText(
        _ text: String
    ) throws {
        let file = try impacts(#""gwp":{"A1":{"mean":1,"unit":"\#(text)"}}"#)
        let result = file.submission.footprints[0].results[0]
        #expect(result.unit == nil)
        #expect(result.unitDefinition.names.map(\.text) == [text])
        #expect(file.codes == ["OEPD-007"])
    }

    @Test func phosphateIsNotReadAsPhosphorus() throws {
        let file = try impacts(#""ep-fresh":{"A1":{"mean":3.066,"unit":"kgPO4e"}}"#)
        let result = file.submission.footprints[0].results[0]
        #expect(result.unit == .kilogramsPhosphate)
        #expect(result.amounts[0].amount == ExactDecimal("3.066"))
    }

    @Test func aFigureInAnotherUnitThanTheOthersIsNotReadAmongThem() throws {
        let file = try impacts(#""gwp":{"A1":{"mean":1,"unit":"kgCO2e"},"A2":{"mean":0.001,"unit":"tCO2e"}}"#)
        let footprint = file.submission.footprints[0]
        #expect(footprint.results[0].amounts.count == 1)
        #expect(footprint.carried.map(\.path) == ["/impacts/EF 3.1/gwp/A2"])
        #expect(file.codes == ["OEPD-005"])
    }

    @Test func scenariosOfTheEndOfLifeAreToldApart() throws {
        let file = try impacts(
            #""gwp":{"C_scenarios":[{"name":"Landfill","likelihood":0.4,"C4":{"mean":1,"unit":"kgCO2e"}}]}"#)
        let footprint = file.submission.footprints[0]
        #expect(footprint.results[0].amounts.map(\.scenario) == ["Landfill"])
        #expect(footprint.declaration.scenarios.map(\.name) == ["Landfill"])
        #expect(footprint.declaration.scenarios.map(\.likelihood) == [ExactDecimal("0.4")])
    }

    @Test func aScenarioWithoutANameIsKept() throws {
        let file = try impacts(#""gwp":{"C_scenarios":[{"C4":{"mean":1,"unit":"kgCO2e"}}]}"#)
        #expect(file.submission.footprints[0].results[0].amounts == [])
        #expect(file.submission.footprints[0].carried.count == 1)
        #expect(file.codes == ["OEPD-006"])
    }

    @Test func aMassInPoundsIsKeptAndNotTakenForKilograms() throws {
        let file = try read(#""doctype":"openEPD","kg_per_declared_unit":{"qty":2,"unit":"lb"}"#)
        let footprint = file.submission.footprints[0]
        #expect(footprint.declaredUnit.mass == nil)
        #expect(footprint.carried.map(\.path) == ["/kg_per_declared_unit"])
        #expect(file.codes == ["OEPD-004"])
    }

    @Test(arguments: [("kg", UnitOfMeasure.kilogram), ("item", .piece), ("m2", .squareMeter)])
    func declaredUnitsAreKnown(_ text: String, _ unit: UnitOfMeasure) throws {
        let file = try read(#""doctype":"openEPD","declared_unit":{"qty":1,"unit":"\#(text)"}"#)
        #expect(file.submission.footprints[0].declaredUnit.unit == unit)
        #expect(file.submission.footprints[0].declaredUnit.basis == .declaredAmount)
    }

    @Test func aDeclaredUnitThatMayBeAnotherStaysText() throws {
        let file = try read(#""doctype":"openEPD","declared_unit":{"qty":1,"unit":"ton"}"#)
        #expect(file.submission.footprints[0].declaredUnit.unit == nil)
        #expect(file.submission.footprints[0].declaredUnit.otherUnit == "ton")
    }

    @Test func whatHasNoFieldStaysWhereItIs() throws {
        let file = try read(#""doctype":"openEPD","pcr":{"id":"EC3R0001","parent":{"id":"EC3R0002"}},"private":true"#)
        #expect(file.submission.footprints[0].carried.map(\.path) == ["/pcr/parent", "/private"])
    }

    @Test func severalDocumentsStandInAListOrOneAfterAnother() throws {
        let document = #"{"doctype":"openEPD","openepd_version":"0.1"}"#
        #expect(try ReadFile("[\(document),\(document)]", as: .openEPD).parts.count == 2)
        #expect(try ReadFile("\(document)\n\(document)\n", as: .openEPD).parts.count == 2)
    }
}
