import EmissionsDiagnostics
import EmissionsModel

enum PackagingIncludedInTransport: Rule {
    static let about = RuleDescription(
        code: "BND-008", severity: .warning, title: "packaging is included in the footprint of a transport",
        explanation: """
            A transport moves what is packed; its packaging belongs to the product. iLEAP allows no footprint of a shipment
            that includes packaging, though its own examples do.
            """,
        remedy: "Leave emissions of packaging out, and say so.",
        references: [Reference("iLEAP 1.0", "mapping to PACT, packagingEmissionsIncluded")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a transport without packaging") {
            ($0.declaredUnit.unit, $0.boundary.packagingIncluded) = (.tonneKilometer, false)
        },
        .rejects("a transport with packaging", at: \.boundary.packagingIncluded) {
            ($0.declaredUnit.unit, $0.boundary.packagingIncluded) = (.tonneKilometer, true)
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard footprint.declaredUnit.unit == .tonneKilometer, let isIncluded = footprint.boundary.packagingIncluded
        else { return .notApplicable }
        if isIncluded {
            findings.report("packaging is included in the footprint of a transport", at: \.boundary.packagingIncluded)
        }
        return .checked
    }
}
