import EmissionsDiagnostics
import EmissionsModel

enum CompanyUnnamed: Rule {
    static let about = RuleDescription(
        code: "ID-008", severity: .warning, title: "company is not named",
        explanation: "A buyer has to know whose footprint it is.",
        remedy: "Name the company that owns the data.",
        references: [.iso14067("clause 7"), .pact("companyName")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a name") { $0.company.name = "Example Steel AG" },
        .accepts("a declaration, which has an owner") { $0.declaration.kind = .specific },
        .accepts("an imported good, whose operator stands elsewhere", in: { $0.good = ImportedGood() }) { _ in },
        .rejects("none", at: \.company.name) { _ in },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood, !footprint.isDeclaration else { return .notApplicable }
        if footprint.company.name?.isEmpty ?? true {
            findings.report("company is not named", at: \.company.name)
        }
        return .checked
    }
}
