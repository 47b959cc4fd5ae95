/// Where things stand in a drawing. Only places are worked out in binary; what is told are the texts of the figures.
struct Drawing {
    /// Drawings are so wide, and are stretched to the room that there is.
    static let width = 1_000.0
    private let low: Double
    private let span: Double
    /// Kept free on both sides, so that nothing is cut off.
    private let margin: Double

    /// - Returns: `nil` where there is nothing to tell apart from zero.
    init?(_ values: [Double], margin: Double = 0) {
        low = min(0, values.min() ?? 0)
        span = max(0, values.max() ?? 0) - low
        self.margin = margin
        guard span > 0, span.isFinite else { return nil }
    }

    func x(_ value: Double) -> Double { margin + (value - low) / span * (Self.width - 2 * margin) }

    /// For an attribute of SVG.
    static func number(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(abs(tenths) % 10)"
    }
}
