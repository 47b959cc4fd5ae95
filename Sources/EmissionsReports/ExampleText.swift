import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
public import EmissionsRules

/// An example of a rule as it is shown: our own JSON of it, and what is said of it.
public struct ExampleText: Sendable {
    public var title: String
    /// Fragments of a submission in our own format.
    public var json: String
    public var messages: [String]

    init(_ outcome: ExampleOutcome) {
        title = outcome.title
        var parts = [outcome.part.asJSON]
        if case .header = outcome.part {
        } else if outcome.header != SubmissionHeader() {
            parts.insert(SubmissionPart.header(outcome.header).asJSON, at: 0)
        }
        json = parts.joined(separator: "\n")
        messages = outcome.messages.map(\.description)
    }

    /// The wrong ones, the right ones, and those that the rule says nothing of; without empty groups.
    public static func groups(_ outcomes: [ExampleOutcome]) -> [(title: String, examples: [ExampleText])] {
        let groups = [
            ("Wrong", outcomes.filter { !$0.isAccepted }), ("Right", outcomes.filter { $0.isAccepted && $0.isChecked }),
            ("Not applicable", outcomes.filter { $0.isAccepted && !$0.isChecked }),
        ]
        return groups.filter { !$0.1.isEmpty }.map { ($0.0, $0.1.map { ExampleText($0) }) }
    }
}

extension String {
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
