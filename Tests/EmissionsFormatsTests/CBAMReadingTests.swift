import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import TestSupport
import Testing

@Suite struct CBAMReadingTests {
    @Test(arguments: CBAMSamples.own) func ownSamplesAreReadWithoutAFinding(_ name: String) throws {
        let bytes = try CBAMSamples.bytes(name)
        let recognized = Format.candidates(FileStart(bytes))
        #expect(recognized.map(\.format.name) == ["cbam-qreport"])
        #expect(recognized.first?.recognition.confidence == .yes)
        #expect(recognized.first?.recognition.version == "23.00")
        let report = try CBAMReport(bytes)
        #expect(report.summary == [])
        #expect(report.carried == [])
        #expect(report.version == "23.00")
    }

    @Test(
        .enabled(if: CBAMSamples.areHere, "shared/corpus/trade is not here"),
        arguments: [
            (CBAMSamples.official, "17.03", 1), (CBAMSamples.generated, "23.00", 1), (CBAMSamples.derived, "23.00", 1),
        ]) func collectedSamplesAreReadWhole(_ path: String, _ version: String, _ goods: Int) throws
    {
        let bytes = try Shared.bytes(path)
        #expect(Format.candidates(FileStart(bytes)).map(\.recognition.version) == [version])
        let report = try CBAMReport(bytes)
        #expect(report.version == version)
        #expect(report.submission.goods.count == goods)
        #expect(report.carried == [])
    }

