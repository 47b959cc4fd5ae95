import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import Testing

/// Declarations as ILCD process data sets with the EPD extensions.
@Suite struct ILCDTests {
    private static let gwp = "a7ea142a-9749-11ed-a8fc-0242ac120002"
    private static let pocp = "b5c610fe-def3-11e6-bf01-fe55135034f3"
    private static let freshwater = "b53ec18f-7377-4ad3-86eb-cc3f4f276b2b"
    private static let kgP = "0429039d-a61d-4590-ba67-aa4a20a810a1"
    private static let carbonDioxide = "1ebf3012-d0db-4de2-aefd-ef30cedb0be1"

    private func process(_ results: String, information: String = "", exchanges: String = "") -> String {
        """
        <processDataSet xmlns="http://lca.jrc.it/ILCD/Process" xmlns:common="http://lca.jrc.it/ILCD/Common" \
        xmlns:epd="http://www.iai.kit.edu/EPD/2013" version="1.1">
        <processInformation><dataSetInformation><common:UUID>57a4ae65-d305-421e-b21f-a3f0c35b8abe</common:UUID>
        \(information)</dataSetInformation></processInformation>
        \(exchanges)<LCIAResults>\(results)</LCIAResults></processDataSet>
        """
    }

    private func impact(
        _ identifier: String, _ name: String, _ amounts: String, group: String = carbonDioxide,
        unit: String = "kg CO2 eqv."
    ) -> String {
        """
        <LCIAResult><referenceToLCIAMethodDataSet type="LCIA method data set" refObjectId="\(identifier)">
        <common:shortDescription xml:lang="en">\(name)</common:shortDescription></referenceToLCIAMethodDataSet>
        <common:other>\(amounts)<epd:referenceToUnitGroupDataSet type="unit group data set" refObjectId="\(group)">
        <common:shortDescription xml:lang="en">\(unit)</common:shortDescription></epd:referenceToUnitGroupDataSet>
        </common:other></LCIAResult>
        """
    }

    private func read(_ text: String) throws -> (footprint: ProductFootprint, file: ReadFile) {
        let file = try ReadFile(text, as: .ilcdEPD)
        return (try #require(file.submission.footprints.first), file)
    }

    // MARK: Amounts

    @Test func modulesAndTheirSumAreSeparateFacts() throws {
        let amounts = ["A1", "A2", "A3", "A1-A3"].map { "<epd:amount epd:module=\"\($0)\">1.50</epd:amount>" }.joined()
        let (footprint, _) = try read(process(impact(Self.gwp, "GWP", amounts)))
        let found = footprint.results[0].amounts
        #expect(found.map { $0.modules?.description } == ["A1", "A2", "A3", "A1-A3"])
        #expect(found.map { $0.amount?.description } == ["1.50", "1.50", "1.50", "1.50"])
    }

    @Test(arguments: [
        ("ND", AmountGap.notDeclared), ("MNA", .moduleNotAssessed), ("INA", .indicatorNotAssessed),
        ("MND", .moduleNotDeclared), ("MNR", .moduleNotRelevant), ("", .empty),
    ])
    func wordsForNoAmountAreKeptApart(_ word: String, _ gap: AmountGap) throws {
        let (footprint, file) = try read(
            process(impact(Self.gwp, "GWP", "<epd:amount epd:module=\"B1\">\(word)</epd:amount>")))
        #expect(footprint.results[0].amounts[0].gap == gap)
        #expect(footprint.results[0].amounts[0].amount == nil)
        #expect(file.codes == [])
    }

    @Test func anAmountThatIsNoNumberIsNotGuessed() throws {
        let (footprint, file) = try read(
            process(impact(Self.gwp, "GWP", "<epd:amount epd:module=\"A1\">1.83+03</epd:amount>")))
        #expect(footprint.results[0].amounts[0].amount == nil)
        #expect(file.codes == ["READ-002"])
        #expect(file.findings[0].location?.line == 6)
    }

    @Test func attributesWithoutTheirPrefixAreRead() throws {
        let (footprint, file) = try read(
            process(impact(Self.gwp, "GWP", "<epd:amount module=\"C3\" scenario=\"burned\">2</epd:amount>")))
        #expect(footprint.results[0].amounts[0].modules == ModuleRange(.c3))
        #expect(footprint.results[0].amounts[0].scenario == "burned")
        #expect(file.codes == [] && file.unread == [[]])
    }

    // MARK: Indicators

    @Test func theMethodIsToldByTheIdentifiersThatDiffer() throws {
        let amount = "<epd:amount epd:module=\"A1\">1</epd:amount>"
        let ef31 = try read(process(impact(Self.gwp, "GWP", amount) + impact(Self.pocp, "POCP", amount))).footprint
        #expect(ef31.results.map(\.method) == [.ef31, .ef31])
        let open = try read(process(impact(Self.pocp, "POCP", amount))).footprint
        #expect(open.results.map(\.method) == [.ef3])
    }

    @Test func aNameOfAnotherIndicatorIsReportedAndTheIdentifierHolds() throws {
        let (footprint, file) = try read(
            process(
                impact(
                    Self.pocp, "Acidification potential (AP)", "<epd:amount epd:module=\"A1\">1</epd:amount>",
                    group: "d27c25f8-fbc1-44c6-b47b-4adbae4199c6", unit: "kg NMVOC eqv.")))
        #expect(footprint.results[0].indicator == .photochemicalOzone)
        #expect(file.codes == ["ILCD-004"])
        #expect(
            file.findings[0].location?.address
                == .xpath("/processDataSet/LCIAResults/LCIAResult/referenceToLCIAMethodDataSet/common:shortDescription")
        )
    }

