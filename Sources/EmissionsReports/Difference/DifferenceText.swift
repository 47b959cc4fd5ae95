import EmissionsDiagnostics
public import EmissionsExchange

/// How two submissions differ, for a person to read: record after record, then a summary.
public struct DifferenceText: Sendable {
    private let colors: TextColors
    /// How many values are shown of one record; the JSON report has them all.
    private static let mostShown = 200
    /// Up to which width what stands behind the values is lined up.
    private static let widestValues = 64

    public init(_ colors: TextColors) { self.colors = colors }

    /// Which file is A and which is B.
    public func begin(_ a: SourceFile, _ b: SourceFile) -> String {
        [("A", a.path), ("B", b.path)].map { "\(colors.strong($0))  \(PlainText.path($1))\n" }.joined() + "\n"
    }

    public func text(of record: RecordDifference) -> String {
        switch record.presence {
        case .onlyInA: return only(record, record.a, "only in A")
        case .onlyInB: return only(record, record.b, "only in B")
        case .both: break
        }
        var text = colors.strong(title(of: record, record.a ?? record.b)) + matched(record) + "\n"
        let all = DifferenceRow.rows(record.differences)
        let rows = all.prefix(Self.mostShown)
        let widths = rows.reduce(into: (path: 0, values: 0, change: 0)) { widths, row in
            widths.path = max(widths.path, PlainText.width(row.path.unicodeScalars))
            widths.values = max(widths.values, min(Self.widestValues, PlainText.width(row.values.unicodeScalars)))
            widths.change = max(widths.change, PlainText.width(row.change.unicodeScalars))
        }
        for row in rows {
            text += "  \(paint(row.kind, row.word.padded(to: 10)))  \(row.path.padded(to: widths.path))  "
            text += row.values.padded(to: widths.values) + "  "
            if widths.change > 0 { text += colors.strong(row.change.paddedLeft(to: widths.change)) + "  " }
            text += colors.faint(row.places) + "\n"
        }
        let left = all.count - Self.mostShown
        if left > 0 { text += "  … and \(left.grouped) more: --json lists them all\n" }
        return text + "\n"
    }

    private func only(_ record: RecordDifference, _ side: RecordDifference.Side?, _ words: String) -> String {
        let place = side?.location.map(DifferenceRow.place) ?? ""
        return
            "\(colors.severity(.warning, words))  \(colors.strong(title(of: record, side)))  \(colors.faint(place))\n\n"
    }

    /// `footprint 3893bb5d  Hot-rolled coil`.
    private func title(of record: RecordDifference, _ side: RecordDifference.Side?) -> String {
        let name: String? =
            switch record.kind {
            case .header: nil
            default: side?.identifier ?? side?.place.description
            }
        let words = [record.kind.rawValue, name.map { PlainText.short($0, 80) }].compactMap { $0 }.joined(
            separator: " ")
        guard let title = record.title, !title.isEmpty else { return words }
        return "\(words)  \(PlainText.short(title, 60))"
    }

    /// How they were matched, where it was not by what their senders call them.
    private func matched(_ record: RecordDifference) -> String {
        guard let match = record.match, match != .identifier else { return "" }
        let other = record.b?.identifier.map { ", in B \(PlainText.short($0, 80))" } ?? ""
        return colors.faint("  (matched by \(match.words)\(other))")
    }

    private func paint(_ kind: Difference.Kind, _ text: String) -> String {
        switch kind {
        case .unreadable: colors.severity(.error, text)
        case .added, .removed, .changed: colors.severity(.warning, text)
        case .respelled: colors.faint(text)
        }
    }

    // MARK: The summary

