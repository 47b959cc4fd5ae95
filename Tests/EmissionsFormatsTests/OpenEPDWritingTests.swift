import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import Testing

@Suite struct OpenEPDWritingTests {
    private func footprint(
        _ indicator: Indicator, _ method: CharacterizationMethod?, _ unit: IndicatorUnit?
    )
        -> ProductFootprint
    {
        var footprint = ProductFootprint()
        footprint.identity.specificationVersion = "0.1"
        footprint.declaration.kind = .specific
        var result = IndicatorResult()
        (result.indicator, result.method, result.unit) = (indicator, method, unit)
        result.amounts = [amount("A1-A3", "1.50")]
        footprint.results = [result]
        return footprint
    }

    private func amount(_ modules: String, _ number: String?, scenario: String? = nil) -> ModuleAmount {
        var amount = ModuleAmount()
        amount.modules = ModuleRange(modules)
        amount.amount = number.flatMap { ExactDecimal($0) }
        amount.scenario = scenario
        return amount
    }

    private func text(_ footprint: ProductFootprint) -> String {
        var submission = Submission()
        submission.footprints = [footprint]
        return written(submission, as: .openEPD)
    }

    private func expectToComeBack(_ footprint: ProductFootprint) throws {
        #expect(try ReadFile(text(footprint), as: .openEPD).submission.footprints == [footprint])
    }

