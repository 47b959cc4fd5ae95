import EmissionsDiagnostics
import EmissionsModel

enum NameRepeated: Rule {
    static let about = RuleDescription(
        code: "DEC-030", severity: .note, title: "language of a name is given twice",
        explanation: "Of two names in one language nobody can tell which is the product's.",
        remedy: "State one name for each language, and other names as synonyms.",
        references: [.inData("baseName@xml:lang")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("two languages") {
            ($0.product.name, $0.declaration.language) = ("Brick", "en")
            $0.declaration.otherNames = [LocalizedText("Ziegel", language: "de")]
        },
        .rejects("one language twice", at: "declaration.otherNames[0].language") {
            ($0.product.name, $0.declaration.language) = ("Brick", "en")
            $0.declaration.otherNames = [LocalizedText("Clay brick", language: "en")]
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        let names = footprint.declaration.otherNames
        guard !names.isEmpty else { return .notApplicable }
        var languages: Set<String> = footprint.declaration.language.map { [$0] } ?? []
        for (index, name) in names.enumerated() {
            guard let language = name.language, !languages.insert(language).inserted else { continue }
            findings.report("a second name is in \(language)", at: \.declaration.otherNames, index, \.language)
        }
        return .checked
    }
}
