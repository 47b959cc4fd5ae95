import EmissionsDiagnostics
import EmissionsExchange
import EmissionsRules

/// What came of the rules, in the words and members that reports share.
extension FileReport {
    /// `61 passed, 3 failed, 26 not applicable`; `nil` where no rule was chosen.
    var ruleWords: String? {
        guard !ruleOutcomes.isEmpty else { return nil }
        let counts = RuleCounts(ruleOutcomes)
        let classes = [
            (counts.passed, "passed"), (counts.failed, "failed"), (counts.notApplicable, "not applicable"),
            (counts.notRun, "not run"),
        ]
        let words = classes.filter { $0.0 > 0 }.map { "\($0.0.grouped) \($0.1)" }
        return words.joined(separator: ", ") + reasons
    }

    /// Why rules were not run, each reason once.
    private var reasons: String {
        var reasons: [String] = []
        for case let reason? in ruleOutcomes.map(\.reason) where !reasons.contains(reason) { reasons.append(reason) }
        guard !reasons.isEmpty else { return "" }
        let left = reasons.count - Self.shownReasons
        let shown = reasons.prefix(Self.shownReasons).joined(separator: "; ")
        return " (\(shown)\(left > 0 ? "; and \(left) more reasons" : ""))"
    }

    private static let shownReasons = 3
}

extension RuleOutcome.Status {
    var words: String {
        switch self {
        case .passed: "passed"
        case .failed: "failed"
        case .notApplicable: "not applicable"
        case .notRun: "not run"
        }
    }
}

extension RuleOutcome {
    var json: JSONValue {
        var json: JSONValue = [
            "code": .text(code.description), "severity": .text(severity.rawValue), "status": .text(status.rawValue),
            "checked": .number(checked), "failed": .number(failed), "notApplicable": .number(notApplicable),
        ]
        if let reason { json.append("reason", .text(reason)) }
        return json
    }
}

extension RuleCounts {
    var json: JSONValue {
        [
            "passed": .number(passed), "failed": .number(failed), "notApplicable": .number(notApplicable),
            "notRun": .number(notRun),
        ]
    }
}
