public import EmissionsExchange
import EmissionsModel
import EmissionsRules

/// What is in a file, as a table that a person can read and as JSON.
public struct SummaryReport: Sendable {
    private let report: FileReport
    private let summary: Summary
    private let evidence: String?

    public init(_ report: FileReport, _ summary: Summary, evidence: String?) {
        (self.report, self.summary, self.evidence) = (report, summary, evidence)
    }

    public func text(_ colors: TextColors) -> String {
        var lines: [(String, String?)] = []
        let format = [report.format, report.version].compactMap { $0 }.joined(separator: " ")
        lines.append(("format", format.isEmpty ? "unknown" : format + (evidence.map { " (\($0))" } ?? "")))
        let content = [(summary.goods, "good"), (summary.footprints, "footprint")].filter { $0.0 > 0 }
        lines.append(("content", content.isEmpty ? nil : content.map { $0.0.counted($0.1) }.joined(separator: ", ")))
        lines.append(("filing", summary.filing))
        lines.append(("declarant", summary.declarant))
        lines.append(("reporting period", summary.reportingPeriod))
        lines.append(("companies", summary.companies.words))
        lines.append(("origins", summary.origins.words))
        lines.append(("reference period", period))
        lines.append(("declared units", summary.declaredUnits.words))
        lines.append(("boundaries", summary.boundaries.words))
        if let usability = report.usability, usability.footprints > 0 {
            lines.append(("usability", usability.words))
            lines += usability.lackingLines.map { ("", $0) }
        }
        lines.append(("findings", findings))

        var text = "\(colors.strong(PlainText.path(report.path)))\n"
        for (name, value) in lines {
            guard let value else { continue }
            text += "  \(name.padded(to: 16))  \(PlainText.line(value))\n"
        }
        let table = self.table
        return table.isEmpty ? text : text + "\n" + table
    }

    private var period: String? {
        guard summary.earliest != nil || summary.latest != nil else { return nil }
        return "\(summary.earliest?.written ?? "…") to \(summary.latest?.written ?? "…")"
    }

    private var findings: String {
        let counts = report.counts
        let listed = [(counts.error, "error"), (counts.warning, "warning"), (counts.note, "note")].filter { $0.0 > 0 }
        if listed.isEmpty { return "none: \(report.verdict.words)" }
        let words = listed.map { $0.0.counted($0.1) }.joined(separator: ", ")
        return "\(words): \(report.verdict.words) (`emx validate` lists them)"
    }

    /// What is the same for all of the file, and stands above the table.
    private var saidAbove: Set<String> {
        var titles: Set<String> = []
        if summary.companies.counts.count == 1 { titles.insert("company") }
        if Set(summary.entries.map(\.period)).count == 1, summary.entryCount == summary.entries.count {
            titles.insert("period")
        }
        return titles
    }

    /// Columns that nothing stands in, or the same everywhere, are left out.
    private var table: String {
        guard !summary.entries.isEmpty else { return "" }
        let names = summary.entries.flatMap { $0.figures.map(\.name) }.reduce(into: [String]()) {
            if !$0.contains($1) { $0.append($1) }
        }
        var columns: [(title: String, isNumber: Bool, cells: [String])] = [
            ("product", false, summary.entries.map { PlainText.short($0.product ?? "", 40) }),
            ("company", false, summary.entries.map { PlainText.short($0.company ?? "", 30) }),
            ("origin", false, summary.entries.map { PlainText.short($0.origin ?? "", 20) }),
            ("period", false, summary.entries.map { PlainText.short($0.period ?? "", 24) }),
            ("declared unit", false, summary.entries.map { PlainText.short($0.declaredUnit ?? "", 24) }),
            ("imported", true, summary.entries.map { PlainText.short($0.imported ?? "", 24) }),
        ]
        for name in names {
            let cells = summary.entries.map { entry in
                entry.figures.first { $0.name == name }.map { PlainText.short(words($0, in: entry), 60) } ?? ""
            }
            columns.append((name, true, cells))
        }
        columns.removeAll { $0.cells.allSatisfy(\.isEmpty) || saidAbove.contains($0.title) }
        let widths = columns.map { column in
            ([column.title] + column.cells).map { PlainText.width($0.unicodeScalars) }.max() ?? 0
        }
        func row(_ cells: [String]) -> String {
            let padded = cells.enumerated().map { index, cell in
                columns[index].isNumber ? cell.paddedLeft(to: widths[index]) : cell.padded(to: widths[index])
            }
            var line = "  " + padded.joined(separator: "  ")
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }
        var text = row(columns.map(\.title))
        for index in summary.entries.indices { text += row(columns.map { $0.cells[index] }) }
        let left = summary.entryCount - summary.entries.count
        return left > 0 ? text + "  … and \(left.grouped) more: --max-entries N shows more\n" : text
    }

    /// What a figure is for is left out where it is the declared unit beside it.
    private func words(_ figure: Summary.Figure, in entry: Summary.Entry) -> String {
        let per = figure.per == entry.declaredUnit ? nil : figure.per
        return "\(figure.amount) \(figure.unit)" + (per.map { " / \($0)" } ?? "")
    }

    public var json: JSONValue {
        [
            "path": .text(report.path),
            "format": JSONValue(report.format),
            "version": JSONValue(report.version),
            "evidence": JSONValue(evidence),
            "verdict": .text(report.verdict.rawValue),
            "counts": [
                "error": .number(report.counts.error), "warning": .number(report.counts.warning),
                "note": .number(report.counts.note),
            ],
            "goods": .number(summary.goods),
            "footprints": .number(summary.footprints),
            "filing": JSONValue(summary.filing),
            "declarant": JSONValue(summary.declarant),
            "reportingPeriod": JSONValue(summary.reportingPeriod),
            "companies": summary.companies.json,
            "origins": summary.origins.json,
            "referencePeriod": [
                "start": JSONValue(summary.earliest?.written), "end": JSONValue(summary.latest?.written),
            ],
            "declaredUnits": summary.declaredUnits.json,
            "boundaries": summary.boundaries.json,
            "usability": report.usability?.json ?? .null,
            "entries": .list(summary.entries.map(\.json)),
            "entriesTotal": .number(summary.entryCount),
        ]
    }
}

extension Tally {
    /// `DE 3, US 2`, and how many names more there are.
    fileprivate var words: String? {
        guard !counts.isEmpty else { return nil }
        let shown = ranked.prefix(8).map { $0.count > 1 ? "\($0.name) (\($0.count.grouped))" : $0.name }
        let left = counts.count - shown.count
        let more = others > 0 ? ", … and many more" : left > 0 ? ", … and \(left.grouped) more" : ""
        return shown.joined(separator: ", ") + more
    }

    fileprivate var json: JSONValue {
        var list = ranked.map { JSONValue.object([.init("name", .text($0.name)), .init("count", .number($0.count))]) }
        if others > 0 { list.append(.object([.init("name", .null), .init("count", .number(others))])) }
        return .list(list)
    }
}

extension Summary.Entry {
    fileprivate var json: JSONValue {
        [
            "product": JSONValue(product), "company": JSONValue(company), "origin": JSONValue(origin),
            "period": JSONValue(period), "declaredUnit": JSONValue(declaredUnit), "imported": JSONValue(imported),
            "figures": .list(
                figures.map { figure in
                    [
                        "name": .text(figure.name), "amount": .text(figure.amount.description),
                        "unit": .text(figure.unit), "per": JSONValue(figure.per),
                    ]
                }),
        ]
    }
}
