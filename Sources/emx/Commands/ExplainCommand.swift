import ArgumentParser
import EmissionsConsole
import EmissionsDiagnostics
import EmissionsExchange
import EmissionsReports
import EmissionsRules

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain", abstract: "Say what a code in a report means, why it matters and what to do.",
        discussion: """
            Example:
              emx explain READ-002
            """)

    @Argument(help: "A code, such as READ-002.")
    var code: String

    func run() throws {
        let code = Diagnostic.Code(self.code.uppercased())
        guard let explanation = CodeExplanation(code) else {
            let codes = CodeCatalog.codes.map(\.description)
            throw UsageError(
                "there is no code '\(self.code)'\(Suggestion(for: self.code, among: codes)); "
                    + "`emx rules` lists the rules")
        }
        StandardOutput.write(text(of: explanation) + (RuleCatalog.rule(code).map(details) ?? ""))
    }

    private func text(of explanation: CodeExplanation) -> String {
        """
        \(explanation.code) (\(explanation.severity.rawValue)): \(explanation.title)

        Why
        \(paragraph(explanation.why))
        What to do
        \(paragraph(explanation.remedy))
        """
    }

    /// What only rules have.
    private func details(of rule: any Rule.Type) -> String {
        let about = rule.about
        var text = about.status == .retired ? "\nThis rule is retired: it is no longer checked.\n" : ""
        text += examples(of: rule)
        if !about.references.isEmpty {
            text += "\nReferences\n" + about.references.map { "  \($0)\n" }.joined()
        }
        let profiles = RulesCommand.profiles(with: about.code)
        if !profiles.isEmpty { text += "\nProfiles\n  \(profiles.joined(separator: ", "))\n" }
        return text
    }

    /// Indented and wrapped, since explanations are written in lines of their own.
    private func paragraph(_ text: String) -> String {
        var lines = "", line = " "
        for word in text.split(whereSeparator: \.isWhitespace) {
            if line.count + word.count > 99 {
                lines += line + "\n"
                line = " "
            }
            line += " \(word)"
        }
        return lines + line + "\n"
    }

    /// In our own format; what is found in the wrong ones stands below them.
    private func examples<R: Rule>(of rule: R.Type) -> String {
        ExampleText.groups(rule.exampleOutcomes).map { title, examples in
            "\n\(title)\n"
                + examples.map { example in
                    "  \(example.title):\n" + indented(example.json)
                        + example.messages.map { "    → \($0)\n" }.joined()
                }.joined()
        }.joined()
    }

    private func indented(_ text: String) -> String {
        text.split(separator: "\n").map { "    \($0)\n" }.joined()
    }
}
