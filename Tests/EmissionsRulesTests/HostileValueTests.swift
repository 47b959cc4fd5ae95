import EmissionsDiagnostics
import EmissionsModel
import EmissionsRules
import Testing

/// No value that a reader can produce makes a rule trap.
@Suite struct HostileValueTests {
    static let numbers = [
        "0", "-0", "0.00", "99999999999999999999999999999999999999", "-99999999999999999999999999999999999999",
        "0.00000000000000000000000000000000000001", "1e9999", "-1e9999", "1e-9999",
        "12345678901234567890123456789e-9000",
    ]
    static let texts = [
        "", " ", "-", ":", "urn:", "urn:::", "urn:gtin:", "\u{0}", "é", "7", "👩‍👩‍👧", String(repeating: "9", count: 99),
    ]
    static let times = ["0000-01-01", "9999-12-31", "2024-02-29T24:00:00Z", "2025-12-31T23:59:60+14:00"]

    @Test func nothingAtAll() {
        var run = RuleRun(profiles: Profile.all, context: RuleContext(today: CalendarDay(2026, 6, 30)))
        _ = run.check(.header(SubmissionHeader()))
        _ = run.check(.good(ImportedGood()))
        _ = run.check(.footprint(ProductFootprint()))
        _ = run.finish()
    }

