import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import Testing

@Suite struct LCAxTests {
    private func read(_ members: String) throws -> ReadFile {
        try ReadFile(#"{"declaredUnit":"kg",\#(members)}"#, as: .lcax)
    }

    private func adapted(_ change: (inout ProductFootprint) -> Void) -> Adaptation {
        var footprint = ProductFootprint()
        footprint.declaredUnit.unit = .kilogram
        footprint.declaredUnit.amount = 1
        footprint.declaredUnit.basis = .declaredAmount
        var result = IndicatorResult()
        (result.indicator, result.method, result.unit) = (.globalWarmingTotal, .ef3, .kilogramsCO2e)
        result.amounts = [amount("A1-A3", "12")]
        footprint.results = [result]
        change(&footprint)
        return Format.lcax.writer("3").adapt(.footprint(footprint), 0)
    }

    private func text(_ adaptation: Adaptation) -> String {
        let written = Format.lcax.writer("3").write(adaptation.parts[0].part, SubmissionHeader())
        return String(decoding: written.bytes, as: UTF8.self)
    }

    private func amount(_ modules: String, _ number: String, scenario: String? = nil) -> ModuleAmount {
        var amount = ModuleAmount()
        (amount.modules, amount.amount, amount.scenario) = (ModuleRange(modules), ExactDecimal(number), scenario)
        return amount
    }

    @Test func theStandardTellsMethodAndUnits() throws {
        let file = try read(#""standard":"en15804a2","impacts":{"ep_fw":{"a1a3":1},"pere":{"a1a3":1}}"#)
        let results = file.submission.footprints[0].results
        #expect(results.map(\.method) == [.ef3, nil])
        #expect(results.map(\.unit) == [.kilogramsPhosphorus, .megajoules])
    }

    @Test func theOlderStandardCountsPhosphate() throws {
        let file = try read(#""standard":"en15804a1","impacts":{"ep":{"a1a3":1}}"#)
        #expect(file.submission.footprints[0].results.map(\.unit) == [.kilogramsPhosphate])
    }

    @Test func withoutAStandardNothingIsKnownOfTheMethod() throws {
        let file = try read(#""standard":"unknown","impacts":{"ap":{"a1a3":1}}"#)
        #expect(file.submission.footprints[0].results.map(\.method) == [nil])
        #expect(file.submission.footprints[0].results.map(\.unit) == [nil])
    }

    @Test func figuresAreForOneUnit() throws {
        let file = try read(#""standard":"en15804a2","impacts":{}"#)
        #expect(file.submission.footprints[0].declaredUnit.amount == 1)
    }

    @Test func whatIsNotDeclaredIsAGap() throws {
        let file = try read(#""standard":"en15804a2","impacts":{"gwp":{"c1":null}}"#)
        #expect(file.submission.footprints[0].results[0].amounts.map(\.gap) == [.notDeclared])
    }

    @Test(arguments: [(#"{"foo":{"a1a3":1}}"#, "LCAX-001"), (#"{"gwp":{"a1":1}}"#, "LCAX-002")])
    func aNameThatIsNotKnownKeepsItsFigures(_ impacts: String, _ code: String) throws {
        let file = try read(#""standard":"en15804a2","impacts":\#(impacts)"#)
        #expect(file.codes == [code])
        #expect(file.submission.footprints[0].carried.count == 1)
    }

    @Test func figuresForMoreThanOneUnitAreDivided() {
        let adaptation = adapted { $0.declaredUnit.amount = 1000 }
        #expect(text(adaptation).contains(#""a1a3": 0.012"#))
        #expect(adaptation.restatements.first?.reason == "12 ÷ 1000 kilogram")
    }

    @Test func aFigureThatDoesNotDivideIsNotWritten() {
        let adaptation = adapted {
            $0.declaredUnit.amount = 7
            $0.results[0].amounts.append(amount("C4", "14"))
        }
        #expect(adaptation.findings.map(\.code) == ["TGT-003"])
        #expect(!text(adaptation).contains("a1a3") && text(adaptation).contains(#""c4": 2"#))
    }

    @Test func modulesAreNeverSummed() {
        let adaptation = adapted { $0.results[0].amounts = [amount("A1", "1"), amount("A2", "2"), amount("A3", "3")] }
        #expect(text(adaptation).contains(#""impacts": {}"#))
    }

    @Test func theOnlyScenarioOfAModuleIsItsFigure() {
        let adaptation = adapted { $0.results[0].amounts.append(amount("C4", "14", scenario: "Landfill")) }
        #expect(text(adaptation).contains(#""c4": 14"#))
        #expect(adaptation.restatements.map(\.reason) == ["the only scenario of C4, Landfill"])
    }

    @Test func oneOfSeveralScenariosIsNotTakenForTheModule() {
        let adaptation = adapted {
            $0.results[0].amounts += [
                amount("C4", "14", scenario: "Landfill"), amount("C4", "0", scenario: "Recycling"),
            ]
        }
        #expect(!text(adaptation).contains("c4"))
    }

    @Test func phosphateIsWrittenAsPhosphorusOnlyWhereThatIsExact() {
        for (number, isExact) in [("3.066", true), ("1", false)] {
            let adaptation = adapted {
                $0.results[0].indicator = .eutrophicationFreshwater
                $0.results[0].unit = .kilogramsPhosphate
                $0.results[0].amounts = [amount("A1-A3", number)]
            }
            #expect(text(adaptation).contains(#""ep_fw""#) == isExact)
            #expect(adaptation.findings.map(\.code) == (isExact ? [] : ["TGT-003"]))
        }
    }

    @Test func figuresByAnotherMethodAreNotMixedIn() {
        let adaptation = adapted {
            var other = $0.results[0]
            (other.indicator, other.method) = (.ozoneDepletion, .traci21)
            $0.results.append(other)
        }
        #expect(text(adaptation).contains(#""gwp""#) && !text(adaptation).contains(#""odp""#))
    }

    @Test func aMomentIsWrittenAsItsDay() {
        let adaptation = adapted { $0.declaration.validity.published = Timestamp("2026-01-31T00:00:00Z") }
        #expect(text(adaptation).contains(#""publishedDate": "2026-01-31""#))
        #expect(adaptation.restatements.map(\.after) == ["2026-01-31"])
    }

    @Test(arguments: [("DE", "deu"), ("AX", "ala"), ("RER", "unknown")])
    func countriesHaveThreeLetters(_ code: String, _ word: String) {
        let adaptation = adapted { $0.declaration.scope.locations = [code] }
        #expect(text(adaptation).contains("\"location\": \"\(word)\""))
    }

    @Test func whatEveryDeclarationNeedsIsAskedFor() {
        let written = Format.lcax.writer("3").write(.footprint(ProductFootprint()), SubmissionHeader())
        #expect(
            written.problems.compactMap(\.path?.description) == [
                "identity.identifier", "product.name", "declaration.dataSetVersion", "declaration.validity.published",
                "declaration.validity.expires", "declaration.kind",
            ])
    }
}
