import EmissionsDiagnostics
import EmissionsModel

enum PrecedingVersionIsItself: Rule {
    static let about = RuleDescription(
        code: "DEC-028", severity: .warning, title: "declaration replaces itself",
        explanation: "A version that names itself as the one before leads registries in a circle.",
        remedy: "Name the version before, or leave it out.",
        references: [.inData("referenceToPrecedingDataSetVersion")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("the version before") {
            ($0.identity.identifier, $0.declaration.dataSetVersion) = (
                "f11651e0-7877-11e3-981f-0800200c9a66", "01.01.000"
            )
            $0.declaration.precedingVersions = [.init("A", identifier: "f11651e0-7877-11e3-981f-0800200c9a66")]
            $0.declaration.precedingVersions[0].version = "01.00.000"
        },
        .rejects("the same version", at: "declaration.precedingVersions[0]") {
            ($0.identity.identifier, $0.declaration.dataSetVersion) = (
                "f11651e0-7877-11e3-981f-0800200c9a66", "01.01.000"
            )
            $0.declaration.precedingVersions = [.init("A", identifier: "f11651e0-7877-11e3-981f-0800200c9a66")]
            $0.declaration.precedingVersions[0].version = "01.01.000"
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let preceding = footprint.declaration.precedingVersions
        guard !preceding.isEmpty, let identifier = footprint.identity.identifier,
            let version = footprint.declaration.dataSetVersion
        else { return .notApplicable }
        for (index, reference) in preceding.enumerated() {
            guard reference.identifier == identifier, reference.version == version else { continue }
            findings.report(
                "version \(version) is said to be preceded by itself", at: \.declaration.precedingVersions, index)
        }
        return .checked
    }
}
