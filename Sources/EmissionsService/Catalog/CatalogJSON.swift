import EmissionsDiagnostics
import EmissionsExchange
import EmissionsFormats
import EmissionsRules

/// A format as the interface tells of it.
struct FormatJSON: Encodable {
    var name: String, title: String, reads: [String], writes: [String]

    init(_ format: Format) {
        (name, title) = (format.name, format.title)
        (reads, writes) = (format.versions, format.writtenVersions)
    }
}

/// A profile as the interface tells of it.
struct ProfileJSON: Encodable {
    var name: String, title: String, purpose: String, rules: Int

    init(_ profile: Profile) {
        (name, title, purpose, rules) = (profile.name, profile.title, profile.purpose, profile.entries.count)
    }
}

/// What a code stands for, as the interface tells of it.
struct RuleJSON: Encodable {
    var code: String, severity: String, title: String, explanation: String, remedy: String
    var references: [String], profiles: [String]

    /// `nil` for a code that no finding has.
    init?(_ text: String) {
        let code = Diagnostic.Code(text.uppercased())
        if let rule = RuleCatalog.all.first(where: { $0.about.code == code })?.about {
            (severity, title, explanation, remedy) =
                (rule.severity.rawValue, rule.title, rule.explanation, rule.remedy)
            references = rule.references.map(\.description)
            profiles = Profile.all.filter { profile in profile.entries.contains { $0.code == code } }.map(\.name)
        } else if let description = CodeCatalog.description(of: code) {
            (severity, title, explanation, remedy) =
                (description.severity.rawValue, description.title, description.explanation, description.remedy)
            (references, profiles) = ([], [])
        } else {
            return nil
        }
        self.code = code.description
    }
}
