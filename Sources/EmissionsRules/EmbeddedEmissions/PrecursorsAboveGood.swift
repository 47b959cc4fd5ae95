import EmissionsDiagnostics
import EmissionsModel

enum PrecursorsAboveGood: Rule {
    static let about = RuleDescription(
        code: "EE-021", severity: .warning, title: "precursors embody more direct emissions than the good",
        explanation: """
            The emissions embedded in a complex good are those of its own process and those of its precursors,
            each by how much of it goes into the good. The good can't come to less than its precursors.
            """,
        remedy: "Check amounts and emissions of the precursors, and whether the good's emissions include them.",
        references: [.cbamTransitional("Annex III, section G")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("pig iron in steel") {
            $0.embeddedEmissions.direct.specific = ExactDecimal("2.1")
            $0.production.precursors = [.pigIron]
        },
        .accepts("no precursors") { $0.embeddedEmissions.direct.specific = ExactDecimal("2.1") },
        .rejects("less than the pig iron", at: \.embeddedEmissions.direct.specific) {
            $0.embeddedEmissions.direct.specific = ExactDecimal("1.2")
            $0.production.precursors = [.pigIron]
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let direct = footprint.embeddedEmissions.direct
        guard !footprint.production.precursors.isEmpty, let specific = direct.specific else { return .notApplicable }
        var sum = RoundedFigure(exactly: 0), applicability = Applicability.notApplicable
        for precursor in footprint.production.precursors {
            guard let amount = precursor.amount, let emissions = precursor.directEmissions,
                !amount.isNegative, !emissions.amount.isNegative
            else { continue }
            sum = sum + RoundedFigure(amount) * RoundedFigure(emissions)
            applicability = .checked
        }
        if sum.isClearlyAbove(RoundedFigure(specific, direct.unit)) {
            findings.report(.above(specific, sum.shifted(by: -3)), at: \.embeddedEmissions.direct.specific)
        }
        return applicability
    }
}

extension Diagnostic.Message {
    fileprivate static func above(_ specific: ExactDecimal, _ sum: RoundedFigure) -> Self {
        "direct emissions are \(specific), but those of the precursors come to \(sum.written) tonnes"
    }
}

extension Precursor {
    fileprivate static let pigIron: Precursor = {
        var precursor = Precursor()
        (precursor.name, precursor.amount, precursor.unit) = ("Pig iron", ExactDecimal("0.9"), .tonne)
        precursor.directEmissions = ExactDecimal("1.9").map { Emissions($0, .tonnesCO2e) }
        return precursor
    }()
}
