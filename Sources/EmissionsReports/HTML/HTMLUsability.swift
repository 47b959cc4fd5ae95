import EmissionsRules

extension UsabilityTally {
    /// A small table of the levels that footprints reach and what they lack for the next; empty without footprints.
    var section: String {
        guard footprints > 0 else { return "" }
        var text = """
            <section id="usability" aria-labelledby="usability-title">
            <h2 id="usability-title">Usability</h2>
            <div class="scroll" tabindex="0" role="region" aria-label="Table of usability levels">
            <table>
            <caption>Levels of the \(HTMLText.escaped(UsabilityLevel.source)).</caption>
            <thead><tr><th scope="col">Level</th><th scope="col" class="number">Footprints</th>\
            <th scope="col">Lacking for the next level</th></tr></thead>
            <tbody>

            """
        for level in UsabilityLevel.allCases {
            let lacking = level.next.map { self.lacking(for: $0) } ?? []
            text += "<tr><th scope=\"row\">\(level.rawValue): \(HTMLText.escaped(level.title))</th>"
            text += "<td class=\"number\">\(count(at: level).grouped)</td><td>\(list(lacking))</td></tr>\n"
        }
        text += "</tbody>\n</table>\n</div>\n"
        if !placeholderCounts.isEmpty {
            text += "<p>Placeholders, which do not count: \(list(placeholderCounts)).</p>\n"
        }
        return text + "</section>\n"
    }

    private func list(_ fields: [(field: UsabilityField, count: Int)]) -> String {
        fields.map { "\(HTMLText.escaped($0.field.words)) (\($0.count.grouped))" }.joined(separator: ", ")
    }
}
