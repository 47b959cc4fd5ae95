import EmissionsDiagnostics
import EmissionsModel

enum ItemNumberRepeated: Rule {
    static let about = RuleDescription(
        code: "TRD-013", title: "item number is that of an earlier good of the filing",
        explanation: "Authorities and amendments refer to goods by their item numbers.",
        remedy: "Number the goods without repetition.",
        references: [.cbamTransitional("Annex I")])

    static let examples: [RuleExample<ImportedGood>] = [
        .accepts("a new one", in: { $0.earlier.itemNumbers = ["1"] }) { $0.itemNumber = "2" },
        .rejects("a used one", at: \.itemNumber, in: { $0.earlier.itemNumbers = ["1"] }) { $0.itemNumber = "1" },
    ]

    static func check(
        _ good: ImportedGood, in context: RuleContext, _ findings: inout Findings<ImportedGood>
    ) -> Applicability {
        guard let number = good.itemNumber else { return .notApplicable }
        if context.earlier.itemNumbers.contains(number) {
            findings.report("item number \(number) is that of an earlier good", at: \.itemNumber)
        }
        return .checked
    }
}
