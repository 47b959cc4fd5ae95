import EmissionsDiagnostics
import EmissionsModel

enum ReferenceMalformed: Rule {
    static let about = RuleDescription(
        code: "DEC-016", severity: .warning, title: "identifier of a reference is a broken UUID",
        explanation: """
            Data sets are found by their UUIDs: 32 digits from 0 to 9 and a to f, in groups of 8, 4, 4, 4 and
            12.
            """,
        remedy: "Correct the identifier.",
        references: [.inData("UUID"), Reference("RFC 9562", "4")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a UUID") {
            $0.declaration.parties.owner = .init("A", identifier: "f11651e0-7877-11e3-981f-0800200c9a66")
        },
        .accepts("an identifier of another kind") {
            $0.declaration.parties.owner = .init("A", identifier: "example.com")
        },
        .rejects("a digit too few", at: "declaration.parties.owner.identifier") {
            $0.declaration.parties.owner = .init("A", identifier: "f11651e0-7877-11e3-981f-0800200c9a6")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard footprint.isDeclaration || !footprint.declaration.parties.owner.isEmpty else { return .notApplicable }
        footprint.forEachReference { reference, place in
            guard let identifier = reference.identifier, identifier.looksLikeUUID, !identifier.isUUID() else { return }
            findings.report("\(identifier) is not a UUID", at: place().appending("identifier"))
        }
        return .checked
    }
}
