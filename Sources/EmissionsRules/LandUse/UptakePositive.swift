import EmissionsDiagnostics
import EmissionsModel

enum UptakePositive: Rule {
    static let about = RuleDescription(
        code: "LU-001", title: "uptake or removal by land is positive",
        explanation: """
            What biomass and land take out of the atmosphere is stated as a negative figure, so that it can be
            added to emissions. A positive one makes the total too high.
            """,
        remedy: "Write the figure with a minus sign.",
        references: [
            .pact3("biogenicCO2Uptake, landManagementBiogenicCO2Removals"), .pact2("biogenicCarbonWithdrawal"),
        ])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("an uptake") { $0.landUse.biogenicUptake = .kilograms("-1.61") },
        .accepts("none") { $0.landUse.biogenicUptake = .kilograms("0") },
        .rejects("written as an emission", at: \.landUse.biogenicUptake) {
            $0.landUse.biogenicUptake = .kilograms("1.61")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard footprint.landUse.biogenicUptake != nil || footprint.landUse.landManagementRemovals != nil else {
            return .notApplicable
        }
        if let uptake = footprint.landUse.biogenicUptake, uptake.amount.isPositive {
            findings.report(.positive("biogenic uptake", uptake), at: \.landUse.biogenicUptake)
        }
        if let removals = footprint.landUse.landManagementRemovals, removals.amount.isPositive {
            findings.report(.positive("removals by land management", removals), at: \.landUse.landManagementRemovals)
        }
        return .checked
    }
}

extension Diagnostic.Message {
    fileprivate static func positive(_ name: String, _ amount: Emissions) -> Self {
        "\(name): \(amount), must not be above zero"
    }
}