    @Test func figuresStandWhereOpenEPDHasThem() {
        let text = text(footprint(.globalWarmingTotal, .ef31, .kilogramsCO2e))
        #expect(
            text.contains(#""EF 3.1": {"#) && text.contains(#""mean": 1.50"#) && text.contains(#""unit": "kgCO2e""#))
        #expect(!text.contains("ext"))
    }

    @Test func whatTheDocumentSaysOfScenariosIsNotSaidAgain() throws {
        var footprint = footprint(.globalWarmingTotal, .ef31, .kilogramsCO2e)
        footprint.results[0].amounts.append(amount("C3", "2", scenario: "recycling"))
        var scenario = Scenario()
        (scenario.name, scenario.likelihood) = ("recycling", ExactDecimal("0.80"))
        footprint.declaration.scenarios = [scenario]
        #expect(!text(footprint).contains("ext"))
        try expectToComeBack(footprint)
    }

    @Test func aUnitByAnotherNameIsNotSaidAgainUnlessThereIsMoreToIt() throws {
        var footprint = footprint(.globalWarmingTotal, .ef31, nil)
        footprint.results[0].unitDefinition.names = [LocalizedText("stones")]
        #expect(!text(footprint).contains("ext"))
        footprint.results[0].unitDefinition.identifier = "7"
        #expect(text(footprint).contains("ext"))
        try expectToComeBack(footprint)
    }

    @Test func phosphorusIsWrittenAsPhosphateWithItsArithmetic() throws {
        let part = SubmissionPart.footprint(footprint(.eutrophicationFreshwater, .ef31, .kilogramsPhosphorus))
        let adaptation = Format.openEPD.writer("0.1").adapt(part, 0)
        #expect(adaptation.restatements.map(\.after) == ["4.59900", "kg PO4 eq."])
        #expect(adaptation.restatements[0].reason == "1.50 kg P eq. × 3.066")
        #expect(text(footprint(.eutrophicationFreshwater, .ef31, .kilogramsPhosphorus)).contains(#""unit": "kgPO4e""#))
    }

    @Test(arguments: [
        (Indicator.eutrophication, CharacterizationMethod?.some(.en15804A1), IndicatorUnit.kilogramsPhosphate),
        (.photochemicalOzone, .en15804A1, .kilogramsEthene), (.rawMaterialMetals, nil, .kilograms),
        (.exportedElectricity, nil, .megajoules),
    ])
    func aResultWithoutAPlaceStandsInTheExtensionAndComesBack(
        _ indicator: Indicator, _ method: CharacterizationMethod?, _ unit: IndicatorUnit
    ) throws {
        let footprint = footprint(indicator, method, unit)
        #expect(!text(footprint).contains(#""mean""#))
        try expectToComeBack(footprint)
    }

    @Test(arguments: [
        ("A5", String?.some("Landfill")), ("C3", "A scenario whose name has more than forty letters"), ("A1-A2", nil),
        ("A0", nil),
    ])
    func anAmountWithoutAPlaceStandsBesideTheOthersAndComesBack(_ modules: String, _ scenario: String?) throws {
        var footprint = footprint(.globalWarmingTotal, .ef31, .kilogramsCO2e)
        footprint.results[0].amounts.append(amount(modules, "-2.5", scenario: scenario))
        if scenario != nil {
            footprint.declaration.scenarios = [Scenario()]
            footprint.declaration.scenarios[0].name = scenario
        }
        #expect(text(footprint).contains(#""emissions-exchange""#))
        try expectToComeBack(footprint)
    }

    @Test(arguments: AmountGap.allCases) func everyKindOfGapComesBack(_ gap: AmountGap) throws {
        var footprint = footprint(.globalWarmingTotal, .ef31, .kilogramsCO2e)
        var missing = amount("B1", nil)
        missing.gap = gap
        footprint.results[0].amounts.append(missing)
        #expect(text(footprint).contains(#""B1": null"#) == (gap == .notDeclared))
        try expectToComeBack(footprint)
    }

    @Test(arguments: CharacterizationMethod.allCases) func everyMethodComesBack(_ method: CharacterizationMethod) throws
    {
        try expectToComeBack(footprint(.globalWarmingTotal, method, .kilogramsCO2e))
    }

    @Test(arguments: [
        (CharacterizationMethod.en15804A1, "CML 2012"), (CharacterizationMethod.ef3, "Unknown LCIA"),
    ])
    func aMethodWithoutANameStandsUnderAnotherAndIsNoted(_ method: CharacterizationMethod, _ name: String) {
        let footprint = footprint(.globalWarmingTotal, method, .kilogramsCO2e)
        #expect(text(footprint).contains("\"\(name)\": {"))
        let adaptation = Format.openEPD.writer("0.1").adapt(.footprint(footprint), 0)
        #expect(adaptation.findings.map(\.code) == ["OEPD-009"])
    }

    @Test func resultsComeInOpenEPDsOrderAndAreFollowedThere() throws {
        var footprint = footprint(.globalWarmingTotal, .ef31, .kilogramsCO2e)
        let first = footprint.results[0]
        var energy = first, other = first
        (energy.indicator, energy.method, energy.unit) = (.renewableEnergyAsEnergy, nil, .megajoules)
        other.indicator = .globalWarmingFossil
        footprint.results = [first, energy, other]
        let adapted = Format.openEPD.writer("0.1").adapt(.footprint(footprint), 0).parts[0]
        guard case .footprint(let sorted) = adapted.part else { return }
        #expect(sorted.results == [first, other, energy])
        #expect(adapted.moves.contains { $0.from.description == "results[1]" && $0.to.description == "results[2]" })
    }

    @Test(arguments: DeclarationKind.allCases) func aKindWithoutADocumentIsAskedFor(_ kind: DeclarationKind) {
        var footprint = ProductFootprint()
        footprint.declaration.kind = kind
        let problems = Format.openEPD.writer("0.1").write(.footprint(footprint), SubmissionHeader()).problems
        #expect(problems.map(\.code) == (kind == .template ? ["TGT-002"] : []))
    }

    @Test func aStandByKeepsItsKindInTheExtension() throws {
        var footprint = footprint(.globalWarmingTotal, .ef31, .kilogramsCO2e)
        footprint.declaration.kind = .representative
        #expect(text(footprint).contains(#""doctype": "openEPD""#))
        try expectToComeBack(footprint)
    }

    @Test func textsInFurtherLanguagesComeBack() throws {
        var footprint = footprint(.globalWarmingTotal, .ef31, .kilogramsCO2e)
        footprint.declaration.language = "en"
        footprint.declaration.scope.comments = [
            LocalizedText("Auf Deutsch", language: "de"), LocalizedText("In English", language: "en"),
        ]
        footprint.declaration.parties.owner.names = [LocalizedText("Werk", language: "de")]
        #expect(text(footprint).contains(#""lca_discussion": "In English""#))
        try expectToComeBack(footprint)
    }

    @Test func whatIsNotCompliedWithIsNotListed() throws {
        var footprint = footprint(.globalWarmingTotal, .ef31, .kilogramsCO2e)
        footprint.declaration.compliance = [Compliance()]
        footprint.declaration.compliance[0].system.names = [LocalizedText("EN 15804")]
        footprint.declaration.compliance[0].overall = ComplianceDegree.none
        let text = text(footprint)
        #expect(text.firstRange(of: "\n  \"compliance\"") == nil)
        try expectToComeBack(footprint)
    }

    @Test func aDocumentThatWasChangedSinceCountsMoreThanItsExtension() throws {
        var footprint = footprint(.globalWarmingTotal, .ef31, .kilogramsCO2e)
        footprint.declaration.scope.comments = [LocalizedText("Old"), LocalizedText("Weiteres", language: "de")]
        let changed = text(footprint).replacing(#""lca_discussion": "Old""#, with: #""lca_discussion": "New""#)
        let file = try ReadFile(changed, as: .openEPD)
        #expect(file.submission.footprints[0].declaration.scope.comments.map(\.text) == ["New"])
        #expect(file.codes == ["OEPD-008"])
    }
}