    /// Names that are easily taken for one another: reading and writing alike would not show a swap.
    @Test func likeElementsGoToTheirOwnFields() throws {
        let submission = try CBAMReport(CBAMSamples.bytes("everything")).submission
        let header = submission.header
        #expect(header.declarant.identifier == "EORI 5" && header.representative.identifier == "EORI 15")
        #expect(header.importer.identifier == "EORI 25" && header.remarks == "Note 41")
        #expect(header.confirmation.dataIsComplete == true && header.confirmation.dataMayBeUsed == false)
        #expect(header.confirmation.place == "SignaturePlace 37" && header.confirmation.signature == "Signature 38")
        let good = try #require(submission.goods.first)
        #expect(good.representative.name == "Company 44" && good.importer.name == "Company 54")
        #expect(good.commodity.hs == "720837" && good.commodity.cn == "72083700")
        let processing = good.quantities[0].inwardProcessing[0]
        #expect(
            [processing.start, processing.end, processing.deadline].map { $0?.written }
                == ["20240201", "20240731", "20241031"])
        #expect(good.quantities[0].measures[0].netMass?.description == "78.123456")
        #expect(good.imported.netMass?.description == "82.123456")
        #expect(good.imported.supplementaryUnits?.description == "83.123456")
        #expect(good.documents[0].validity.start?.written == "2024-03-01")
        #expect(good.documents[0].validity.end?.written == "2025-02-28")
        let production = good.footprints[0].production
        #expect(production.installationOperator.address.city == "City 105")
        #expect(production.installation.address.city == "City 119")
        #expect(production.installation.latitude == "41.0122" && production.installation.longitude == "28.9760")
        #expect(production.produced.netMass?.description == "130.123456")
        #expect(production.routes[0].directParameters[0].identifier == "QPD10")
        #expect(production.routes[0].indirectParameters[0].identifier == "QPD17")
        #expect(production.documents[0].type == "N003" && good.documents[0].type == "E017")
        #expect(production.carbonPrices[0].products[0].quantity?.description == "189.12345")
        #expect(production.carbonPrices[0].products[0].freeAllocation?.description == "190.12345")
        let direct = good.footprints[0].embeddedEmissions.direct
        #expect(direct.determination == .actual && direct.electricityDetermination == .other)
        #expect(direct.specific?.description == "137.1234567")
        #expect(direct.electricityFactor.amount?.description == "140.1234567")
        #expect(direct.electricityImported?.description == "141.123")
        #expect(direct.electricityEmbedded?.description == "142.1234567")
        let indirect = good.footprints[0].embeddedEmissions.indirect
        #expect(indirect.electricityFactor.amount?.description == "148.12345")
        #expect(indirect.specific?.description == "149.1234567")
        #expect(indirect.electricityConsumed?.description == "151.12345")
    }

    /// What is wrong with the Commission's own sample, with the line it stands on.
    @Test(.enabled(if: CBAMSamples.areHere, "shared/corpus/trade is not here"))
    func theFaultsOfTheOfficialSampleAreFound() throws {
        let report = try CBAMReport(try Shared.bytes(CBAMSamples.official))
        #expect(
            report.summary == [
                "READ-004 4",  // ReportId without a value
                "CBAM-004 6",  // Year 20229
                "READ-006 22",  // Importer before Representative
                "READ-007 62",  // ApplicableMethdologyConfirmation
                "CBAM-005 82",  // PreviousProc 48
                "CBAM-006 191",  // MethodId P11, which means something else today
                "CBAM-005 198",  // ParameterId EQP08
                "CBAM-005 208",  // ParameterId EQP14
                "CBAM-006 228",  // MethodId P10
                "CBAM-007 255",  // Type TED02, too long for the schema
            ])
        #expect(report.unreadable == [])
        #expect(report.submission.header.reportingPeriod.year == "20229")
    }

    @Test(.enabled(if: CBAMSamples.areHere, "shared/corpus/trade is not here"))
    func placeholdersOfAGeneratedReportAreFound() throws {
        let report = try CBAMReport(try Shared.bytes(CBAMSamples.generated))
        #expect(report.summary == ["READ-003 5", "READ-002 82", "READ-002 95", "READ-004 103"])
        #expect(
            report.unreadable == [
                "/GoodsEmissions/CarbonPriceDue/InstrumentType", "/GoodsEmissions/CarbonPriceDue/ProductsCovered/Type",
            ])
        let emissions = report.submission.goods.first?.footprints.first?.embeddedEmissions
        #expect(emissions?.direct.specific?.description == "0.7852147410358565")
    }

    @Test func elementsOfOlderVersionsAreRead() throws {
        let report = try CBAMReport(CBAMSamples.bytes("everything-v17"))
        #expect(report.version == "17.03" && report.carried == [])
        #expect(report.summary == ["CBAM-008 105", "CBAM-006 254", "CBAM-005 261", "CBAM-005 271"])
        #expect(report.submission.header.draftIdentifier == "DraftReportId 302")
        #expect(report.submission.header.reported.goodsCount == 1)
        #expect(report.submission.header.reported.overall?.description == "301.1234567")
        let good = try #require(report.submission.goods.first)
        #expect(good.reported.direct?.description == "393.7654" && good.reported.indirect?.description == "394.7654")
        #expect(good.footprints[0].production.reported.direct?.description == "445.7654")
        #expect(good.footprints[0].embeddedEmissions.direct.justification == "Justification 460")
    }

    @Test(
        arguments: [
            ("<DraftReportId>1</DraftReportId>", "17.03"),
            ("<ImportedGood><CommodityCode><CnCode> 00 </CnCode></CommodityCode></ImportedGood>", "17.03"),
            ("<ImportedGood/><ImportedGood><TotalEmissions/></ImportedGood>", "18.00"),
            ("<Declarant><ActorAddress><Country>BE</Country></ActorAddress></Declarant>", "19.00"),
            ("<Importer><ImporterAddress><Country>BE</Country></ImporterAddress></Importer>", "23.00"),
        ]) func theVersionFollowsFromTheElements(_ elements: String, _ version: String) throws
    {
        #expect(try CBAMReport(elements: elements).version == version)
    }

    @Test func aCodeInTwoPiecesIsJoined() throws {
        let report = try CBAMReport(
            elements: """
                <ImportedGood><CommodityCode><HsCode>760900</HsCode><CnCode>10</CnCode></CommodityCode></ImportedGood>
                """)
        #expect(report.submission.goods.first?.commodity.cn == "76090010")
        #expect(report.summary == ["CBAM-008 1"])
    }

    @Test func anEmptyCommodityDetailsIsInOrder() throws {
        let report = try CBAMReport(
            elements: "<ImportedGood><CommodityCode><CommodityDetails/></CommodityCode></ImportedGood>")
        #expect(report.findings == [] && report.carried == [])
    }

    @Test func whatTheFormatDoesNotKnowIsCarried() throws {
        let report = try CBAMReport(
            elements: """
                <Extra>1</Extra><ImportedGood><ItemNumber>1</ItemNumber><Colour><Shade>grey</Shade></Colour></ImportedGood>
                """)
        #expect(
            report.carried == [
                Carried(format: "cbam-qreport", path: "/Extra", content: .text("1")),
                Carried(format: "cbam-qreport", path: "/Colour", content: .record([.init("Shade", .text("grey"))])),
            ])
        #expect(report.submission.asReport().bytes.contains("Extra".utf8) == false)
    }

    @Test func elementsBehindTheGoodsAreReportedAndRead() throws {
        let report = try CBAMReport(
            elements: "<Year>2025</Year><ImportedGood><ItemNumber>1</ItemNumber></ImportedGood>\n<ReportId>R</ReportId>"
        )
        #expect(report.summary == ["CBAM-003 2"])
        #expect(report.submission.header.reportingPeriod.year == "2025")
        #expect(report.submission.header.identifier == "R")
    }

    @Test(arguments: ["", " xmlns='urn:cbam:quarterly-report:v23.00'"])
    func anotherNamespaceIsReported(_ declaration: String) throws {
        let xml = "<QReport\(declaration)><Year>2025</Year></QReport>"
        let recognized = Format.candidates(FileStart(Array(xml.utf8)))
        #expect(recognized.map(\.recognition.confidence) == [.maybe])
        let report = try CBAMReport(xml)
        #expect(report.summary == ["CBAM-001 1"])
        #expect(report.submission.header.reportingPeriod.year == "2025")
    }

    @Test func anotherRootElementIsReported() throws {
        let xml = "<CBAMDeclaration/>"
        #expect(Format.candidates(FileStart(Array(xml.utf8))).isEmpty)
        #expect(try CBAMReport(xml).summary == ["CBAM-002 1"])
    }

    @Test(arguments: ["25", "20229", "MMXX", "+202"]) func aYearNeedsFourDigits(_ year: String) throws {
        let report = try CBAMReport(elements: "<Year>\(year)</Year>")
        #expect(report.findings.map(\.code) == ["CBAM-004"])
        #expect(report.findings.first?.path?.description == "reportingPeriod.year")
        #expect(report.findings.first?.location?.column == 73)
    }

    @Test func schemaHintsOnTheRootAreNoContent() throws {
        let report = try CBAMReport(
            """
            <QReport xmlns="http://xmlns.ec.eu/BusinessObjects/CBAM/Types/V1"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xsi:schemaLocation="http://xmlns.ec.eu/BusinessObjects/CBAM/Types/V1 QReport.xsd"><Year>2025</Year></QReport>
            """)
        #expect(report.findings == [] && report.carried == [])
    }
}
