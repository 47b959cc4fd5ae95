import EmissionsDiagnostics
import EmissionsModel

enum NameNotLatin: Rule {
    static let about = RuleDescription(
        code: "INS-008", severity: .warning, title: "name of operator or installation is not in Latin letters",
        explanation: "The registry takes Latin letters only, and authorities match names across filings.",
        remedy: "Write the name in Latin letters, as in the operator's English documents.",
        references: [.cbamManual("operators and installations")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("Latin letters with marks") { $0.production.installation.name = "İskenderun Demir ve Çelik A.Ş." },
        .rejects("Chinese characters", at: \.production.installationOperator.name) {
            $0.production.installationOperator.name = "宝山钢铁股份有限公司"
        },
        .rejects("Cyrillic letters", at: \.production.installation.name) {
            $0.production.installation.name = "Магнитогорск"
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        guard footprint.production.installationOperator.name != nil || footprint.production.installation.name != nil
        else { return .notApplicable }
        if let name = footprint.production.installationOperator.name, !name.isLatin {
            findings.report(
                "name of the operator is \(name), must be in Latin letters", at: \.production.installationOperator.name)
        }
        if let name = footprint.production.installation.name, !name.isLatin {
            findings.report(
                "name of the installation is \(name), must be in Latin letters", at: \.production.installation.name)
        }
        return .checked
    }
}

extension String {
    fileprivate var isLatin: Bool {
        utf8.allSatisfy { $0 < 0x80 }
            || unicodeScalars.allSatisfy { scalar in
                !scalar.properties.isAlphabetic || scalar.value < 0x250 || (0x1E00...0x1EFF).contains(scalar.value)
            }
    }
}
