import EmissionsDiagnostics
import EmissionsModel

enum DeveloperMissing: Rule {
    static let about = RuleDescription(
        code: "DEC-024", severity: .note, title: "who worked out the data is not named",
        explanation: "Questions about the assessment go to those who made it.",
        remedy: "Name the person or company that made the life-cycle assessment.",
        references: [.inData("referenceToPersonOrEntityGeneratingTheDataSet")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a company") { $0.declaration.parties.developers = [.init("Example LCA consultants")] },
        .rejects("nobody", at: \.declaration.parties.developers) { $0.declaration.kind = .specific },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard !context.isInGood else { return .notApplicable }
        if footprint.declaration.parties.developers.allSatisfy(\.isEmpty) {
            findings.report("who worked out the data is not named", at: \.declaration.parties.developers)
        }
        return .checked
    }
}
