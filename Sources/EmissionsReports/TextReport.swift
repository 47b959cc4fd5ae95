public import EmissionsDiagnostics
public import EmissionsExchange

/// What was found in some files, for a person to read: each finding with the line it is about, then a summary.
public struct TextReport: Sendable {
    private let colors: TextColors
    private var files = 0
    private var totals = FileReport.Counts()
    private var verdict = FileReport.Verdict.valid

    public init(_ colors: TextColors) { self.colors = colors }

    /// The findings of one file.
    public mutating func add(_ report: FileReport) -> String {
        files += 1
        totals.error += report.counts.error
        totals.warning += report.counts.warning
        totals.note += report.counts.note
        verdict = .worst(verdict, report.verdict)

        let truncation = report.isTruncated ? colors.loud(truncation(of: report)) + "\n" : ""
        var text = truncation.isEmpty ? "" : truncation + "\n"
        for finding in report.findings { text += self.text(of: finding, in: report.path) + "\n" }
        if report.isTruncated {
            text += truncation
            for (code, count) in report.countsByCode.sorted(by: { $0.key < $1.key }) {
                text += "  \(code.description.padded(to: 10))\(count.grouped)\n"
            }
        }
        return text + "\(colors.faint("checked"))  \(subject(of: report))\n"
    }

    /// The last line: how much was found in all files, and the verdict.
    public func end() -> String {
        let counts = [
            (totals.error, "error", Diagnostic.Severity.error), (totals.warning, "warning", .warning),
            (totals.note, "note", .note),
        ]
        let found = counts.filter { $0.0 > 0 }.map { colors.severity($0.2, $0.0.counted($0.1)) }
        let summary = found.isEmpty ? "no findings" : found.joined(separator: ", ")
        return "\(summary) in \(files.counted("file")): \(colors.strong(verdict.words))\n"
    }

    /// One finding, without an empty line after it.
    public func text(of finding: Diagnostic, in path: String) -> String {
        let severity = colors.severity(finding.severity, "\(finding.severity.rawValue)[\(finding.code)]")
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

    private func truncation(of report: FileReport) -> String {
        let all = report.counts.count(atLeast: .note)
        return """
            only \(report.findings.count.grouped) of \(all.counted("finding")) of \(PlainText.path(report.path)) listed \
            (--max-findings); all are counted
            """
    }
}

extension PlainText {
    /// What a file is called in a text.
    static func path(_ path: String) -> String { path == "-" ? "<stdin>" : line(path) }

    /// `input.json:14:31  /data/0/pcf`.
    static func place(_ location: SourceLocation?, in path: String) -> String {
        guard let location else { return PlainText.path(path) }
        let place = "\(PlainText.path(path)):\(line(location.description))"
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
