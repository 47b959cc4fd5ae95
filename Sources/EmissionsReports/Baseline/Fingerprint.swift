public import EmissionsDiagnostics
import EmissionsRules

extension Diagnostic {
    /// What tells a finding from others across submissions: 32 hexadecimal digits.
    ///
    /// It is made of the code, the field without positions, the record's own identifier and the value, or the name of what
    /// is missing, so that it stays the same when records change places or the file is laid out anew. Findings that agree
    /// in all of these share it.
    public var fingerprint: String {
        let field = path.map { $0.withoutPositions.description } ?? ""
        let parts = [
            "emx/v1", code.description, field, stablePlace(besides: field), subject ?? "", value ?? missing ?? "",
        ]
        return String(SHA256.hex(parts.joinedUnmistakably).prefix(32))
    }

    /// The name that the place ends with in the file, for values that are in no field of the model.
    private func stablePlace(besides field: String) -> String {
        switch location?.address {
        case .pointer(let pointer):
            let step = pointer.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
            return step.allSatisfy(\.isNumber) ? "" : String(step)
        case .xpath(let path):
            return String((path.split(separator: "/").last ?? "").prefix { $0 != "[" })
        case .cell(let cell):
            // Columns may change places, too: a letter is the last resort.
            return field.isEmpty ? String(cell.prefix { $0.isLetter }) : ""
        case nil:
            return ""
        }
    }
}

/// Which rules a report was made with.
public enum RuleDigest {
    /// A digest of every code, its severity and its title, and of the severities in every profile. It changes when a
    /// rule does, so that two reports with equal digests were made with equal rules.
    public static let current: String = {
        var parts: [String] = []
        for rule in RuleCatalog.all {
            let about = rule.about
            parts += [about.code.description, about.severity.rawValue, about.status.rawValue, about.title]
        }
        for profile in Profile.all {
            parts += ["profile", profile.name]
            for entry in profile.entries { parts += [entry.code.description, entry.severity.rawValue] }
        }
        return "sha256:" + SHA256.hex(parts.joinedUnmistakably)
    }()
}

extension [String] {
    /// The texts one after another, each with its length before it: no two lists come out the same.
    fileprivate var joinedUnmistakably: [UInt8] {
        flatMap { [UInt8]("\($0.utf8.count):\($0)".utf8) }
    }
}
