import EmissionsDiagnostics
import EmissionsModel

enum TermsMissing: Rule {
    static let about = RuleDescription(
        code: "DEC-022", severity: .note, title: "terms of use are not stated",
        explanation: "Who passes on a data set has to know whether that is allowed.",
        remedy: "State the license type, and whether the data set is under copyright.",
        references: [.inData("copyright, licenseType")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("both") {
            ($0.declaration.publication.isCopyrighted, $0.declaration.publication.license) = (true, .freeForAll)
        },
        .rejects("neither", at: \.declaration.publication.license) { $0.declaration.kind = .specific },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood else { return .notApplicable }
        let publication = footprint.declaration.publication
        if publication.license == nil {
            findings.report("license type is not stated", at: \.declaration.publication.license)
        } else if publication.isCopyrighted == nil {
            findings.report("whether there is copyright is not stated", at: \.declaration.publication.isCopyrighted)
        }
        return .checked
    }
}
