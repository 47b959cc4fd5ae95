import EmissionsDiagnostics
import EmissionsExchange
import EmissionsModel
import EmissionsRules

/// What a policy changes, in words and as JSON: whoever reads a report has to know what was not looked at, and why.
extension BroughtPolicy {
    /// What is done about each code, in the order of the codes; empty where the policy changes none.
    func changes(_ offCounts: [Diagnostic.Code: Int]) -> [String] {
        policy.changes.sorted { $0.key < $1.key }.map { code, change in
            switch change {
            case .off(let reason):
                let count = offCounts[code].map { ", \($0.counted("finding")) left out" } ?? ""
                return "\(code) is off: \(PlainText.line(reason))\(count)"
            case .severity(let severity, let reason):
                return "\(code) is \(severity.article) \(severity.rawValue)"
                    + (reason.map { ": \(PlainText.line($0))" } ?? "")
            }
        } + limits.map { "limit \($0): \($1)" }
    }

    /// The limits that differ from those of the standards, by the names that they have in the file.
    private var limits: [(name: String, value: String)] {
        let limits = policy.limits, standard = RuleLimits()
        var changed: [(String, String)] = []
        if limits.emissionsDecimals != standard.emissionsDecimals {
            changed.append(("emissions-decimals", String(limits.emissionsDecimals)))
        }
        if limits.exemptedShare != standard.exemptedShare {
            changed.append(("exempted-share", limits.exemptedShare.description))
        }
        if limits.validityYears != standard.validityYears {
            changed.append(("validity-years", String(limits.validityYears)))
        }
        for (digits, range) in limits.plausibleEmissions.sorted(by: { $0.key < $1.key }) {
            changed.append(("plausible-emissions of \(digits)", "\(range.lower) to \(range.upper)"))
        }
        return changed
    }

    /// `'Border agency, pilot' (policy.yaml)`.
    var title: String {
        let path = PlainText.path(path)
        return policy.name.map { "'\(PlainText.line($0))' (\(path))" } ?? path
    }

    func json(_ offCounts: [Diagnostic.Code: Int]) -> JSONValue {
        let changes = policy.changes.sorted { $0.key < $1.key }.map { code, change -> JSONValue in
            switch change {
            case .off(let reason):
                var json: JSONValue = ["code": .text(code.description), "to": "off", "reason": .text(reason)]
                if let count = offCounts[code] { json.append("leftOut", .number(count)) }
                return json
            case .severity(let severity, let reason):
                return ["code": .text(code.description), "to": .text(severity.rawValue), "reason": JSONValue(reason)]
            }
        }
        return [
            "path": .text(path), "name": JSONValue(policy.name), "digest": .text("sha256:" + digest),
            "changes": .list(changes),
            "limits": .object(limits.map { .init($0.name, .text($0.value)) }),
        ]
    }
}

extension Diagnostic.Severity {
    fileprivate var article: String { self == .error ? "an" : "a" }
}
