public import EmissionsDiagnostics
public import EmissionsExchange
import EmissionsRules

/// What was found in some files, for a person to read: each finding with the line it is about, then a summary.
public struct TextReport: Sendable {
    private let colors: TextColors
    private var files = 0
    private var totals = FileReport.Counts()
    private var verdict = FileReport.Verdict.valid
    private var fixable: [Fix.Safety: Int] = [:]

    public init(_ colors: TextColors) { self.colors = colors }

    /// The findings of one file; those that are new since an earlier report come first and say so.
    public mutating func add(_ report: FileReport, _ changes: FileChanges? = nil) -> String {
        files += 1
        totals.error += report.counts.error
        totals.warning += report.counts.warning
        totals.note += report.counts.note
        verdict = .worst(verdict, report.verdict)
        fixable.merge(report.fixable) { $0 + $1 }

        let truncation = report.truncation.map { colors.loud($0) + "\n" } ?? ""
        var text = truncation.isEmpty ? "" : truncation + "\n"
        for (finding, isNew) in report.findingsNewFirst(changes) {
            text += self.text(of: finding, in: report.path, isNew: isNew == true) + "\n"
        }
        if report.isTruncated {
            text += truncation
            for (code, count) in report.countsByCode.sorted(by: { $0.key < $1.key }) {
                text += "  \(code.description.padded(to: 10))\(count.grouped)\n"
            }
        }
        text += "\(colors.faint("checked"))  \(subject(of: report))\n"
        if let policy = report.policy {
            text += "  \(colors.faint("policy:")) \(policy.title)\n"
            for line in policy.changes(report.offCounts) { text += "    \(line)\n" }
        }
        if let words = report.ruleWords { text += "  \(colors.faint("rules:")) \(words)\n" }
        if let usability = report.usability, usability.footprints > 0 {
            text += "  \(colors.faint("usability:")) \(usability.words)\n"
            for line in usability.lackingLines { text += "    \(line)\n" }
        }
        return text
    }

    /// The last lines: how the files compare with an earlier report, how much was found in all of them, and the verdict.
    public func end(_ changes: ChangeSummary? = nil) -> String {
        let counts = [
            (totals.error, "error", Diagnostic.Severity.error), (totals.warning, "warning", .warning),
            (totals.note, "note", .note),
        ]
        let found = counts.filter { $0.0 > 0 }.map { colors.severity($0.2, $0.0.counted($0.1)) }
        let summary = found.isEmpty ? "no findings" : found.joined(separator: ", ")
        return fixes + comparison(changes)
            + "\(summary) in \(files.counted("file")): \(colors.strong(verdict.words))\n"
    }

    /// `[*] 3 fixable with emx fix (1 more with --unsafe)`.
    private var fixes: String {
        let (safe, unsafe) = (fixable[.safe] ?? 0, fixable[.unsafe] ?? 0)
        if safe > 0 {
            return
                "[*] \(safe.grouped) fixable with emx fix\(unsafe > 0 ? " (\(unsafe.grouped) more with --unsafe)" : "")\n"
        }
        return unsafe > 0 ? "[*] \(unsafe.grouped) fixable with emx fix --unsafe\n" : ""
    }

    private func comparison(_ changes: ChangeSummary?) -> String {
        guard let changes else { return "" }
        var text = ""
        for entry in changes.fixed.prefix(Self.shownFixed) {
            text += "\(colors.faint("fixed"))  [\(PlainText.line(entry.code))] \(PlainText.short(entry.message, 120))\n"
        }
        let left = changes.fixed.count - Self.shownFixed
        if left > 0 { text += "  … and \(left.grouped) more fixed: --report json lists them all\n" }
        if let caution = changes.caution { text += colors.loud(caution) + "\n" }
        return text + colors.strong(changes.words) + "\n"
    }

    /// How many findings of an earlier report that are gone are listed.
    private static let shownFixed = 20

    /// One finding, without an empty line after it.
    public func text(of finding: Diagnostic, in path: String, isNew: Bool = false) -> String {
        let new = isNew ? "new " : ""
        let severity = colors.severity(finding.severity, "\(new)\(finding.severity.rawValue)[\(finding.code)]")
        let number = finding.location.map { String($0.line) } ?? ""
        let margin = String(repeating: " ", count: max(number.count, 2))
        var text = "\(severity)\(colors.strong(": " + PlainText.line(finding.message.description)))\n"
        text += "\(margin)\(colors.faint("-->")) \(PlainText.place(finding.location, in: path))\n"
        if finding.location != nil, let excerpt = finding.excerpt {
            let excerpt = ExcerptText(excerpt)
            text += "\(margin) \(colors.faint("|"))\n"
            text += "\(number.paddedLeft(to: 2)) \(colors.faint("|")) \(excerpt.line)\n"
            text += "\(margin) \(colors.faint("|")) \(colors.severity(finding.severity, excerpt.carets))\n"
        }
        if let path = finding.path, !path.steps.isEmpty {
            text += "\(margin) \(colors.faint("=")) field: \(path)\n"
        }
        if let help = finding.help { text += "\(margin) \(colors.faint("=")) help: \(PlainText.line(help))\n" }
        if let fix = finding.fix {
            let action = "\(fix.safety.rawValue), \(PlainText.line(fix.action))"
            text += "\(margin) \(colors.faint("=")) fix: \(action) · emx fix\(fix.safety == .safe ? "" : " --unsafe")\n"
        }
        return text
    }

    private func subject(of report: FileReport) -> String {
        var words = [PlainText.path(report.path)]
        if let format = report.format {
            words.append(report.version.map { "\(format) \($0)" } ?? format)
            words.append(report.records.counted("record"))
        }
        if !report.profiles.isEmpty { words.append("profiles " + report.profiles.joined(separator: ", ")) }
        return words.joined(separator: " · ") + ": \(report.verdict.words)"
    }
}

extension TextReport: FileByFileReport {
    public func opening() -> [UInt8] { [] }
    public mutating func file(_ report: FileReport, _ changes: FileChanges?) -> [UInt8] {
        Array(add(report, changes).utf8)
    }
    public func closing(_ changes: ChangeSummary?) -> [UInt8] { Array(end(changes).utf8) }
}

extension PlainText {
    /// What a file is called in a text.
    static func path(_ path: String) -> String {
        path == "-" || path.hasPrefix("-" + ArchivedFile.separator)
            ? "<stdin>" + line(String(path.dropFirst())) : line(path)
    }

    /// A file of a package is called as a file of an archive is: `a.zip!/dir/b.xml`.
    static func path(_ path: String, _ part: String?) -> String {
        PlainText.path(path) + (part.map { ArchivedFile.separator + line($0) } ?? "")
    }

    /// `input.json:14:31  /data/0/pcf`.
    static func place(_ location: SourceLocation?, in path: String) -> String {
        guard let location else { return PlainText.path(path) }
        let place = "\(PlainText.path(path, location.part)):\(location.line):\(location.column)"
        switch location.address {
        case .pointer(""), .xpath(""), .cell(""), nil: return place
        case .pointer(let address), .xpath(let address): return "\(place)  \(short(address, 120))"
        case .cell(let cell): return "\(place)  cell \(cell)"
        }
    }
}

extension FileReport.Verdict {
    var words: String {
        switch self {
        case .valid: "valid"
        case .invalid: "invalid"
        case .unreadable: "unreadable"
        case .undecided: "no verdict, a limit was reached"
        case .unavailable: "no verdict, the bytes could not be had"
        }
    }
}
