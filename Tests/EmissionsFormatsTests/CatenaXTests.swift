import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import Testing

@Suite struct CatenaXTests {
    private func old(_ figures: String, _ members: String = "") throws -> ReadFile {
        try ReadFile(#"{"partialFullPcf":"Cradle-to-gate",\#(members)"pcf":{\#(figures)}}"#, as: .catenaX)
    }

    private func nested(_ group: String, _ content: String) throws -> ReadFile {
        try ReadFile(#"{"scopeOfPcfForm":[{}],"\#(group)":\#(content)}"#, as: .catenaX)
    }

    private func assessed(_ content: String) throws -> ReadFile {
        try nested("pcfAssessmentAndMethodology", #"[{"pcfAssessmentInformation":[\#(content)]}]"#)
    }

    private func converted(_ footprint: ProductFootprint, _ version: String) -> Adaptation {
        Format.catenaX.writer(version).adapt(.footprint(footprint), 0)
    }

    private func footprint(of adaptation: Adaptation) throws -> ProductFootprint {
        guard case .footprint(let footprint)? = adaptation.parts.first?.part else { throw Missing() }
        return footprint
    }

    private struct Missing: Error {}

    // MARK: Structure

    @Test func upToSevenFiguresStandForOneUnit() throws {
        let file = try old(#""declaredUnit":"liter","unitaryProductAmount":12,"pcfExcludingBiogenic":1.5"#)
        #expect(file.submission.footprints[0].declaredUnit.basis == .oneUnit)
    }

    @Test func fromEightOnFiguresStandForTheDeclaredAmount() throws {
        let file = try old(#""declaredUnitOfMeasurement":"liter","declaredUnitAmount":12"#)
        #expect(file.submission.footprints[0].declaredUnit.basis == .declaredAmount)
    }

    @Test func numbersKeepTheirDigits() throws {
        let file = try old(#""dataQualityRating":{"coveragePercent":1E+2}"#)
        #expect(file.submission.footprints[0].dataQuality.coverage?.description == "1E+2")
    }

    @Test func anObjectWithoutItsListIsReadAndReported() throws {
        let file = try nested("general", #"{"comment":"x"}"#)
        #expect(file.submission.footprints[0].identity.comment == "x")
        #expect(file.codes.contains("CX-001"))
    }

    @Test func ofSeveralEntriesTheFirstIsReadAndTheOthersAreKept() throws {
        let file = try nested("general", #"[{"comment":"x"},{"comment":"y"}]"#)
        #expect(file.submission.footprints[0].identity.comment == "x")
        #expect(file.submission.footprints[0].carried.map(\.path) == ["/general/1"])
        #expect(file.codes.contains("CX-002"))
    }

    @Test func anEmptyListIsNothing() throws {
        let file = try nested("general", "[]")
        #expect(file.submission.footprints[0].identity.comment == nil)
    }

    @Test func versionFourWrapsIdentifiers() throws {
        let file = try old("", #""companyIds":[{"companyId":"urn:x:1"}],"#)
        #expect(file.submission.footprints[0].company.identifiers == ["urn:x:1"])
    }

    @Test func versionEightListsItsVersion() throws {
        let file = try old(
            #""declaredUnitAmount":1"#, #""specVersion":["urn:io.catenax.pcf:datamodel:version:8.0.0"],"#)
        #expect(file.codes.contains("CX-006") == false)
    }

    @Test func aVersionThatDoesNotFitTheStructureIsReported() throws {
        let file = try old(
            #""declaredUnit":"liter""#, #""specVersion":"urn:io.catenax.pcf:datamodel:version:9.0.0","#)
        #expect(file.codes.contains("CX-006"))
    }

    @Test func aPredecessorWithoutANameIsReported() throws {
        let file = try assessed(#"{"idAndVersion":[{"precedingPfIds":[{}]}]}"#)
        #expect(file.codes.contains("CX-003"))
    }

    // MARK: Places

    @Test func theMostExactPlaceCounts() throws {
        let file = try old(
            #""geographyCountrySubdivision":"DE-NW","geographyCountry":"DE","geographyRegionOrSubregion":"Europe""#)
        #expect(file.submission.footprints[0].geography == .subdivision("DE-NW"))
        #expect(file.codes == [])
    }

    @Test(arguments: [
        #""geographyCountrySubdivision":"US-NY","geographyCountry":"DE""#,
        #""geographyCountry":"DE","geographyRegionOrSubregion":"Africa""#,
    ])
    func placesThatAreNotInEachOtherAreReported(_ members: String) throws {
        #expect(try old(members).codes == ["CX-005"])
    }

    @Test func severalPlacesAreNoPlace() throws {
        let file = try old(#""geographyRegionOrSubregion":"Several""#)
        #expect(file.submission.footprints[0].geography == nil)
        #expect(file.submission.footprints[0].carried.map(\.content) == [.text("Several")])
    }

    @Test func aCountryIsWrittenWithItsRegion() throws {
        var footprint = ProductFootprint()
        footprint.geography = .country("VN")
        let written = Format.catenaX.writer("9.0.0").write(.footprint(footprint), SubmissionHeader())
        #expect(String(decoding: written.bytes, as: UTF8.self).contains("South-eastern Asia"))
    }

    // MARK: Words

    @Test(arguments: [
        ("ecoinvent 3.8", "ecoinvent", "3.8"), ("GaBi v2022 SP 1", "GaBi", "v2022 SP 1"), ("own data", "own data", nil),
    ])
    func aSourceIsANameAndAVersion(_ text: String, _ name: String, _ version: String?) throws {
        let file = try old(#""secondaryEmissionFactorSources":[{"secondaryEmissionFactorSource":"\#(text)"}]"#)
        let source = file.submission.footprints[0].dataQuality.emissionFactorSources[0]
        #expect(source.name == name)
        #expect(source.version == version)
    }

    @Test(arguments: ["GHG Protocol Product Standard", "GHG Protocol Product standard"])
    func bothSpellingsOfTheProductStandardAreRead(_ name: String) throws {
        let file = try old(#""crossSectoralStandardsUsed":[{"crossSectoralStandard":"\#(name)"}]"#)
        #expect(file.submission.footprints[0].methodology.standards == [.ghgProtocolProduct])
    }

    @Test func halfAUnitIsReported() throws {
        let file = try old(#""declaredUnitOfMeasurement":"megabit","declaredUnitAmount":1"#)
        #expect(file.submission.footprints[0].declaredUnit.otherUnit == "megabit")
        #expect(file.codes == ["CX-007"])
    }

    // MARK: Checks

    @Test func theTotalOfAStageIsItsSumWithAircraft() throws {
        let right = try old(
            #""distributionStagePcfExcludingBiogenic":0.7,"distributionStageFossilGhgEmissions":0.5,"distributionStageAircraftGhgEmissions":0.2"#
        )
        #expect(right.codes == [])
        let wrong = try old(
            #""distributionStagePcfExcludingBiogenic":0.5,"distributionStageFossilGhgEmissions":0.5,"distributionStageAircraftGhgEmissions":2.2"#
        )
        #expect(wrong.codes == ["CX-008"])
    }

    @Test(arguments: [
        #""massBalancingUsed":true,"freeAttributionInMassBalancing":"true""#,
        #""massBalancingUsed":true,"massBalancingCertificateScheme":"x""#,
        #""massBalancingUsed":false,"freeAttributionInMassBalancing":"true""#,
    ])
    func massBalancingIsDescribedWhereItIsUsed(_ members: String) throws {
        #expect(try old(#""declaredUnitAmount":1,"# + members).codes == ["CX-009"])
    }

    @Test func noMoreIsVerifiedThanThereIs() throws {
        let file = try old(
            #""declaredUnitAmount":1,"productVerificationShare3rdParty":60,"productVerificationShare1stParty":50"#)
        #expect(file.codes == ["CX-010"])
    }

    @Test func theSignOfOldWithdrawalsIsReported() throws {
        let version = #""specVersion":"urn:io.catenax.pcf:datamodel:version:5.0.0","#
        #expect(try old(#""biogenicCarbonWithdrawal":0.5"#, version).codes == ["CX-004"])
        #expect(try old(#""biogenicCarbonWithdrawal":0"#, version).codes == [])
    }

    // MARK: Writing

    @Test func figuresOfStagesAreRestatedAsAllOthersAre() throws {
        var source = ProductFootprint()
        (source.declaredUnit.amount, source.declaredUnit.unit, source.declaredUnit.basis) = (8, .kilogram, .oneUnit)
        source.carried = [
            Carried(
                format: "catena-x-pcf", path: "/pcf/distributionStageFossilGhgEmissions", content: .number("0.05"))
        ]
        let adaptation = converted(source, "9.0.0")
        #expect(try footprint(of: adaptation).carried.map(\.content) == [.number("0.40")])
        #expect(adaptation.restatements.contains { $0.reason == "0.05 × 8 kilogram" })
    }

    @Test func aFigureWithoutAnExactQuotientIsNotWritten() throws {
        var source = ProductFootprint()
        (source.declaredUnit.amount, source.declaredUnit.unit, source.declaredUnit.basis) = (
            3, .kilogram, .declaredAmount
        )
        let path =
            "/productLifeCycleStagesAndEmissions/0/distributionStage/0/distributionStageFossilGhgEmissions"
        source.carried = [Carried(format: "catena-x-pcf", path: path, content: .number("1"))]
        #expect(try footprint(of: converted(source, "7.0.0")).carried.map(\.path) == [path])
    }

    @Test func whatComesFromPACTEndsAtTheGate() throws {
        var source = ProductFootprint()
        source.identity.specificationVersion = "3.0.0"
        #expect(try footprint(of: converted(source, "9.0.0")).boundary.extent == .cradleToGate)
    }

    @Test func howFarAFootprintGoesIsNotInvented() throws {
        #expect(try footprint(of: converted(ProductFootprint(), "9.0.0")).boundary.extent == nil)
    }

    @Test func aFootprintToTheGraveIsNotWrittenAsPACT() throws {
        var source = ProductFootprint()
        source.boundary.extent = .cradleToGrave
        source.figures.excludingBiogenicUptake = Emissions(2, .kilogramsCO2e)
        let adaptation = Format.pact.writer("3.0").adapt(.footprint(source), 0)
        #expect(try footprint(of: adaptation).figures.isEmpty)
        #expect(adaptation.findings.map(\.code) == ["CNV-004"])
    }

    @Test(arguments: [("9.0.0", "3.0.0", 1), ("9.0.0", "urn:io.catenax.pcf:datamodel:version:7.0.0", 0)])
    func aircraftThatPACTCountsAmongFossilEmissionsIsReported(_ target: String, _ stated: String, _ count: Int) {
        var source = ProductFootprint()
        source.identity.specificationVersion = stated
        source.figures.aircraft = Emissions(2, .kilogramsCO2e)
        #expect(converted(source, target).findings.filter { $0.code == "CNV-005" }.count == count)
    }

    @Test func ratingsOfSevenAreOnAnotherScaleThanThoseOfNine() throws {
        var source = ProductFootprint()
        source.identity.specificationVersion = "urn:io.catenax.pcf:datamodel:version:7.0.0"
        source.dataQuality.technological = 2
        #expect(try footprint(of: converted(source, "9.0.0")).dataQuality.technological == nil)
        #expect(try footprint(of: converted(source, "7.0.0")).dataQuality.technological == 2)
    }

    @Test func rulesWithSeveralNamesBecomeSeveral() throws {
        var source = ProductFootprint(), rules = ProductCategoryRules()
        (rules.publisher, rules.names) = (.pef, ["a", "b"])
        source.methodology.productCategoryRules = [rules]
        #expect(
            try footprint(of: converted(source, "9.0.0")).methodology.productCategoryRules.map(\.names) == [
                ["a"], ["b"],
            ])
    }

    @Test func theNamespaceOfAURNPublishesTheRule() throws {
        var source = ProductFootprint(), rules = ProductCategoryRules()
        rules.names = ["urn:tfs-initiative.com:PCR:x"]
        source.methodology.productCategoryRules = [rules]
        let read = try footprint(of: converted(source, "7.0.0")).methodology.productCategoryRules[0]
        #expect(read.publisher == .other)
        #expect(read.otherPublisher == "tfs-initiative.com")
    }
}
