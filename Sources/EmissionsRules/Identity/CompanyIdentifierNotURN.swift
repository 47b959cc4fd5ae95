import EmissionsDiagnostics
import EmissionsModel

enum CompanyIdentifierNotURN: Rule {
    static let about = RuleDescription(
        code: "ID-011", severity: .warning, title: "company identifier is not a URN",
        explanation: """
            PACT writes identifiers as URNs, so that a code says in whose system it is one. A receiver can't
            look up what breaks their syntax.
            """,
        remedy: "Write a URN, for example urn:lei:529900T8BM49AURSDO55.",
        references: [.pact("companyIds"), Reference("RFC 8141", "2")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a legal entity identifier") { $0.company.identifiers = ["urn:lei:529900T8BM49AURSDO55"] },
        .rejects("a bare code", at: "company.identifiers[0]") { $0.company.identifiers = ["529900T8BM49AURSDO55"] },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !footprint.company.identifiers.isEmpty else { return .notApplicable }
        for (index, identifier) in footprint.company.identifiers.enumerated() where !identifier.isURN {
            findings.report("identifier \(identifier) is not a URN", at: \.company.identifiers, index)
        }
        return .checked
    }
}
