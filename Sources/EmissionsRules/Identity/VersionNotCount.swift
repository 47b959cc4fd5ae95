import EmissionsDiagnostics
import EmissionsModel

enum VersionNotCount: Rule {
    static let about = RuleDescription(
        code: "ID-006", title: "version is not a whole number from 0 to 2147483647",
        explanation: "The version counts the changes of a footprint.",
        remedy: "Start with 0 and add 1 for each change.",
        references: [.pact2("version")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("the first") { $0.identity.version = 0 },
        .rejects("a minor version", at: \.identity.version) { $0.identity.version = ExactDecimal("1.5") },
        .rejects("less than nothing", at: \.identity.version) { $0.identity.version = -1 },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard let version = footprint.identity.version else { return .notApplicable }
        if version.isNegative || version > 2_147_483_647 || version.decimals > 0 {
            findings.report(
                "version is \(version), must be a whole number from 0 to 2147483647", at: \.identity.version)
        }
        return .checked
    }
}
