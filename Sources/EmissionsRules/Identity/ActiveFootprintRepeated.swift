import EmissionsDiagnostics
import EmissionsModel

enum ActiveFootprintRepeated: Rule {
    static let about = RuleDescription(
        code: "ID-017", severity: .warning, title: "active footprint is about what an earlier one is about",
        explanation: """
            Of several active footprints of one company's product for the same place and time, a receiver can't
            tell which one to use.
            """,
        remedy: "Leave one of them active, or say what sets them apart.",
        references: [.pact("status")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("another year", in: { $0.earlier.remember(.coil) }) {
            $0 = .coil
            $0.referencePeriod = Period("2024-01-01T00:00:00Z", "2025-01-01T00:00:00Z")
        },
        .accepts("another country", in: { $0.earlier.remember(.coil) }) {
            $0 = .coil
            $0.geography = .country("SE")
        },
        .accepts("an earlier one that is deprecated", in: { $0.earlier.remember(.oldCoil) }) { $0 = .coil },
        .accepts("a product without identifiers") { $0.identity.status = .active },
        .rejects("the same twice", at: \.product.identifiers, in: { $0.earlier.remember(.coil) }) { $0 = .coil },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard footprint.identity.status == .active, let subject = footprint.subjectFingerprint else {
            return .notApplicable
        }
        if context.earlier.activeSubjects.contains(subject) {
            findings.report(
                "an earlier active footprint has the same product, geography and reference period",
                at: \.product.identifiers)
        }
        return .checked
    }
}

extension ProductFootprint {
    fileprivate static let coil: ProductFootprint = {
        var footprint = ProductFootprint()
        footprint.identity.status = .active
        footprint.product.identifiers = ["urn:gtin:4006381333931"]
        footprint.referencePeriod = Period("2025-01-01T00:00:00Z", "2026-01-01T00:00:00Z")
        return footprint
    }()

    fileprivate static let oldCoil: ProductFootprint = {
        var footprint = coil
        footprint.identity.status = .deprecated
        return footprint
    }()
}
