import EmissionsDiagnostics
public import EmissionsExchange

/// What became of every value of a conversion's source, for a person to read.
public struct ConversionText: Sendable {
    private let report: ConversionReport
    private let colors: TextColors
    /// How many losses and restatements are shown; the loss report has all that were kept.
    private let capacity: Int

    public init(_ report: ConversionReport, _ colors: TextColors, showing capacity: Int = 50) {
        (self.report, self.colors, self.capacity) = (report, colors, capacity)
    }

    /// Restatements, losses (each as a warning if asked for) and the account: the sum comes last, where it is seen.
    public func text(asWarnings: Bool = false) -> String {
        let title = "not in the \(report.target.format) output as they were:\n"
        let added = "in the \(report.target.format) output, and not in the source:\n"
        return restatements
            + list(report.losses.filter { $0.kind != .added }, title, asWarnings)
            + list(report.losses.filter { $0.kind == .added }, added, asWarnings) + account
    }

    /// `58 of 58 source values accounted for: 40 carried, 16 converted, 2 dropped`.
    private var account: String {
        let account = report.account
        let accounted =
            account.carried + account.converted + account.kept + account.dropped + account.changed + account.unread
        let classes = [
            (account.carried, "carried"), (account.converted, "converted exactly"), (account.kept, "kept unchanged"),
            (account.dropped, "dropped"), (account.changed, "changed"), (account.unread, "unread"),
        ]
        var words = classes.filter { $0.0 > 0 }.map { "\($0.0.grouped) \($0.1)" }
        if words.isEmpty { words = ["nothing carried"] }
        var text = "\(accounted.grouped) of \(account.total.grouped) source values accounted for: "
        text += words.joined(separator: ", ")
        if account.supplied > 0 { text += "; \(account.supplied.grouped) supplied" }
        return colors.strong(text) + "\n"
    }

    private func list(_ losses: [Loss], _ title: String, _ asWarnings: Bool) -> String {
        guard !losses.isEmpty else { return "" }
        var text = asWarnings ? "" : title
        for loss in losses.prefix(capacity) {
            let kind = loss.kind.rawValue
            text += asWarnings ? colors.severity(.warning, "warning: \(kind) ") : "  " + kind.padded(to: 9)
            text += "\(loss.path): \(loss.words)\n"
            let place = loss.source.map { PlainText.place($0, in: report.source.path) }
            if let place { text += "  \(colors.faint("       --> \(place)"))\n" }
        }
        return text + more(losses.count, "value", "values")
    }

    private var restatements: String {
        guard !report.restatements.isEmpty else { return "" }
        let shown = report.restatements.prefix(capacity)
        let paths = shown.map { PlainText.short($0.path, 60) }
        let changes = shown.map { PlainText.short("\($0.before) → \($0.after)", 60) }
        let pathWidth = paths.map(\.count).max() ?? 0, changeWidth = changes.map(\.count).max() ?? 0
        var text = "restated exactly, as \(report.target.format) \(report.target.version) asks for:\n"
        for (index, restatement) in shown.enumerated() {
            text += "  \(paths[index].padded(to: pathWidth))  \(changes[index].padded(to: changeWidth))  "
            text += "\(colors.faint(PlainText.line(restatement.reason)))\n"
        }
        return text + more(report.restatements.count, "restatement", "restatements")
    }

    private func more(_ count: Int, _ one: String, _ many: String) -> String {
        let left = count - capacity
        if report.isTruncated, left > 0 {
            return colors.loud("  … and more: the first \(count.grouped) \(many) are kept, all are counted") + "\n"
        }
        guard left > 0 else { return "" }
        return "  … and \(left.grouped) more \(left == 1 ? one : many): --loss FILE lists them all\n"
    }
}

extension Loss {
    fileprivate var words: String {
        let before = "'\(PlainText.short(was, 60))'"
        let after = became.map { "'\(PlainText.short($0, 60))'" } ?? "nothing"
        switch kind {
        case .unread, .dropped: return before
        case .changed: return "\(before) → \(after)"
        case .added: return after
        }
    }
}
