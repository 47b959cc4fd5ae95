import EmissionsDiagnostics

/// A line of a submission with carets under the stretch that a finding is about.
struct ExcerptText {
    /// The line, with an ellipsis where it was cut.
    var line: String { before + marked + after }
    var carets: String
    /// The line before, in and behind the stretch.
    var before: String, marked: String, after: String

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

        let end = min(max(indent, last), indent + max(1, excerpt.width))
        before = opening + String(scalars[first..<indent])
        marked = String(scalars[indent..<end])
        after = String(scalars[min(end, last)..<last]) + closing
        carets =
            String(repeating: " ", count: opening.count + PlainText.width(scalars[first..<indent]))
            + String(repeating: "^", count: max(1, PlainText.width(scalars[indent..<end])))
    }
}

extension String {
    fileprivate init(_ scalars: ArraySlice<Unicode.Scalar>) {
        var view = UnicodeScalarView()
        view.append(contentsOf: scalars)
        self.init(view)
    }
}
