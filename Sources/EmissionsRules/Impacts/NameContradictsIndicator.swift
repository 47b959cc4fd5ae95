import EmissionsDiagnostics
import EmissionsModel

enum NameContradictsIndicator: Rule {
    static let about = RuleDescription(
        code: "IMP-028", severity: .warning, title: "result is called after another indicator than it is of",
        explanation: """
            Official data sets called POCP by the name of AP until December 2021, and rows get mixed up in
            spreadsheets. Software that goes by names and software that goes by identifiers then see different
            figures. Which of the two is right can't be told from the file.
            """,
        remedy: "Check which indicator the amounts are of, and make name and identifier agree.",
        references: [.inData("changes of December 2021"), .en15804A2("7.2.3, table 3")])

    static let examples: [RuleExample<ProductFootprint>] = [
        .accepts("its own name") {
            $0.state(.photochemicalOzone, by: .ef31, ["A1-A3": "0.1"])
            $0.results[0].definition = .init("Photochemical Ozone Creation Potential (POCP)")
        },
        .accepts("a name of a wider kind") {
            $0.state(.eutrophicationMarine, by: .ef31, ["A1-A3": "0.1"])
            $0.results[0].definition = .init("Eutrophication, marine (EP)")
        },
        .rejects("the name of acidification", at: "results[0].definition") {
            $0.state(.photochemicalOzone, by: .ef30, ["A1-A3": "0.1"])
            $0.results[0].definition = .init("Acidification potential, Accumulated Exceedance (AP)")
        },
    ]

    static func check(
        _ footprint: ProductFootprint, in context: RuleContext, _ findings: inout Findings<ProductFootprint>
    ) -> Applicability {
        var applicability = Applicability.notApplicable
        for (number, result) in footprint.results.enumerated() {
            guard let indicator = result.indicator else { continue }
            for name in result.definition.names {
                guard let text = name.text else { continue }
                if indicator.isSymbol(of: text) {
                    applicability = .checked
                    continue
                }
                guard let other = Indicator.called(text) else { continue }
                applicability = .checked
                guard other != indicator, !indicator.name.hasPrefix(other.name) else { continue }
                findings.report(.called(text, indicator), at: \.results, number, \.definition)
                break
            }
        }
        return applicability
    }
}

extension Diagnostic.Message {
    fileprivate static func called(_ name: String, _ indicator: Indicator) -> Self {
        "result is of \(indicator.name) by its identifier, but is called \(name)"
    }
}
