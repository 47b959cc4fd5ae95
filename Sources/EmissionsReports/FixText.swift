import EmissionsDiagnostics
public import EmissionsExchange

/// What was fixed in a file, or would be, for a person to read.
public struct FixText: Sendable {
    private let report: FixReport
    private let colors: TextColors

    public init(_ report: FixReport, _ colors: TextColors) { (self.report, self.colors) = (report, colors) }

    /// One line for each fix: its code, its place, what was and what is.
    public var list: String {
        var text = report.made.map(line).joined()
        if report.isTruncated { text += colors.loud("  … and more: --max-findings lists them") + "\n" }
        return text
    }

    /// `3 values of wrong.json corrected, 1 more with --unsafe`.
    public func summary(_ verb: String) -> String {
        let path = PlainText.path(report.source.path)
        let more = report.unsafeCount > 0 ? "; \(report.unsafeCount.grouped) more with --unsafe" : ""
        guard report.count > 0 else { return "nothing to correct in \(path)\(more)\n" }
        return colors.strong("\(report.count.counted("value")) of \(path) \(verb)\(more)") + "\n"
    }

    private func line(_ finding: Diagnostic) -> String {
        guard let fix = finding.fix else { return "" }
        let safety = fix.safety == .safe ? colors.faint("safe  ") : colors.loud("unsafe")
        let place = PlainText.place(finding.location, in: report.source.path)
        return "\(safety)  \(finding.code.description.padded(to: 9)) \(place): \(change(fix, finding))\n"
    }

    private func change(_ fix: Fix, _ finding: Diagnostic) -> String {
        func quoted(_ text: String) -> String { "'\(PlainText.short(text, 60))'" }
        let again = fix.count > 1 ? " (\(fix.count.grouped) times)" : ""
        switch fix.replacement {
        case .text(let text) where text == finding.value: return "\(quoted(text)) in quotation marks\(again)"
        case .literal(let text) where text == finding.value: return "\(quoted(text)) without quotation marks\(again)"
        case .text(let text), .literal(let text):
            return "\(quoted(finding.value?.trimmed ?? "")) → \(quoted(text))\(again)"
        case .name(let name):
            return "\(quoted(fix.edits.first?.before ?? "")) → \(quoted(name)), as its name"
        case .trimmed: return "white space around \(fix.count.counted("value")) taken away"
        case .removed: return "\(fix.count.counted("value")) left out"
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        let scalars = unicodeScalars.drop { $0.properties.isWhitespace }
        let end = scalars.lastIndex { !$0.properties.isWhitespace }.map(scalars.index(after:)) ?? scalars.startIndex
        return String(scalars[..<end])
    }
}
