import EmissionsDiagnostics
import EmissionsModel

enum TradeItemNumberWrong: Rule {
    static let about = RuleDescription(
        code: "ID-012", severity: .warning, title: "trade item number has a wrong length or check digit",
        explanation: """
            A global trade item number (GTIN) has 8, 12, 13 or 14 digits, and the last is calculated from the
            others, so that a typing error shows.
            """,
        remedy: "Check the number against the product's packaging.",
        references: [Reference("GS1 General Specifications", "7.9 check digit calculation"), .pact("productIds")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("a right one") { $0.product.identifiers = ["urn:gtin:4712345060507"] },
        .accepts("no such number") { $0.product.identifiers = ["urn:isbn:9783161484100"] },
        .rejects("a wrong digit", at: "product.identifiers[0]") {
            $0.product.identifiers = ["urn:gtin:4712345060508"]
        },
        .rejects("a digit too few", at: "product.identifiers[0]") {
            $0.product.identifiers = ["urn:gtin:471234506050"]
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        var applicability = Applicability.notApplicable
        for (index, identifier) in footprint.product.identifiers.enumerated() {
            guard identifier.hasPrefix("urn:gtin:") else { continue }
            applicability = .checked
            let number = identifier.utf8.dropFirst("urn:gtin:".utf8.count)
            if !isTradeItemNumber(number) {
                findings.report("\(identifier) is not a right trade item number", at: \.product.identifiers, index)
            }
        }
        return applicability
    }

    /// Weights are 3 and 1 in turn, so that the digit before the check digit has 3.
    private static func isTradeItemNumber(_ digits: Substring.UTF8View) -> Bool {
        guard [8, 12, 13, 14].contains(digits.count) else { return false }
        var sum = 0, weight = 1
        for digit in digits.reversed() {
            guard digit.isASCIIDigit else { return false }
            sum += Int(digit &- 0x30) * weight
            weight = 4 - weight
        }
        return sum % 10 == 0
    }
}
