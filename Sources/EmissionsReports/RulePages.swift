import EmissionsDiagnostics
public import EmissionsRules

extension Rule {
    /// The page about the rule, in Markdown.
    public static var documentation: String {
        var page = """
            # \(about.code): \(about.title)

            \(about.explanation)

            **What to do.** \(about.remedy)

            | Profile | Severity |
            |---|---|

            """
        for profile in Profile.all {
            guard let entry = profile.entries.first(where: { $0.code == about.code }) else { continue }
            page += "| \(profile.name) | \(entry.severity.rawValue) |\n"
        }
        if about.status == .retired { page += "\nThis rule is retired and not checked any more.\n" }
        for (title, examples) in ExampleText.groups(exampleOutcomes) {
            page += "\n## \(title)\n"
            for example in examples {
                page += "\n\(example.title.capitalizedFirst):\n\n```json\n\(example.json)\n```\n"
                for message in example.messages { page += "\n→ \(message)\n" }
            }
        }
        page += "\n## References\n\n" + list(about.references.map(\.description))
        return page
    }
}

extension RuleCatalog {
    /// The page that lists all rules and profiles, in Markdown.
    public static var documentation: String {
        var page = """
            # Rules

            One page for each requirement that submissions are checked for. `emx explain CODE` prints the same.

            | Code | Broken when | Severity |
            |---|---|---|

            """
        for about in all.map({ $0.about }) {
            page += "| [\(about.code)](\(about.code).md) | \(about.title) | \(about.severity.rawValue) |\n"
        }
        page += "\nProfiles choose rules for one standard, and may make them stricter or milder.\n\n"
        page += "| Profile | For | Rules |\n|---|---|---:|\n"
        for profile in Profile.all {
            page += "| `\(profile.name)` | \(profile.purpose) | \(profile.entries.count) |\n"
        }
        return page
    }
}

private func list(_ items: [String]) -> String { items.reduce(into: "") { $0 += "- \($1)\n" } }
