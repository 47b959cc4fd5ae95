import EmissionsDiagnostics
public import EmissionsExchange
import EmissionsRules

/// What was found in some files as one page that needs nothing else: no scripts, no network, no fonts.
///
/// The verdict comes first, so that the page is printed when all files were added. Until then only what will be shown
/// is kept: some findings per code, some files.
public struct HTMLReport: FileByFileReport {
    /// How many findings of one code are shown, and how many files.
    static let shownFindings = 200, shownFiles = 500
    /// Up to how many findings in all the lists stand open.
    private static let openFindings = 20

    private var files = 0
    private var firstPath = ""
    private var rows: [String] = []
    private var totals = FileReport.Counts()
    private var verdict = FileReport.Verdict.valid
    private var groups: [Diagnostic.Code: HTMLGroup] = [:]
    private var rules = HTMLRules()
    private var usability = UsabilityTally()
    private var policy: BroughtPolicy?
    private var offCounts: [Diagnostic.Code: Int] = [:]
    /// Those that files were held against, the first ones.
    private var schemas: [UsedSchema] = []
    private var truncations: [String] = []
    private var truncatedFiles = 0

    public init() {}

    public func opening() -> [UInt8] { [] }

    public mutating func file(_ report: FileReport, _ changes: FileChanges?) -> [UInt8] {
        files += 1
        if files == 1 { firstPath = PlainText.path(report.path) }
        verdict = .worst(verdict, report.verdict)
        totals.error += report.counts.error
        totals.warning += report.counts.warning
        totals.note += report.counts.note
        rules.add(report.ruleOutcomes)
        for schema in report.schemas where !schemas.contains(schema) && schemas.count < 20 { schemas.append(schema) }
        policy = policy ?? report.policy
        offCounts.merge(report.offCounts) { $0 + $1 }
        if let tally = report.usability { usability.add(tally) }
        if rows.count < Self.shownFiles { rows.append(row(of: report)) }
        if let truncation = report.truncation {
            truncatedFiles += 1
            if truncations.count < 5 { truncations.append(truncation) }
        }
        for (code, counts) in report.severitiesByCode { groups[code, default: HTMLGroup(code)].add(counts) }
        for (finding, isNew) in report.findingsNewFirst(changes) {
            groups[finding.code]?.add(finding, in: report.path, isNew: isNew)
        }
        return []
    }

    public func closing(_ changes: ChangeSummary?) -> [UInt8] {
        let sorted = groups.values.sorted { ($1.severity, $0.code) < ($0.severity, $1.code) }
        var page = head + "<body>\n<a class=\"skip\" href=\"#findings\">Skip to the findings</a>\n"
        page += "<header>\n<h1>Report on \(subject)</h1>\n\(summary(changes))\(omission)</header>\n"
        page += navigation(hasFindings: !sorted.isEmpty, hasFixed: changes?.fixed.isEmpty == false) + "<main>\n"
        if !sorted.isEmpty { page += overview(sorted, hasBaseline: changes != nil) }
        page += "<section id=\"findings\" aria-labelledby=\"findings-title\">\n"
        page += "<h2 id=\"findings-title\">Findings</h2>\n"
        if sorted.isEmpty { page += "<p>Nothing was found.</p>\n" }
        let isOpen = totals.count(atLeast: .note) <= Self.openFindings
        var bytes = Array(page.utf8)
        for group in sorted { bytes += Array(group.section(isOpen: isOpen).utf8) }
        page = "</section>\n"
        if let changes, !changes.fixed.isEmpty { page += fixed(changes) }
        page += policySection + usability.section + rules.section(files: files) + fileTable
        return bytes + Array((page + "</main>\n" + footer + "</body>\n</html>\n").utf8)
    }

    private var subject: String { files == 1 ? HTMLText.escaped(firstPath) : files.counted("file") }

    private func navigation(hasFindings: Bool, hasFixed: Bool) -> String {
        var links = [("findings", "Findings")]
        if hasFindings { links.insert(("codes", "By code"), at: 0) }
        if hasFixed { links.append(("fixed", "Fixed")) }
        if policy != nil { links.append(("policy", "Policy")) }
        if usability.footprints > 0 { links.append(("usability", "Usability")) }
        if !rules.isEmpty { links.append(("rules", "Rules")) }
        links.append(("files", "Files"))
        let text = links.map { "<a href=\"#\($0.0)\">\($0.1)</a>" }.joined(separator: "\n")
        return "<nav aria-label=\"On this page\">\n\(text)\n</nav>\n"
    }

    /// That the page does not list every finding, and what does, unless a file said so already.
    private var omission: String {
        let shown = groups.values.reduce(0) { $0 + $1.shownCount }, all = totals.count(atLeast: .note)
        guard shown < all, truncatedFiles == 0 else { return "" }
        return """
            <p class="cut">This page lists \(shown.grouped) of \(all.counted("finding")), at most \(Self.shownFindings) of a \
            code. All are counted, and <code>--report csv</code> or <code>ndjson</code> lists them all.</p>

            """
    }

    private var counts: String {
        let words = [(totals.error, "error"), (totals.warning, "warning"), (totals.note, "note")].filter { $0.0 > 0 }
            .map { "<span class=\"\($0.1)\">\($0.0.counted($0.1))</span>" }
        return words.isEmpty ? "no findings" : words.joined(separator: ", ")
    }
}

