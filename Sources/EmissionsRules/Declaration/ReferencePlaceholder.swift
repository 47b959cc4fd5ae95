import EmissionsDiagnostics
import EmissionsModel

enum ReferencePlaceholder: Rule {
    static let about = RuleDescription(
        code: "DEC-017", severity: .warning, title: "identifier of a reference is a placeholder",
        explanation: """
            UUIDs of one digit come from templates. They lead nowhere, and to the same nowhere from every file.
            """,
        remedy: "Put the identifier of what is meant, or leave the reference out.",
        references: [.inData("UUID"), Reference("RFC 9562", "5.9")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a UUID") {
            $0.declaration.parties.owner = .init("A", identifier: "f11651e0-7877-11e3-981f-0800200c9a66")
        },
        .rejects("one letter", at: "declaration.parties.owner.identifier") {
            $0.declaration.parties.owner = .init("A", identifier: "aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard footprint.isDeclaration || !footprint.declaration.parties.owner.isEmpty else { return .notApplicable }
        footprint.forEachReference { reference, place in
            guard let identifier = reference.identifier, identifier.isPlaceholderUUID else { return }
            findings.report("\(identifier) is a placeholder", at: place().appending("identifier"))
        }
        return .checked
    }
}