    public func end(_ report: DifferenceReport, isStrict: Bool) -> String {
        let summary = report.summary
        let records = summary.both.counted("record") + " in both"
        let only = [(summary.onlyInA, "A"), (summary.onlyInB, "B")].filter { $0.0 > 0 }
        var sentences = [([records] + only.map { "\($0.0.grouped) only in \($0.1)" }).joined(separator: ", ")]
        let kinds: [(Difference.Kind, String)] = [
            (.changed, "changed"), (.added, "added"), (.removed, "removed"), (.unreadable, "unreadable"),
        ]
        let fields = kinds.filter { summary.count($0.0) > 0 }.map { (summary.count($0.0), $0.1) }
        if let first = fields.first {
            let rest = fields.dropFirst().map { "\($0.0.grouped) \($0.1)" }
            sentences.append(([first.0.counted("field") + " \(first.1)"] + rest).joined(separator: ", "))
        }
        if summary.up + summary.down > 0 {
            sentences.append(summary.up.counted("figure") + " up, \(summary.down.grouped) down")
        }
        if let largest = summary.largest {
            let name = largest.identifier.map { " of \(PlainText.short($0, 60))" } ?? ""
            sentences.append("largest change \(largest.change) (\(PlainText.short("\(largest.path)", 80))\(name))")
        }
        if summary.count(.respelled) > 0 {
            let hint = isStrict ? "" : ", --strict lists them"
            sentences.append(summary.count(.respelled).counted("value") + " written differently\(hint)")
        }
        var text = ""
        for (name, file) in [("A", report.a), ("B", report.b)] where file.counts.error > 0 {
            let errors = file.counts.error.counted("error")
            text += colors.severity(.warning, "\(name) could not be read without \(errors)")
            text += ": what was left out is not compared, emx validate lists it\n"
        }
        let verdict = summary.differs ? "" : "no difference: "
        return text + colors.strong(verdict + sentences.joined(separator: "; ")) + "\n"
    }
}

/// One difference in the cells of a row.
private struct DifferenceRow {
    let kind: Difference.Kind
    let word: String
    private(set) var path: String
    private(set) var values: String
    let change: String
    let places: String

    init(_ difference: Difference) {
        kind = difference.kind
        word = kind == .respelled ? "rewritten" : kind.rawValue
        let (a, b) = (difference.a, difference.b)
        let moved = a.value != nil && b.value != nil && a.path.withoutPositions != b.path.withoutPositions
        path = Self.words(moved ? "\(a.path) → \(b.path)" : "\(difference.path)")
        let sides = [a, b].map { $0.value == nil ? nil : Self.words($0) }
        values =
            kind == .unreadable
            ? sides.map { $0 ?? "nothing" }.joined(separator: " / ") : sides.compactMap { $0 }.joined(separator: " → ")
        change = difference.change?.description ?? ""
        let places = zip(["A", "B"], [a, b]).filter { $0.1.value != nil }.compactMap { name, side in
            side.location.map { "\(name) \(Self.place($0))" }
        }
        self.places = places.joined(separator: "  ")
    }

    /// A row for each difference, and one for all that an item of a list says that only one file has.
    static func rows(_ differences: [Difference]) -> [DifferenceRow] {
        var rows: [DifferenceRow] = []
        var rest = differences[...]
        while let first = rest.first {
            let group = rest.prefix { first.item != nil && $0.item == first.item && $0.kind == first.kind }
            rows.append(group.count > 1 ? DifferenceRow(item: Array(group)) : DifferenceRow(first))
            rest = rest.dropFirst(max(1, group.count))
        }
        return rows
    }

    private init(item: [Difference]) {
        self.init(item[0])
        path = Self.words("\(item[0].item ?? item[0].path)")
        let sides = item.map { $0.a.value == nil ? $0.b : $0.a }
        values = "\(item.count.grouped) values: "
        values += PlainText.short(sides.prefix(4).map(Self.words).joined(separator: ", "), 50)
    }

    /// Steps in content that has no fields of its own are written as in a JSON Pointer.
    private static func words(_ path: String) -> String {
        PlainText.short(path.split(separator: "./", omittingEmptySubsequences: false).joined(separator: "/"), 100)
    }

    private static func words(_ side: Difference.Side) -> String {
        let value = PlainText.short(side.value ?? "", 60)
        return side.unit.map { "\(value) \(PlainText.short($0, 40))" } ?? (value.isEmpty ? "''" : value)
    }

    /// `14:31`, or the cell of a table.
    static func place(_ location: SourceLocation) -> String {
        if case .cell(let cell)? = location.address, !cell.isEmpty { return PlainText.line(cell) }
        return PlainText.line(location.description)
    }
}

extension RecordDifference.Match {
    fileprivate var words: String { self == .onlyOne ? "being \(rawValue)" : rawValue }
}