// MARK: The parts of the page

extension HTMLReport {
    private var head: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="referrer" content="no-referrer">
        <meta name="color-scheme" content="light dark">
        <title>\(HTMLText.escaped(verdict.words)): \(Tool.name) report on \(subject)</title>
        <style>
        \(HTMLStyle.sheet)
        </style>
        </head>

        """
    }

    private func summary(_ changes: ChangeSummary?) -> String {
        var text = "<div class=\"verdict \(self.verdict.rawValue)\">\n"
        text += "<p class=\"counts\">\(HTMLText.capitalized(verdict.words)): \(counts)</p>\n"
        if let changes { text += "<p>\(HTMLText.escaped(changes.words))</p>\n" }
        text += "</div>\n"
        for truncation in truncations { text += alert(truncation) }
        if truncatedFiles > truncations.count {
            text += alert("so with \((truncatedFiles - truncations.count).counted("more file"))")
        }
        if let caution = changes?.caution { text += alert(caution) }
        return text
    }

    private var policySection: String {
        guard let policy else { return "" }
        var text = """
            <section id="policy" aria-labelledby="policy-title">
            <h2 id="policy-title">Policy</h2>
            <p>Checked by \(HTMLText.escaped(policy.title)).</p>
            <ul>

            """
        for line in policy.changes(offCounts) { text += "<li>\(HTMLText.escaped(line))</li>\n" }
        return text + "</ul>\n</section>\n"
    }

    private func alert(_ text: String) -> String { "<p class=\"alert\">\(HTMLText.capitalized(text))</p>\n" }

    private func overview(_ groups: [HTMLGroup], hasBaseline: Bool) -> String {
        var text = """
            <section id="codes" aria-labelledby="codes-title">
            <h2 id="codes-title">By code</h2>
            <div class="scroll" tabindex="0" role="region" aria-label="Table of codes">
            <table>
            <caption>All findings are counted, whatever is listed below.</caption>
            <thead><tr><th scope="col">Code</th><th scope="col">Severity</th><th scope="col">Finds</th>
            """
        if hasBaseline { text += "<th scope=\"col\" class=\"number\">New</th>" }
        text += "<th scope=\"col\" class=\"number\">Count</th></tr></thead>\n<tbody>\n"
        for group in groups { text += group.row(hasBaseline: hasBaseline) }
        return text + "</tbody>\n</table>\n</div>\n</section>\n"
    }

    private var fileTable: String {
        var text = """
            <section id="files" aria-labelledby="files-title">
            <h2 id="files-title">Files</h2>

            """
        if files > rows.count {
            text += alert("only the first \(rows.count.grouped) of \(files.counted("file")) are in this table")
        }
        text += """
            <div class="scroll" tabindex="0" role="region" aria-label="Table of files">
            <table>
            <thead><tr><th scope="col">File</th><th scope="col">Verdict</th><th scope="col" class="number">Errors</th>\
            <th scope="col" class="number">Warnings</th><th scope="col" class="number">Notes</th>\
            <th scope="col" class="number">Records</th><th scope="col">Format</th>\
            <th scope="col">Checked against</th></tr></thead>
            <tbody>

            """
        return text + rows.joined() + "</tbody>\n</table>\n</div>\n</section>\n"
    }

    private func row(of report: FileReport) -> String {
        let format = [report.format, report.version].compactMap { $0 }.joined(separator: " ")
        var text = "<tr><th scope=\"row\" class=\"file\">\(HTMLText.escaped(PlainText.path(report.path)))</th>"
        text += "<td>\(HTMLText.escaped(report.verdict.words))</td>"
        for count in [report.counts.error, report.counts.warning, report.counts.note, report.records] {
            text += "<td class=\"number\">\(count.grouped)</td>"
        }
        for cell in [format.isEmpty ? "unknown" : format, report.profiles.joined(separator: ", ")] {
            text += "<td>\(HTMLText.escaped(cell))</td>"
        }
        return text + "</tr>\n"
    }

    private func fixed(_ changes: ChangeSummary) -> String {
        var text = """
            <section id="fixed" aria-labelledby="fixed-title">
            <h2 id="fixed-title">Fixed since the earlier report</h2>

            """
        if changes.fixed.count > Self.shownFindings {
            text += alert("only \(Self.shownFindings) of \(changes.fixed.count.grouped) are shown")
        }
        text += "<ol role=\"list\">\n"
        for entry in changes.fixed.prefix(Self.shownFindings) {
            text += "<li><strong>\(HTMLText.escaped(entry.code))</strong> \(HTMLText.escaped(entry.message))</li>\n"
        }
        return text + "</ol>\n</section>\n"
    }

    private var footer: String {
        """
        <footer>
        <p>Made by \(Tool.name) \(Tool.version). Rules: <code>\(RuleDigest.current)</code></p>
        \(schemas.map { "<p>Schema \(HTMLText.escaped($0.name)): <code>sha256:\($0.digest)</code></p>\n" }.joined())\
        <p>Every finding, for a spreadsheet: <code>--report csv=FILE</code>; for a program:
        <code>--report ndjson=FILE</code>.</p>
        </footer>

        """
    }
}
