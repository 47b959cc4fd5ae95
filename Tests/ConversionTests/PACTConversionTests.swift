import EmissionsDiagnostics
import EmissionsExchange
import EmissionsFormats
import EmissionsModel
import Testing

/// PACT's conventions: one denominator per major version, one geography, several shapes of file.
@Suite struct PACTConversionTests {
    static let pact = Format.named("pact")!

    private func convert(_ json: String, to version: String = "3.0") throws -> (text: String, report: ConversionReport)
    {
        let (output, report) = try converter(to: Self.pact, version: version).convert(Array(json.utf8))
        #expect(report.account.isBalanced)
        return (String(decoding: output, as: UTF8.self), report)
    }

    private func codes(_ report: ConversionReport) -> [String] { report.source.findings.map(\.code.description) }

    @Test func figuresPerUnitBecomeFiguresPerDeclaredAmount() throws {
        let (text, report) = try convert(
            #"{"specVersion":"2.2.0","pcf":{"declaredUnit":"liter","unitaryProductAmount":"12","pCfExcludingBiogenic":"1.5"}}"#
        )
        #expect(text.contains(#""pcfExcludingBiogenicUptake": "18.0""#))
        #expect(text.contains(#""declaredUnitAmount": "12""#))
        let shown = report.restatements.first { $0.path == "footprints[0].figures.excludingBiogenicUptake" }
        #expect(shown?.reason == "1.5 × 12 liter")
    }

    @Test func figuresPerDeclaredAmountBecomeFiguresPerUnitWhereTheQuotientEnds() throws {
        let (text, _) = try convert(
            #"{"specVersion":"3.0.0","pcf":{"declaredUnitOfMeasurement":"liter","declaredUnitAmount":"12","pcfExcludingBiogenicUptake":"18"}}"#,
            to: "2.3")
        #expect(text.contains(#""pCfExcludingBiogenic": "1.5""#))
        #expect(text.contains(#""unitaryProductAmount": "12""#))
    }

    @Test func noRoundedQuotientIsWritten() throws {
        let (text, report) = try convert(
            #"{"specVersion":"3.0.0","pcf":{"declaredUnitOfMeasurement":"liter","declaredUnitAmount":"3","pcfExcludingBiogenicUptake":"10"}}"#,
            to: "2.3")
        #expect(!text.contains("pCfExcludingBiogenic"))
        #expect(codes(report).contains("TGT-003"))
        #expect(!report.isComplete)
    }

    @Test func logisticsTotalsAreNotMultipliedAgain() throws {
        let (text, report) = try convert(
            #"{"specVersion":"2.1.0","pcf":{"declaredUnit":"ton kilometer","unitaryProductAmount":"36.801","pCfExcludingBiogenic":"36.801"},"extensions":[{"specVersion":"2.0.0","dataSchema":"https://api.ileap.sine.dev/shipment-footprint.json","data":{"mass":"87"}}]}"#
        )
        #expect(text.contains(#""pcfExcludingBiogenicUptake": "36.801""#))
        #expect(codes(report).contains("PACT-004"))
    }

    @Test func aSecondGeographyIsAnErrorAndStays() throws {
        let (text, report) = try convert(
            #"{"specVersion":"3.0.0","pcf":{"declaredUnitOfMeasurement":"liter","geographyCountry":"DE","geographyRegionOrSubregion":"Europe"}}"#
        )
        #expect(codes(report).contains("PACT-001"))
        #expect(
            text.contains(#""geographyCountry": "DE""#) && text.contains(#""geographyRegionOrSubregion": "Europe""#))
        #expect(report.account.kept == 1)
    }

    @Test(arguments: [
        #"{"specVersion":"3.0.0","pcf":{"declaredUnitAmount":"1"}}"#,
        #"[{"specVersion":"3.0.0","pcf":{"declaredUnitAmount":"1"}}]"#,
        #"{"data":{"specVersion":"3.0.0","pcf":{"declaredUnitAmount":"1"}}}"#,
        #"{"data":[{"specVersion":"3.0.0","pcf":{"declaredUnitAmount":"1"}}]}"#,
        "{\"specVersion\":\"3.0.0\",\"pcf\":{\"declaredUnitAmount\":\"1\"}}\n",
    ])
    func everyShapeOfFileIsRead(_ json: String) throws {
        let (_, report) = try convert(json)
        #expect(report.source.format == "pact" && report.source.version == "3.0" && report.source.records == 1)
        #expect(report.account.carried == report.account.total && report.account.total > 0)
    }

    @Test func aVersionThatDoesNotFitTheNamesIsReported() throws {
        let (_, report) = try convert(#"{"specVersion":"2.1.0","pcf":{"declaredUnitAmount":"1"}}"#)
        #expect(codes(report).contains("PACT-002"))
        #expect(report.source.version == "3.0")
    }

    @Test func unknownMembersStandWhereTheyStood() throws {
        let (text, report) = try convert(
            #"{"specVersion":"3.0.0","house":{"rank":[1,2]},"pcf":{"declaredUnitAmount":"1","shade":"green","dqi":{"x":null}}}"#
        )
        #expect(report.account.kept == 3 && report.account.unread == 0)
        #expect(text.contains(#""shade": "green""#) && text.contains(#""rank": ["#))
    }

    @Test func aNumberInsteadOfTextIsReadAndReported() throws {
        let (text, report) = try convert(#"{"specVersion":"3.0.0","pcf":{"declaredUnitAmount":1.50}}"#)
        #expect(text.contains(#""declaredUnitAmount": "1.50""#))
        #expect(codes(report).contains("READ-008"))
    }

    @Test func aDecimalCommaIsNotReadAndStaysInTheAccount() throws {
        let (text, report) = try convert(
            #"{"specVersion":"3.0.0","pcf":{"declaredUnitAmount":"1","pcfExcludingBiogenicUptake":"8,42769"}}"#)
        #expect(!text.contains("8,42769"))
        #expect(report.account.unread == 1)
        let finding = try #require(report.source.findings.first { $0.code == "READ-002" })
        #expect(finding.location?.address == .pointer("/pcf/pcfExcludingBiogenicUptake"))
        #expect(finding.help?.contains("decimal point") == true)
    }

    @Test func moreDigitsThanCanBeKeptAreReported() throws {
        let (_, report) = try convert(
            #"{"specVersion":"3.0.0","pcf":{"declaredUnitAmount":"1","fossilGhgEmissions":"\#(String(repeating: "7", count: 45))"}}"#
        )
        #expect(codes(report).contains("READ-005"))
        #expect(report.account.unread == 1)
    }

    @Test func aProductTooLongToBeExactIsReportedNotRounded() throws {
        let digits = String(repeating: "7", count: 30)
        let (_, report) = try convert(
            #"{"specVersion":"2.2.0","pcf":{"declaredUnit":"liter","unitaryProductAmount":"\#(digits)","fossilGhgEmissions":"\#(digits)"}}"#
        )
        #expect(codes(report).contains("TGT-003"))
    }
}
