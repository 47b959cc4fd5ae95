import EmissionsDiagnostics
import EmissionsModel

enum StandardsMissing: Rule {
    static let about = RuleDescription(
        code: "MET-005", severity: .warning, title: "no standard is named",
        explanation: "A footprint is comparable with others under the same standard only.",
        remedy: "Name the standard that the footprint was calculated by, for example ISO 14067.",
        references: [
            .iso14067("clause 7"), .ghgProtocol("chapter 13"), .pact("crossSectoralStandards"),
            .pact2("crossSectoralStandardsUsed"),
        ])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("ISO 14067") { $0.methodology.standards = [.iso14067] },
        .accepts("in PACT 2's older field") { $0.methodology.standardsUsed = [.ghgProtocolProduct] },
        .accepts("a declaration, which says what it complies with") { $0.declaration.kind = .specific },
        .accepts("an imported good, which follows the law", in: { $0.good = ImportedGood() }) { _ in },
        .rejects("none", at: \.methodology.standards) { _ in },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood, !footprint.isDeclaration else { return .notApplicable }
        if footprint.methodology.standards.isEmpty, footprint.methodology.standardsUsed.isEmpty {
            findings.report("no standard is named", at: \.methodology.standards)
        }
        return .checked
    }
}
