import EmissionsDiagnostics
public import EmissionsStore
import EmissionsExchange
import EmissionsReports
import EmissionsRules

/// What submissions are judged by, as one digest: the rules with their severities, the profiles, and the program.
public enum RulePack {
    public static let digest: Digest = {
        var text = "\(Tool.name) \(Tool.version)\n"
        for rule in RuleCatalog.all {
            let about = rule.about
            text += "\(about.code) \(about.severity.rawValue) \(about.title)\n"
        }
        for code in CodeCatalog.engine { text += "\(code.code) \(code.severity.rawValue)\n" }
        for profile in Profile.all { text += "profile \(profile.name)\n" }
        return Digest(of: text.utf8)
    }()
}
