import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import Testing

@Suite struct CBAMAdaptationTests {
    private func adapted(_ part: SubmissionPart, index: Int = 0) throws -> (good: ImportedGood, Adaptation) {
        let adaptation = Format.cbamQReport.writer("23.00").adapt(part, index)
        guard adaptation.parts.count == 1, case .good(let good) = adaptation.parts[0].part else {
            throw NotAGood()
        }
        return (good, adaptation)
    }

    struct NotAGood: Error {}

    private var footprint: ProductFootprint {
        var footprint = ProductFootprint()
        footprint.product.name = "Hot-rolled coil"
        footprint.product.classifications = [
            Classification(.centralProductClassification, "41211"), Classification(.harmonizedSystem, "720837"),
            Classification(.combinedNomenclature, "72083700"),
        ]
        footprint.geography = .country("TR")
        footprint.figures.excludingBiogenicUptake = Emissions(2140, .kilogramsCO2e)
        return footprint
    }

    @Test func aFootprintBecomesAGood() throws {
        let (good, adaptation) = try adapted(.footprint(footprint), index: 4)
        var expected = ImportedGood()
        expected.itemNumber = "5"
        expected.commodity.hs = "720837"
        expected.commodity.cn = "72083700"
        expected.commodity.description = "Hot-rolled coil"
        expected.footprints = [ProductFootprint()]
        expected.footprints[0].identity.sequenceNumber = "1"
        expected.footprints[0].production.country = "TR"
        expected.footprints[0].product.classifications = [
            Classification(.centralProductClassification, "41211"), Classification(), Classification(),
        ]
        expected.footprints[0].figures = footprint.figures
        #expect(good == expected)
        let moves = adaptation.parts[0].moves.map { "\($0.from) \($0.to)" }
        for move in [
            " footprints[0]", "product.name commodity.description", "product.classifications[1].code commodity.hs",
            "product.classifications[2].code commodity.cn", "geography footprints[0].production.country",
        ] { #expect(moves.contains(move)) }
    }

    /// Figures of a product footprint have another boundary.
    @Test func figuresAreNotTakenForEmbeddedEmissions() throws {
        let (good, adaptation) = try adapted(.footprint(footprint))
        #expect(good.footprints[0].embeddedEmissions == EmbeddedEmissions())
        #expect(adaptation.findings.map(\.code) == ["CBAM-009"])
        #expect(adaptation.findings.first?.path?.description == "figures")
        var submission = Submission()
        submission.footprints = [footprint]
        let (bytes, problems) = submission.asReport()
        #expect(!bytes.contains("2140".utf8) && !bytes.contains("SpecificEmbeddedEmissions".utf8))
        let paths = problems.map { $0.path?.description ?? "" }
        for path in [
            "originCountry", "quantities[0].requestedProcedure", "imported.unit",
            "footprints[0].embeddedEmissions.direct.methodology", "footprints[0].embeddedEmissions.direct.unit",
        ] { #expect(paths.contains(path)) }
    }

    @Test(arguments: [Geography.global, .region("Europe"), .subdivision("TR-31")])
    func onlyACountryIsACountryOfProduction(_ geography: Geography) throws {
        var footprint = ProductFootprint()
        footprint.geography = geography
        #expect(try adapted(.footprint(footprint)).good.footprints[0].production.country == nil)
    }

    @Test func kilogramsOfEmissionsBecomeTonnes() throws {
        var good = ImportedGood()
        good.footprints = [ProductFootprint()]
        good.footprints[0].embeddedEmissions.direct.specific = ExactDecimal("1852.40")
        good.footprints[0].embeddedEmissions.direct.unit = .kilogramsCO2e
        good.footprints[0].embeddedEmissions.indirect.specific = ExactDecimal("0.0531")
        good.footprints[0].embeddedEmissions.indirect.unit = .tonnesCO2e
        let (adapted, adaptation) = try adapted(.good(good))
        let emissions = adapted.footprints[0].embeddedEmissions
        #expect(emissions.direct.specific?.description == "1.85240" && emissions.direct.unit == .tonnesCO2e)
        #expect(emissions.indirect == good.footprints[0].embeddedEmissions.indirect)
        #expect(
            adaptation.restatements.map { "\($0.path): \($0.before) \($0.after)" } == [
                "footprints[0].embeddedEmissions.direct.specific: 1852.40 1.85240",
                "footprints[0].embeddedEmissions.direct.unit: kgCO2e tCO2e",
            ])
    }

    @Test func massesStayInTheirUnit() throws {
        var good = ImportedGood()
        good.imported.netMass = 2000
        good.imported.unit = .kilogram
        #expect(try adapted(.good(good)).good.imported == good.imported)
    }

    @Test func numbersThatAreMissingAreGivenByPosition() throws {
        var good = ImportedGood()
        good.quantities = Array(repeating: ImportedQuantity(), count: 3)
        good.quantities[0].sequenceNumber = "2"
        good.footprints = [ProductFootprint(), ProductFootprint()]
        good.footprints[1].production.routes = [ProductionRoute()]
        good.footprints[1].production.routes[0].indirectParameters = [QualifyingParameter()]
        good.footprints[1].production.carbonPrices = [CarbonPriceDue()]
        good.footprints[1].production.carbonPrices[0].products = [CoveredProduct()]
        let numbered = try adapted(.good(good), index: 2).good
        #expect(numbered.itemNumber == "3")
        #expect(numbered.quantities.map(\.sequenceNumber) == ["2", "3", "4"])
        #expect(numbered.footprints.map(\.identity.sequenceNumber) == ["1", "2"])
        let production = numbered.footprints[1].production
        #expect(production.routes[0].indirectParameters[0].sequenceNumber == "1")
        #expect(production.carbonPrices[0].products[0].sequenceNumber == "1")
    }

    @Test func aReportOfOursNeedsNothing() throws {
        for good in try CBAMReport(CBAMSamples.bytes("steel-coil")).submission.goods {
            let (adapted, adaptation) = try adapted(.good(good))
            #expect(adapted == good && adaptation.restatements.isEmpty && adaptation.findings.isEmpty)
        }
    }
}
