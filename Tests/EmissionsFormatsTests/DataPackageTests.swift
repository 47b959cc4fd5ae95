import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import Testing

/// A package with one installation and the products given, each an identifier and changes to its text.
private func package(_ products: [String], count: Int? = nil, summary: String = "") -> [UInt8] {
    Array(
        """
        <CBAMProducerDataPackage xmlns="https://rgtmaia.github.io/cbam-spec/schema/package/v2" version="2.0" schemaVersion="2.0.0">
        <DatasetIdentification><DatasetId>d</DatasetId><Version>1</Version><GenerationDate>2026-04-01</GenerationDate>
        </DatasetIdentification>
        <ReportingPeriod><Year>2026</Year><Quarter>1</Quarter><PeriodId>2026-Q1</PeriodId></ReportingPeriod>
        <Operator><OperatorId>o</OperatorId><OperatorName>Op</OperatorName><LegalName>Op Ltd</LegalName>
        <Address><Country>TR</Country></Address></Operator>
        <Installations count="1"><Installation index="1"><InstallationId>i</InstallationId>
        <InstallationName>Works</InstallationName><Address><Country>TR</Country></Address>
        <Products count="\(count ?? products.count)">\(products.joined())</Products></Installation></Installations>
        \(summary)</CBAMProducerDataPackage>
        """.utf8)
}

private func product(
    _ identifier: String, quantity: String = "10", unit: String = "t", direct: String = "1.5", indirect: String = "0.5",
    total: String = "2.0", per: String = "tCO2e/t", factor: String = ""
) -> String {
    """
    <Product index="1"><ProductId>\(identifier)</ProductId><Description>Coil</Description><Category>steel</Category>
    <CommodityCode><CnCode informative="true">72083800</CnCode></CommodityCode>
    <Production><QuantityType>EU_EXPORT</QuantityType><Quantity>\(quantity)</Quantity>
    <MeasurementUnit>\(unit)</MeasurementUnit></Production><EmbeddedEmissions>
    <DirectEmissions><DeterminationType>01</DeterminationType>
    <SpecificEmissions><Value>\(direct)</Value><Unit>\(per)</Unit></SpecificEmissions></DirectEmissions>
    <IndirectEmissions><DeterminationType>01</DeterminationType>\(factor)
    <SpecificEmissions><Value>\(indirect)</Value><Unit>\(per)</Unit></SpecificEmissions></IndirectEmissions>
    <TotalSpecificEmissions><Value>\(total)</Value><Unit>\(per)</Unit></TotalSpecificEmissions></EmbeddedEmissions>
    </Product>
    """
}

@Suite struct DataPackageTests {
    private func read(_ bytes: [UInt8]) throws -> (parts: [SubmissionPart], findings: [Diagnostic], values: [Int]) {
        var reader = Format.cbamDataPackage.reader(ByteSource(bytes), Limits())
        var log = ReadLog(SourceTree())
        var parts: [SubmissionPart] = [], findings: [Diagnostic] = [], values: [Int] = []
        while let part = try reader.next(&log) {
            parts.append(part)
            findings += log.diagnostics
            values.append(log.tree.values().count)
        }
        return (parts, findings, values)
    }

    private func footprints(_ bytes: [UInt8]) throws -> [ProductFootprint] {
        try read(bytes).parts.compactMap { if case .footprint(let footprint) = $0 { footprint } else { nil } }
    }

    @Test func everyProductHasItsInstallationAndOperator() throws {
        let found = try footprints(package([product("a"), product("b")]))
        #expect(found.map(\.production.installation.name) == ["Works", "Works"])
        #expect(found.map(\.production.installationOperator.identifier) == ["o", "o"])
        #expect(found.map(\.carried.count) == [2, 2])
    }

    @Test func whatProductsShareCountsOnce() throws {
        let values = try read(package([product("a"), product("b")])).values
        // Operator (4), installation (3), and three counts and indices: index of the installation, both counts.
        #expect(values[1] - values[2] == 10)
    }

