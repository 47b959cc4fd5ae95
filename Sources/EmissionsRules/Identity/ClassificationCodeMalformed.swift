import EmissionsDiagnostics
import EmissionsModel

enum ClassificationCodeMalformed: Rule {
    static let about = RuleDescription(
        code: "ID-014", severity: .warning, title: "product classification is not a code of its system",
        explanation: """
            CPC codes have 1 to 5 digits, HS codes 6, CN codes 8, and UNSPSC codes 8. Another form finds
            nothing.
            """,
        remedy: "Look up the code of the product in the classification you chose.",
        references: [
            .pact("productCategoryCpc, productClassifications"),
            Reference("UN Central Product Classification", "structure"),
        ])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a CPC code") {
            $0.product.classifications = [Classification(.centralProductClassification, "41211")]
        },
        .rejects("a name", at: "product.classifications[0].code") {
            $0.product.classifications = [Classification(.centralProductClassification, "Steel")]
        },
        .rejects("an HS heading", at: "product.classifications[0].code") {
            $0.product.classifications = [Classification(.harmonizedSystem, "7208")]
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        var applicability = Applicability.notApplicable
        for (index, classification) in footprint.product.classifications.enumerated() {
            guard let system = classification.system, let code = classification.code, let lengths = lengths(in: system)
            else { continue }
            applicability = .checked
            if !lengths.contains(code.utf8.count) || !code.utf8.allSatisfy({ $0.isASCIIDigit }) {
                findings.report(
                    .malformed(code, system), at: \.product.classifications, index, \.code,
                    fix: .digits(code, lengths.upperBound, ofAtLeast: lengths.lowerBound))
            }
        }
        return applicability
    }

    private static func lengths(in system: ClassificationSystem) -> ClosedRange<Int>? {
        switch system {
        case .centralProductClassification: 1...5
        case .harmonizedSystem: 6...6
        case .combinedNomenclature, .unspsc: 8...8
        case .eclass, .other: nil
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func malformed(_ code: String, _ system: ClassificationSystem) -> Self {
        "\(code) is not a code of \(system.rawValue)"
    }
}