    @Test func theUnitOfTheGroupHoldsAgainstAnotherName() throws {
        let (footprint, file) = try read(
            process(
                impact(
                    Self.freshwater, "EP-freshwater", "<epd:amount epd:module=\"A1\">1</epd:amount>", group: Self.kgP,
                    unit: "kg PO_(4)-Äq.")))
        #expect(footprint.results[0].unit == .kilogramsPhosphorus)
        #expect(file.codes == ["ILCD-006"])
    }

    @Test func anotherUnitGroupThanTheIndicatorsIsAnError() throws {
        let (_, file) = try read(
            process(impact(Self.freshwater, "EP-freshwater", "<epd:amount epd:module=\"A1\">1</epd:amount>")))
        #expect(file.codes == ["ILCD-005"])
    }

    @Test func anUnknownIdentifierIsNotMatchedByItsName() throws {
        let (footprint, file) = try read(
            process(
                impact(
                    "6a37f984-a4b3-4d53-8a9b-d29a83f8c5e8", "Global warming (GWP-total)",
                    "<epd:amount epd:module=\"A1\">1</epd:amount>")))
        #expect(footprint.results[0].indicator == nil)
        #expect(file.codes == ["ILCD-003"])
    }

    // MARK: The reference flow

    @Test func aReferenceFlowThatIsNotThereIsAnError() throws {
        let text = process("", exchanges: "<exchanges><exchange dataSetInternalID=\"1\"/></exchanges>").replacing(
            "</dataSetInformation>",
            with:
                "</dataSetInformation><quantitativeReference><referenceToReferenceFlow>7</referenceToReferenceFlow></quantitativeReference>"
        )
        #expect(try read(text).file.codes == ["ILCD-002"])
    }

    @Test func anInventoryIsNoDeclaration() throws {
        let text = process("").replacing(
            "</processInformation>",
            with:
                "</processInformation><modellingAndValidation><LCIMethodAndAllocation><typeOfDataSet>LCI result</typeOfDataSet></LCIMethodAndAllocation></modellingAndValidation>"
        )
        #expect(try read(text).file.codes == ["ILCD-001"])
    }

    // MARK: Round trips

    @Test func whatTheModelHasNoFieldForComesBackInTheOrderOfTheSchema() throws {
        let text = process(
            "",
            information:
                "<name><baseName xml:lang=\"de\">Kalk</baseName></name><common:other><epd:safetyMargins><epd:margins>10</epd:margins></epd:safetyMargins></common:other>"
        )
        let (footprint, file) = try read(text)
        #expect(file.unread == [[]])
        #expect(
            footprint.carried.map(\.path) == ["/processInformation/dataSetInformation/common:other/epd:safetyMargins"])
        let again = written(file.submission, as: .ilcdEPD)
        #expect(try read(again).footprint.carried == footprint.carried)
        let name = try #require(again.firstRange(of: "<baseName")),
            other = try #require(again.firstRange(of: "<common:other"))
        #expect(name.lowerBound < other.lowerBound)
    }

    @Test func aDeclarationWrittenFromAnotherHasOfficialIdentifiers() throws {
        var footprint = ProductFootprint()
        footprint.identity.identifier = "EC3CS2K2"
        var result = IndicatorResult()
        (result.indicator, result.method, result.unit) = (.photochemicalOzone, .ef31, .kilogramsNMVOC)
        var amount = ModuleAmount()
        (amount.modules, amount.amount) = (.productStage, 2)
        result.amounts = [amount]
        footprint.results = [result]
        var submission = Submission()
        submission.append(.footprint(footprint))
        let back = try read(written(submission, as: .ilcdEPD)).footprint
        #expect(back.results[0].definition.identifier == Self.pocp)
        #expect(back.results[0].unit == .kilogramsNMVOC)
        #expect(back.identity.identifier?.count == 36)
    }
}
