import EmissionsDiagnostics
import EmissionsExchange
import EmissionsRules

/// What came of the rules, as a table that is folded away: of one file rule by rule, of several as numbers of files.
struct HTMLRules: Sendable {
    private struct Row: Sendable {
        var severity: Diagnostic.Severity
        /// Numbers of files.
        var counts = RuleCounts([])
        /// In the file that was added last.
        var last: RuleOutcome
    }

    private var rows: [Diagnostic.Code: Row] = [:]

    var isEmpty: Bool { rows.isEmpty }

    mutating func add(_ outcomes: [RuleOutcome]) {
        for outcome in outcomes {
            var row = rows[outcome.code] ?? Row(severity: outcome.severity, last: outcome)
            row.severity = max(row.severity, outcome.severity)
            row.counts.add(outcome)
            row.last = outcome
            rows[outcome.code] = row
        }
    }

    /// The table, when so many files were added in all; empty without rules.
    func section(files: Int) -> String {
        guard !isEmpty else { return "" }
        let sorted = rows.sorted { $0.key < $1.key }
        let subject = files == 1 ? "the file was" : "files were"
        var text = """
            <section id="rules" aria-labelledby="rules-title">
            <h2 id="rules-title">Rules</h2>
            <details>
            <summary>\(rows.count.counted("rule")) that \(subject) checked against</summary>
            <div class="scroll" tabindex="0" role="region" aria-label="Table of rules">
            <table>
            <caption>\(files == 1 ? Self.single : Self.several)</caption>
            <thead><tr><th scope="col">Code</th><th scope="col">Severity</th><th scope="col">Finds</th>

            """
        if files == 1 {
            text += "<th scope=\"col\">Outcome</th>" + heads(["Checked", "Failed", "Not applicable"])
            text += "</tr></thead>\n<tbody>\n"
            for (code, row) in sorted { text += start(code, row) + cells(row.last) }
        } else {
            text += heads(["Passed", "Failed", "Not applicable", "Not run"]) + "</tr></thead>\n<tbody>\n"
            for (code, row) in sorted {
                let counts = row.counts
                text += start(code, row)
                text += number(counts.passed) + number(counts.failed, isStrong: counts.failed > 0)
                text += number(counts.notApplicable) + number(counts.notRun) + "</tr>\n"
            }
        }
        return text + "</tbody>\n</table>\n</div>\n</details>\n</section>\n"
    }

    private func heads(_ titles: [String]) -> String {
        titles.map { "<th scope=\"col\" class=\"number\">\($0)</th>" }.joined()
    }

    private func start(_ code: Diagnostic.Code, _ row: Row) -> String {
        let title = CodeExplanation(code)?.title ?? ""
        return "<tr><th scope=\"row\" class=\"code\">\(HTMLText.escaped(code.description))</th>"
            + "<td class=\"\(row.severity.rawValue)\">\(row.severity.rawValue)</td>"
            + "<td class=\"title\">\(HTMLText.escaped(title))</td>"
    }

    private func cells(_ outcome: RuleOutcome) -> String {
        var words = HTMLText.escaped(outcome.status.words)
        if outcome.status == .failed { words = "<strong>\(words)</strong>" }
        if let reason = outcome.reason { words += ": " + HTMLText.escaped(reason) }
        return "<td>\(words)</td>" + number(outcome.checked) + number(outcome.failed, isStrong: outcome.failed > 0)
            + number(outcome.notApplicable) + "</tr>\n"
    }

    private func number(_ count: Int, isStrong: Bool = false) -> String {
        "<td class=\"number\">\(isStrong ? "<strong>\(count.grouped)</strong>" : count.grouped)</td>"
    }

    private static let single = "Numbers are of footprints, imported goods or filings, whatever the rule is about."
    private static let several = "Numbers are of files."
}
