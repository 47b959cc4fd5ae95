import EmissionsDiagnostics
import EmissionsModel
import Testing

@testable import EmissionsRules

@Suite struct DeclarationRuleTests {
    @Test func aCompleteDeclarationByA2IsInOrder() {
        #expect(found(in: .complete(.a2), .en15804) == [])
    }

    @Test func aCompleteDeclarationByA1IsInOrder() {
        #expect(found(in: .complete(.a1), .en15804) == [])
    }

    @Test func aCompleteDeclarationByISO21930IsInOrder() {
        var footprint = ProductFootprint.complete(.a2)
        footprint.results = []
        footprint.state(StandardIndicators.impactsISO21930.map { $0[0] }, by: .traci21)
        footprint.state(StandardIndicators.resourcesISO21930.map { $0[0] })
        for waste in StandardIndicators.wasteISO21930.map({ $0[0] }) {
            footprint.state(waste, in: waste.unit(by: nil) ?? .kilograms, ["A1-A3": "1"])
        }
        footprint.declaration.scenarios = []
        footprint.declaration.compliance = [Compliance("ISO 21930:2017")]
        #expect(found(in: footprint, .iso21930) == [])
    }

    @Test(arguments: [Profile.en15804, .iso21930]) func rulesOfOtherStandardsStayOut(_ profile: Profile) {
        let codes = Set(profile.entries.map(\.code))
        #expect(codes.isDisjoint(with: ["ID-010", "DQ-007", "FIG-005", "EE-001", "REP-001", "TRD-001", "VAL-005"]))
        #expect(codes.isSuperset(of: Profile.core.entries.map(\.code)))
    }

    @Test func eachStandardHasRulesOfItsOwn() {
        let (en15804, iso21930) = (Set(Profile.en15804.entries.map(\.code)), Set(Profile.iso21930.entries.map(\.code)))
        #expect(en15804.subtracting(iso21930).isSuperset(of: ["IMP-017", "MOD-002", "DEC-026"]))
        #expect(iso21930.subtracting(en15804) == ["IMP-031", "IMP-032", "IMP-033"])
    }

    @Test func theMethodsOfTheImpactsTellTheEdition() {
        var footprint = ProductFootprint()
        footprint.declaration.compliance = [Compliance("EN 15804+A2")]
        footprint.state(.acidification, by: .en15804A1, ["A1-A3": "1"])
        #expect(footprint.edition(ResultIndex(footprint.results)) == .a1)
        footprint.state(.waterDeprivation, by: .ef31, ["A1-A3": "1"])
        #expect(footprint.edition(ResultIndex(footprint.results)) == .a2)
    }

    @Test(arguments: ["EN 15804+A2 (EF 3.1)", "EN 15804:2012+A2:2019", "DIN EN 15804 (A2)"])
    func standardsAreKnownByName(_ name: String) {
        #expect(DeclaredStandard(EmissionsModel.Reference(name)) == .en15804A2)
    }

    @Test func anEditionThatIsNotNamedIsNoEdition() {
        #expect(DeclaredStandard(EmissionsModel.Reference("EN 15804")) == nil)
    }

    @Test func placesAreThoseOfSingleAmounts() {
        var footprint = ProductFootprint.complete(.a2)
        footprint.results[0].amounts[2].amount = 99
        #expect(found(in: footprint, .en15804) == ["IMP-012 results[0].amounts[2].amount"])
    }

    @Test func figuresThatAreTooLongToBeAddedAreNoted() {
        var footprint = ProductFootprint.complete(.a2)
        footprint.results[0].amounts[2].amount = ExactDecimal("1e9000")
        footprint.results[1].amounts[2].amount = ExactDecimal("1e-9000")
        var run = RuleRun(profiles: [.en15804], context: RuleContext(today: CalendarDay(2026, 6, 30)))
        let notes = run.check(.footprint(footprint)).filter { $0.code == "IMP-012" }
        #expect(notes.map(\.severity) == [.note])
    }

    private func found(in footprint: ProductFootprint, _ profile: Profile) -> [String] {
        var run = RuleRun(profiles: [profile], context: RuleContext(today: CalendarDay(2026, 6, 30)))
        return run.check(.footprint(footprint)).map { "\($0.code) \($0.path?.description ?? "")" }
    }
}

extension ProductFootprint {
    /// A declaration that lacks nothing.
    static func complete(_ edition: EN15804) -> ProductFootprint {
        var footprint = ProductFootprint()
        let method: CharacterizationMethod = edition == .a1 ? .en15804A1 : .ef31
        let core = edition == .a1 ? StandardIndicators.coreA1 : StandardIndicators.coreA2 + [.globalWarmingLandUse]
        for indicator in core {
            let isPart = indicator == .globalWarmingBiogenic || indicator == .globalWarmingLandUse
            footprint.stateModules(indicator, method, isPart ? "0" : "1.5")
        }
        for indicator in (StandardIndicators.resources + StandardIndicators.waste).map({ $0[0] }) {
            let isPart = indicator == .renewableEnergyAsMaterial || indicator == .nonRenewableEnergyAsMaterial
            footprint.stateModules(indicator, nil, isPart ? "0" : "1.5")
        }
        footprint.product.name = "Clay brick"
        (footprint.declaredUnit.amount, footprint.declaredUnit.unit) = (1, .tonne)
        (footprint.carbonContent.biogenic, footprint.carbonContent.packagingBiogenic) = (0, 0)
        footprint.declaration.fill(edition)
        return footprint
    }

    private mutating func stateModules(_ indicator: Indicator, _ method: CharacterizationMethod?, _ amount: String) {
        state(
            indicator, by: method,
            [
                "A1-A3": amount, "C1 recycling": amount, "C2 recycling": amount, "C3 recycling": amount,
                "C4 recycling": amount, "D recycling": amount,
            ])
    }
}

extension Declaration {
    fileprivate mutating func fill(_ edition: EN15804) {
        (kind, registrationNumber, dataSetVersion) = (.specific, "EPD-EXA-20240001", "00.01.000")
        parties.owner = EmissionsModel.Reference("Example Brickworks")
        parties.programOperator = EmissionsModel.Reference("Example EPD programme")
        parties.developers = [EmissionsModel.Reference("Example LCA consultants")]
        (validity.published, validity.expires) = (Timestamp("2024-05-09"), Timestamp("2029-05-08"))
        (validity.referenceYear, validity.lastYear) = ("2023", "2029")
        (scope.locations, scope.technology) = (["DE"], [LocalizedText("Clay is mined, shaped and fired.")])
        scope.applications = [LocalizedText("Masonry of outer walls")]
        categories = [ProductCategory()]
        scenarios = [Scenario("recycling", isDefault: true)]
        scenarios[0].descriptions = [LocalizedText("95 % are crushed and used again")]
        compliance = [Compliance(edition == .a1 ? "EN 15804+A1" : "EN 15804+A2")]
        productCategoryRules = [EmissionsModel.Reference("PCR Part B: Bricks")]
        dataSources = [EmissionsModel.Reference("Example database 2024.1")]
        originals = [EmissionsModel.Reference("EPD-EXA-20240001.pdf")]
        reviews = [Review(.independentExternal, by: "Example Verifier")]
        (publication.license, publication.isCopyrighted) = (.freeForAll, true)
    }
}