    @Test(arguments: numbers, numbers) func extremeNumbers(_ first: String, _ second: String) throws {
        let (a, b) = (try #require(ExactDecimal(first)), try #require(ExactDecimal(second)))
        check(footprint(a, b), good(a, b))
    }

    @Test(arguments: texts) func strangeTexts(_ text: String) {
        var footprint = ProductFootprint(), good = ImportedGood(), header = SubmissionHeader()
        (footprint.identity.identifier, footprint.identity.predecessors) = (text, [text])
        (footprint.product.identifiers, footprint.company.identifiers) = ([text], [text])
        footprint.product.classifications = ClassificationSystem.allCases.map { Classification($0, text) }
        footprint.geography = .subdivision(text)
        footprint.methodology.standards = [.other(text)]
        (footprint.production.country, footprint.production.installation.unLocode) = (text, text)
        (footprint.production.installation.latitude, footprint.production.installation.longitude) = (text, text)
        (footprint.production.installation.name, footprint.production.installation.address.country) = (text, text)
        footprint.production.carbonPrices = [CarbonPriceDue()]
        (footprint.production.carbonPrices[0].currency, footprint.production.carbonPrices[0].country) = (text, text)
        (good.commodity.cn, good.commodity.hs, good.originCountry, good.itemNumber) = (text, text, text, text)
        good.importer.identifier = text
        (header.reportingPeriod.year, header.declarant.identifier) = (text, text)
        footprint.declaration = declaration(text)
        footprint.results = [IndicatorResult()]
        (footprint.results[0].definition, footprint.results[0].unitDefinition) = (reference(text), reference(text))
        footprint.results[0].amounts = [ModuleAmount()]
        footprint.results[0].amounts[0].scenario = text
        check(footprint, good, header)
        footprint.geography = .country(text)
        check(footprint, good, header)
        footprint.geography = .region(text)
        check(footprint, good, header)
    }

    private func declaration(_ text: String) -> Declaration {
        var declaration = Declaration()
        (declaration.dataSetVersion, declaration.registrationNumber, declaration.language) = (text, text, text)
        (declaration.validity.referenceYear, declaration.validity.lastYear) = (text, text)
        declaration.scope.locations = [text]
        (declaration.parties.owner, declaration.dataSources) = (reference(text), [reference(text)])
        declaration.compliance = [Compliance()]
        declaration.compliance[0].system = reference(text)
        declaration.scenarios = [Scenario(), Scenario()]
        (declaration.scenarios[0].name, declaration.scenarios[1].group) = (text, text)
        declaration.categories = [ProductCategory()]
        declaration.categories[0].classes = [CategoryLevel()]
        declaration.categories[0].classes[0].level = text
        declaration.materialProperties = [MaterialProperty()]
        (declaration.materialProperties[0].name, declaration.materialProperties[0].unit) = (text, text)
        declaration.reviews = [Review()]
        declaration.reviews[0].reviewers = [reference(text)]
        return declaration
    }

    private func reference(_ text: String) -> EmissionsModel.Reference {
        var reference = EmissionsModel.Reference()
        (reference.identifier, reference.version, reference.names) = (text, text, [LocalizedText(text)])
        return reference
    }

    @Test(arguments: times, times) func extremeTimes(_ first: String, _ second: String) throws {
        let (a, b) = (try #require(Timestamp(first)), try #require(Timestamp(second)))
        var footprint = ProductFootprint(), header = SubmissionHeader()
        (footprint.referencePeriod.start, footprint.referencePeriod.end) = (a, b)
        (footprint.validity.start, footprint.validity.end) = (b, a)
        (footprint.identity.created, footprint.identity.updated, footprint.verification.completed) = (a, b, a)
        (footprint.declaration.validity.published, footprint.declaration.validity.expires) = (a, b)
        footprint.declaration.validity.lastYear = String(second.prefix(4))
        (header.reportingPeriod.year, header.reportingPeriod.quarter) = (String(first.prefix(4)), .fourth)
        check(footprint, ImportedGood(), header)
    }

    private func footprint(_ a: ExactDecimal, _ b: ExactDecimal) -> ProductFootprint {
        var footprint = ProductFootprint()
        for (index, key) in ProductFootprint.emissionFigures.enumerated() {
            footprint[keyPath: key] = Emissions(index % 2 == 0 ? a : b, index % 3 == 0 ? .tonnesCO2e : .kilogramsCO2e)
        }
        for (index, key) in ProductFootprint.otherFigures.enumerated() {
            footprint[keyPath: key] = index % 2 == 0 ? a : b
        }
        footprint.declaredUnit.amount = b
        footprint.results = Indicator.allCases.map { result($0, a, b) } + [result(.globalWarmingTotal, b, a)]
        footprint.declaration.referenceServiceLife = a
        (footprint.declaration.referenceFlow.amount, footprint.declaration.referenceFlow.propertyAmount) = (b, a)
        footprint.declaration.scenarios = [Scenario(), Scenario()]
        footprint.declaration.scenarios[0].likelihood = a
        footprint.declaration.materialProperties = ["gross density", "grammage", "layer thickness"].map {
            var property = MaterialProperty()
            (property.name, property.value) = ($0, b)
            return property
        }
        footprint.declaredUnit.mass = a
        (footprint.declaredUnit.unit, footprint.declaredUnit.basis) = (.tonne, .declaredAmount)
        (footprint.boundary.exemptedShare, footprint.identity.version) = (a, b)
        (footprint.dataQuality.primaryDataShare, footprint.dataQuality.coverage) = (a, b)
        (footprint.dataQuality.technological, footprint.dataQuality.temporal) = (a, b)
        (footprint.embeddedEmissions.direct.specific, footprint.embeddedEmissions.indirect.specific) = (a, b)
        footprint.embeddedEmissions.indirect.electricityConsumed = a
        footprint.embeddedEmissions.indirect.electricityFactor.amount = b
        (footprint.production.produced.netMass, footprint.production.produced.unit) = (b, .tonne)
        footprint.production.reported = totals(a, b)
        footprint.production.carbonPrices = [CarbonPriceDue()]
        footprint.production.carbonPrices[0].amount = a
        footprint.production.carbonPrices[0].products = [CoveredProduct()]
        footprint.production.carbonPrices[0].products[0].quantity = a
        footprint.production.carbonPrices[0].products[0].freeAllocation = b
        return footprint
    }

    private func result(_ indicator: Indicator, _ a: ExactDecimal, _ b: ExactDecimal) -> IndicatorResult {
        var result = IndicatorResult()
        (result.indicator, result.method, result.unit) = (indicator, .ef31, .kilogramsCO2e)
        result.amounts = ["A1-A3", "A1", "A2", "A3", "C1", "D"].enumerated().map { index, modules in
            var item = ModuleAmount()
            (item.modules, item.amount) = (ModuleRange(modules), index % 2 == 0 ? a : b)
            item.relativeStandardDeviation = b
            return item
        }
        return result
    }

    private func good(_ a: ExactDecimal, _ b: ExactDecimal) -> ImportedGood {
        var good = ImportedGood()
        good.commodity.cn = "25232900"
        (good.imported.netMass, good.imported.unit, good.reported) = (a, .tonne, totals(b, a))
        good.quantities = [ImportedQuantity()]
        good.quantities[0].measures = [ProcedureMeasure()]
        (good.quantities[0].measures[0].netMass, good.quantities[0].measures[0].unit) = (b, .kilogram)
        return good
    }

    private func totals(_ a: ExactDecimal, _ b: ExactDecimal) -> ReportedTotals {
        var totals = ReportedTotals()
        (totals.goodsCount, totals.perUnit, totals.overall) = (a, a, b)
        (totals.direct, totals.indirect, totals.unit) = (b, a, .kilogramsCO2e)
        return totals
    }

    private func check(
        _ footprint: ProductFootprint, _ good: ImportedGood, _ header: SubmissionHeader = SubmissionHeader()
    ) {
        var run = RuleRun(profiles: Profile.all, context: RuleContext(today: CalendarDay(2026, 6, 30)))
        var good = good
        good.footprints = [footprint, footprint]
        _ = run.check(.header(header))
        _ = run.check(.good(good))
        _ = run.check(.footprint(footprint))
        _ = run.finish()
    }
}
