import EmissionsFormats
import EmissionsRules

/// What can be chosen in forms.
enum Choices {
    static func targets(_ chosen: String?) -> [PageValue] {
        Format.all.filter { !$0.writtenVersions.isEmpty }.flatMap { format -> [PageValue] in
            let versions = format.writtenVersions
            guard versions.count > 1 else { return [choice(format.name, format.title, chosen)] }
            return versions.reversed().map { choice("\(format.name)@\($0)", "\(format.title) \($0)", chosen) }
        }
    }

    static func formats(_ chosen: String?) -> [PageValue] { Format.all.map { choice($0.name, $0.title, chosen) } }

    static func profiles(_ chosen: String?) -> [PageValue] { Profile.all.map { choice($0.name, $0.title, chosen) } }

    static func choice(_ value: String, _ label: String, _ chosen: String?) -> PageValue {
        ["value": .text(value), "label": .text(label), "isChosen": .flag(value == chosen)]
    }
}