    @Test func aFindingAboutTheSecondProductNamesIt() throws {
        let findings = try read(package([product("a"), product("b", total: "2.1")])).findings
        let finding = try #require(findings.first { $0.code == "DPK-003" })
        #expect(
            finding.location?.address
                == .xpath(
                    "/CBAMProducerDataPackage/Installations/Installation/Products/Product[2]/EmbeddedEmissions/TotalSpecificEmissions/Value"
                ))
    }

    @Test func aCountThatIsWrongIsReported() throws {
        #expect(try read(package([product("a")], count: 2)).findings.map(\.code) == ["DPK-002"])
    }

    @Test func aSummaryIsHeldAgainstTheProducts() throws {
        let summary = """
            <ConsolidatedSummary><TotalProducts>2</TotalProducts><TotalProduction><Value>20.0</Value><Unit>t</Unit>
            </TotalProduction><TotalEmissions><Direct><Value>31</Value><Unit>tCO2e</Unit></Direct></TotalEmissions>
            </ConsolidatedSummary>
            """
        let findings = try read(package([product("a"), product("b")], summary: summary)).findings
        #expect(
            findings.map(\.message.description)
                == ["TotalEmissions/Direct/Value of the summary is 31, but the products make 30"])
    }

    @Test func electricityIsCountedInMegawattHours() throws {
        let power = product("a", unit: "MWh", per: "tCO2e/MWh")
        let found = try footprints(package([power]))
        #expect(found[0].production.produced.supplementaryUnits == ExactDecimal("10"))
        let written = Format.cbamDataPackage.writer("2.0").document(.footprint(found[0]), header: SubmissionHeader())
        #expect(String(decoding: written.bytes, as: UTF8.self).contains("<Unit>tCO2e/MWh</Unit>"))
    }

    @Test func emissionsOfAMegawattHourDontGoWithAMass() throws {
        let findings = try read(package([product("a", per: "tCO2e/MWh")])).findings
        #expect(findings.map(\.code) == ["DPK-005", "DPK-005", "DPK-005"])
    }

    @Test func sourcesOfElectricityAreReadByTheirMeaning() throws {
        let factor =
            "<ElectricityFactor><SourceCode>SOE02</SourceCode><Value>0.5</Value><Unit>tCO2e/MWh</Unit></ElectricityFactor>"
        let (parts, findings, _) = try read(package([product("a", factor: factor)]))
        guard case .footprint(let footprint) = parts[1] else { return #expect(Bool(false), "no footprint") }
        #expect(footprint.embeddedEmissions.indirect.electricitySource == .grid)
        #expect(findings.map(\.code) == ["DPK-007"])
    }

    @Test func sixDecimalsAreWrittenAndASeventhIsNotRounded() throws {
        var footprint = try footprints(package([product("a")]))[0]
        footprint.embeddedEmissions.direct.specific = ExactDecimal("1.5000001")
        let written = Format.cbamDataPackage.writer("2.0").write(.footprint(footprint), SubmissionHeader())
        #expect(written.problems.map(\.code) == ["TGT-002"])
        #expect(!String(decoding: written.bytes, as: UTF8.self).contains("1.50"))
    }

    @Test func aTotalIsTheSumOfBothWhereTheSourceHasNone() throws {
        var good = ImportedGood()
        good.itemNumber = "4"
        good.commodity.cn = "76011010"
        good.footprints = try footprints(package([product("a")]))
        good.footprints[0].production.reported = ReportedTotals()
        good.footprints[0].identity.identifier = nil
        good.footprints[0].product.classifications = []
        let adaptation = Format.cbamDataPackage.writer("2.0").adapt(.good(good), 0)
        guard case .footprint(let footprint) = adaptation.parts[0].part else {
            return #expect(Bool(false), "no footprint")
        }
        #expect(footprint.production.reported.perUnit == ExactDecimal("2.0"))
        #expect(footprint.identity.identifier == "4")
        #expect(footprint.product.classifications == [Classification(.combinedNomenclature, "76011010")])
    }
}
