import EmissionsDiagnostics

/// A line of a submission with carets under the stretch that a finding is about.
struct ExcerptText {
    var line: String
    var carets: String

    /// The longest line that is shown; what a person takes in at a glance, and no terminal wraps.
    private static let width = 100
    /// How much of a long line is shown before the stretch.
    private static let lead = 40

    init(_ excerpt: Excerpt) {
        let scalars = excerpt.text.unicodeScalars.map(PlainText.plain)
        let indent = min(max(0, excerpt.indent), scalars.count)
        let isLong = scalars.count > Self.width
        let first = isLong ? min(max(0, indent - Self.lead), max(0, scalars.count - Self.width)) : 0
        let last = min(scalars.count, first + Self.width)
        let opening = first > 0 ? "…" : "", closing = last < scalars.count ? "…" : ""

        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[first..<last])
        line = opening + String(text) + closing
        let marked = scalars[indent..<min(max(indent, last), indent + max(1, excerpt.width))]
        carets =
            String(repeating: " ", count: opening.count + PlainText.width(scalars[first..<indent]))
            + String(repeating: "^", count: max(1, PlainText.width(marked)))
    }
}
