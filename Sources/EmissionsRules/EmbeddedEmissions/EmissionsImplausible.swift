import EmissionsDiagnostics
import EmissionsModel

enum EmissionsImplausible: Rule {
    static let about = RuleDescription(
        code: "EE-008", severity: .warning, title: "embedded emissions are far from those of any country",
        explanation: """
            The value lies below half the lowest of the Commission's default values for such goods, or above one
            and a half times the highest. That need not be wrong, but a unit or a boundary often is:
            cradle-to-gate footprints are not embedded emissions.
            """,
        remedy: "Check unit and boundary; embedded emissions leave out what the regulation does not count.",
        references: [Reference("Implementing Regulation (EU) 2025/2621", "Annex I"), .cbamTransitional("Annex III")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("hot-rolled coil", in: { $0.good = .steel }) {
            $0.embeddedEmissions.direct.specific = ExactDecimal("1.9")
        },
        .accepts("goods without default values", in: { $0.good = .electricity }) {
            $0.embeddedEmissions.direct.specific = 0
        },
        .rejects("kilograms", at: \.embeddedEmissions.direct.specific, in: { $0.good = .steel }) {
            ($0.embeddedEmissions.direct.specific, $0.embeddedEmissions.direct.unit) = (1900, .tonnesCO2e)
        },
        .accepts(
            "what a policy expects",
            in: {
                $0.good = .steel
                $0.limits.plausibleEmissions = ["72": PlausibleRange(lower: 0, upper: 2000)]
            }
        ) { $0.embeddedEmissions.direct.specific = 1900 },
        .rejects("next to nothing", at: \.embeddedEmissions.direct.specific, in: { $0.good = .steel }) {
            $0.embeddedEmissions.direct.specific = ExactDecimal("0.0019")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let (direct, indirect) = (footprint.embeddedEmissions.direct, footprint.embeddedEmissions.indirect)
        guard let amount = direct.specific, direct.unit != .kilogramsCO2e, let category = context.category,
            let range = context.good?.commodity.cn.flatMap(context.limits.plausibleEmissions(ofCN:))
        else { return .notApplicable }
        guard !category.isDirectOnly, let more = indirect.specific, indirect.unit == direct.unit else {
            // Where indirect emissions count but are not stated, direct ones alone may be low.
            if amount > range.upper || amount < range.lower && category.isDirectOnly {
                findings.report(.implausible("direct", amount, range), at: \.embeddedEmissions.direct.specific)
            }
            return .checked
        }
        guard let total = amount.adding(more) else {
            findings.reportUnchecked("total of embedded emissions", at: \.embeddedEmissions.direct.specific)
            return .checked
        }
        if !range.contains(total) {
            findings.report(.implausible("direct and indirect", total, range), at: \.embeddedEmissions.direct.specific)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func implausible(
        _ kind: String, _ amount: ExactDecimal, _ range: PlausibleRange
    ) -> Self {
        "\(kind) emissions are \(amount) tonnes per tonne, expected are \(range.lower) to \(range.upper)"
    }
}
