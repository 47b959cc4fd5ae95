import ArgumentParser
import EmissionsConsole
import EmissionsDiagnostics
import EmissionsReports
import EmissionsRules

struct RulesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rules", abstract: "List the rules, and the profiles that they are in.",
        discussion: """
            Examples:
              emx rules
              emx rules --profile pact-3
              emx explain DU-002
            """)

    @Option(help: "Only the rules of this profile, with their severity in it.")
    var profile: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let entries = try entries()
        guard json else {
            var text = Columns(
                titles: ["rule", "severity", "finds", "profiles"],
                rows: entries.map { about, severity in
                    [
                        about.code.description, severity.rawValue, about.title,
                        Self.profiles(with: about.code).joined(separator: " "),
                    ]
                }
            ).text
            if profile == nil {
                text += "\n"
                text += Columns(titles: ["profile", "title"], rows: Profile.all.map { [$0.name, $0.title] }).text
            }
            return StandardOutput.write(text)
        }
        StandardOutput.write(
            JSONValue.list(
                entries.map { about, severity in
                    [
                        "code": .text(about.code.description), "severity": .text(severity.rawValue),
                        "status": .text(about.status.rawValue), "title": .text(about.title),
                        "explanation": .text(about.explanation), "remedy": .text(about.remedy),
                        "references": .list(about.references.map { .text($0.description) }),
                        "profiles": .list(Self.profiles(with: about.code).map { .text($0) }),
                    ]
                }
            ).document)
    }

    private func entries() throws -> [(RuleDescription, Diagnostic.Severity)] {
        guard let profile else { return RuleCatalog.all.map { ($0.about, $0.about.severity) } }
        guard let known = Profile.named(profile) else {
            let names = Profile.all.map(\.name)
            throw UsageError(
                "there is no profile '\(profile)'\(Suggestion(for: profile, among: names)); "
                    + "the profiles are \(names.joined(separator: ", "))")
        }
        return known.entries.compactMap { entry in RuleCatalog.rule(entry.code).map { ($0.about, entry.severity) } }
    }

    static func profiles(with code: Diagnostic.Code) -> [String] {
        Profile.all.filter { $0.entries.contains { $0.code == code } }.map(\.name)
    }
}
