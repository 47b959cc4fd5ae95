/// How much products of one unit cause, by where they were made: a dot for each product.
struct OriginChart {
    private let unit: String
    private let emissionsUnit: String
    private let points: [(product: FiguresDocument.Product, value: Double)]
    private let drawing: Drawing
    private static let mostOrigins = 15, mostRows = 100

    /// One chart for what can be compared, the one with the most products first.
    static func charts(_ products: [FiguresDocument.Product]) -> [OriginChart] {
        var groups: [[String]: [(FiguresDocument.Product, Double)]] = [:]
        for product in products {
            guard let amount = Double(product.amount), let quantity = Double(product.quantity), quantity > 0 else {
                continue
            }
            groups[[product.figure, product.emissionsUnit, product.unit], default: []].append(
                (product, amount / quantity))
        }
        return groups.sorted { ($1.value.count, $0.key.joined()) < ($0.value.count, $1.key.joined()) }
            .compactMap { OriginChart($0.value) }
    }

    /// - Returns: `nil` where there is nothing to compare.
    private init?(_ points: [(FiguresDocument.Product, Double)]) {
        guard points.count > 1, let first = points.first?.0,
            let drawing = Drawing(points.map { $0.1 }, margin: 12)
        else { return nil }
        (unit, emissionsUnit, self.drawing) = (first.unit, first.emissionsUnit, drawing)
        self.points = points.map { (product: $0.0, value: $0.1) }
    }

    func value(_ texts: Texts) -> PageValue {
        let byOrigin = Dictionary(grouping: points) { $0.product.origin ?? "" }
        let origins = byOrigin.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
        let hidden = origins.count - Self.mostOrigins
        return [
            "unit": .text(texts("chart.unit.per", ["unit": emissionsUnit, "per": unit])),
            "count": .text(texts.counted(points.count, "product")),
            "figure": .text(texts["figure.\(points[0].product.figure.replacing(" ", with: "-"))"]),
            "zero": .text(Drawing.number(drawing.x(0))),
            "rows": .list(origins.prefix(Self.mostOrigins).map { row($0.key, $0.value, texts) }),
            "hidden": hidden > 0 ? .text(texts.counted(hidden, "origin.hidden")) : .none,
            "table": .list(
                points.sorted { $0.value > $1.value }.prefix(Self.mostRows).map { point in
                    let product = point.product
                    let per = product.quantity == "1" ? product.unit : "\(product.quantity) \(product.unit)"
                    return [
                        "name": .text(product.name ?? texts["product.unnamed"]),
                        "origin": .text(product.origin ?? texts["origin.unknown"]),
                        "amount": .text(product.amount),
                        "per": .text(texts("chart.unit.per", ["unit": product.emissionsUnit, "per": per])),
                    ]
                }),
            "tableHidden": points.count > Self.mostRows
                ? .text(texts.counted(points.count - Self.mostRows, "product.hidden")) : .none,
        ]
    }

    private func row(
        _ origin: String, _ points: [(product: FiguresDocument.Product, value: Double)], _ texts: Texts
    ) -> PageValue {
        let sorted = points.sorted { $0.value < $1.value }
        guard let least = sorted.first, let most = sorted.last else { return .none }
        let ends = least.value == most.value ? words(least) : "\(words(least)) – \(words(most))"
        return [
            "origin": .text(origin.isEmpty ? texts["origin.unknown"] : origin),
            "count": .text(texts.counted(points.count, "product")), "range": .text(ends),
            "from": .text(Drawing.number(drawing.x(least.value))), "to": .text(Drawing.number(drawing.x(most.value))),
            "dots": .list(Set(sorted.map { Drawing.number(drawing.x($0.value)) }).sorted().map { .text($0) }),
        ]
    }

    /// As it was stated, or a quotient to three digits where it was stated for another amount.
    private func words(_ point: (product: FiguresDocument.Product, value: Double)) -> String {
        point.product.quantity == "1" ? point.product.amount : "≈ \(Self.threeDigits(point.value))"
    }

    static func threeDigits(_ value: Double) -> String {
        guard value != 0 else { return "0" }
        guard abs(value) < 1e15 else { return value.description }
        var scale = 1.0, places = 0
        while abs(value) * scale < 100, places < 9 {
            scale *= 10
            places += 1
        }
        let digits = String(Int((abs(value) * scale).rounded()))
        let sign = value < 0 ? "-" : ""
        guard places > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        return "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
    }
}
