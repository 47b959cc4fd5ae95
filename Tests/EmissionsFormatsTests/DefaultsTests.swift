import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import Testing

struct DefaultsTests {
    private func defaults(_ assignments: String..., document: String? = nil) throws -> Defaults {
        let source = document.map { ByteSource(Array($0.utf8)) }
        let (defaults, problems) = try Defaults.read(document: source, assignments: assignments)
        #expect(problems.isEmpty)
        return defaults
    }

    private func problems(_ assignments: [String]) throws -> [Diagnostic] {
        try Defaults.read(assignments: assignments).problems
    }

    @Test func pathsSaySectionsOrMeanTheFootprint() throws {
        let defaults = try defaults(
            "header.declarant.name=Acme", "declaredUnit.amount=12", "footprint.declaredUnit.unit=kilowatt hour",
            "good.originCountry=TR", "commodity.cn=72083900", "reportingPeriod.quarter=Q3",
            "boundary.packagingIncluded=true", "geography.country=DE", "product.name=a=b")
        #expect(defaults.header.declarant.name == "Acme")
        #expect(defaults.header.reportingPeriod.quarter == .third)
        #expect(defaults.good.originCountry == "TR")
        #expect(defaults.good.commodity.cn == "72083900")
        #expect(defaults.footprint.declaredUnit.amount == 12)
        #expect(defaults.footprint.declaredUnit.unit == .kilowattHour)
        #expect(defaults.footprint.boundary.packagingIncluded == true)
        #expect(defaults.footprint.geography == .country("DE"))
        #expect(defaults.footprint.product.name == "a=b")
    }

    @Test func emissionsMayBeSaidInOne() throws {
        let defaults = try defaults(
            "figures.fossil=1.50 kgCO2e", "figures.upstream.amount=2", "figures.upstream.unit=tCO2e")
        #expect(defaults.footprint.figures.fossil == Emissions(ExactDecimal("1.50")!, .kilogramsCO2e))
        #expect(defaults.footprint.figures.upstream == Emissions(2, .tonnesCO2e))
    }

    @Test func positionsInListsMayBeGiven() throws {
        let defaults = try defaults(
            "production.routes[0].method=P24", "production.routes[1].method=P25", "production.routes.methodName=first",
            "methodology.standards=PEF", "methodology.standards=ISO 14067", "identity.predecessors[0]=x",
            "good.footprints[0].production.carbonPrices[0].products[0].cn=72")
        #expect(defaults.footprint.production.routes.map(\.method) == ["P24", "P25"])
        #expect(defaults.footprint.production.routes[0].methodName == "first")
        #expect(defaults.footprint.methodology.standards == [.pef, .iso14067])
        #expect(defaults.footprint.identity.predecessors == ["x"])
        #expect(defaults.good.footprints[0].production.carbonPrices[0].products[0].cn == "72")
    }

    @Test func onlyWhatTheSourceDoesNotSayIsSupplied() throws {
        let defaults = try defaults("declaredUnit.amount=12", "declaredUnit.unit=liter", "originCountry=TR")
        var footprint = ProductFootprint()
        footprint.declaredUnit.amount = 5
        var part = SubmissionPart.footprint(footprint)
        #expect(defaults.apply(to: &part).map(\.description) == ["declaredUnit.unit"])
        footprint.declaredUnit.unit = .liter
        #expect(part == .footprint(footprint))
        #expect(defaults.apply(to: &part) == [])

        var good = ImportedGood()
        good.footprints = [ProductFootprint(), footprint]
        part = .good(good)
        #expect(
            defaults.apply(to: &part).map(\.description) == [
                "originCountry", "footprints[0].declaredUnit.amount", "footprints[0].declaredUnit.unit",
            ])
        guard case .good(let filled) = part else { return }
        #expect(filled.footprints[0].declaredUnit.amount == 12)
        #expect(filled.footprints[1].declaredUnit.amount == 5)
    }

    @Test func theVersionOfOneDatabaseIsNotGivenToAnother() throws {
        let defaults = try defaults(
            "dataQuality.emissionFactorSources.name=GaBi", "dataQuality.emissionFactorSources.version=9")
        var footprint = ProductFootprint()
        var part = SubmissionPart.footprint(footprint)
        #expect(defaults.apply(to: &part).count == 2)
        footprint.dataQuality.emissionFactorSources = [EmissionFactorSource()]
        footprint.dataQuality.emissionFactorSources[0].name = "another"
        part = .footprint(footprint)
        #expect(defaults.apply(to: &part) == [])
    }

    @Test func aDocumentIsReadAndPairsWin() throws {
        let defaults = try defaults(
            "declaredUnit.amount=7",
            document:
                #"{"header":{"remarks":"r"},"good":{"itemNumber":"1"},"footprint":{"declaredUnit":{"amount":"12","unit":"liter"}}}"#
        )
        #expect(defaults.header.remarks == "r")
        #expect(defaults.good.itemNumber == "1")
        #expect(defaults.footprint.declaredUnit.amount == 7)
        #expect(defaults.footprint.declaredUnit.unit == .liter)
    }

    @Test(arguments: [
        ("declaredUnit.amuont=1", "DEF-001", "Did you mean 'declaredUnit.amount'?"),
        ("fossil=1", "DEF-001", "Did you mean 'figures.fossil'?"),
        ("header.declarant.nam=A", "DEF-001", "Did you mean 'header.declarant.name'?"),
        ("company[0].name=A", "DEF-007", "Leave the position in brackets out."),
        (
            "production.produced=1", "DEF-002",
            "Give one of its values: production.produced.netMass, production.produced.supplementaryUnits, production.produced.unit."
        ),
        ("importer.name=A", "DEF-003", "Write 'header.importer.name' or 'good.importer.name'."),
        ("declaredUnit.amount", "DEF-004", nil), ("declaredUnit.amount= ", "DEF-004", nil),
        ("a..b=1", "DEF-004", nil), ("figures.fossil=1.5", "DEF-004", "Write it like 'figures.fossil=1.5 kgCO2e'."),
        ("production.routes[1].method=P24", "DEF-005", nil),
        ("declaredUnit.amount=1,5", "READ-002", nil), ("declaredUnit.unit=pound", "READ-002", nil),
    ])
    func whatIsWrongWithAPairIsTold(pair: String, code: String, help: String?) throws {
        let found = try problems([pair])
        #expect(found.map(\.code.description) == [code])
        #expect(found.first?.help != nil)
        if let help { #expect(found.first?.help == help) }
        #expect(found.first?.location == nil)
    }

    @Test func aPathIsSetOnce() throws {
        #expect(try problems(["product.name=a", "footprint.product.name=b"]).map(\.code) == ["DEF-006"])
    }

    @Test func whatIsWrongWithADocumentHasItsPlace() throws {
        let text = "{\"footprint\":{\n  \"declaredUnit\":{\"amuont\":\"1\",\"unit\":\"pound\"}}}"
        let problems = try Defaults.read(document: ByteSource(Array(text.utf8))).problems
        #expect(problems.map(\.code) == ["READ-002", "DEF-001"])
        #expect(problems.map(\.location?.line) == [2, 2])
        #expect(problems.map(\.path?.description) == ["footprint.declaredUnit.unit", "footprint.declaredUnit.amuont"])
        #expect(problems.last?.help == "Did you mean 'footprint.declaredUnit.amount'?")
    }

    @Test func aDocumentThatIsNoJSONIsRefused() {
        #expect(throws: SyntaxError.self) { _ = try Defaults.read(document: ByteSource(Array("{".utf8))) }
    }
}
