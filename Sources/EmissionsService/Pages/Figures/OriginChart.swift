/// How much products of one unit cause, by where they were made: a dot for each product.
struct OriginChart {
    private let unit: String
    private let emissionsUnit: String
    /// Whether all figures are for the same amount.
    private let isShared: Bool
    private let points: [(product: FiguresDocument.Product, value: Double)]
    private let drawing: Drawing
    private static let mostOrigins = 15, mostRows = 100

    /// One chart for what can be compared, the one with the most products first.
    static func charts(_ products: [FiguresDocument.Product]) -> [OriginChart] {
        let groups = Dictionary(grouping: products) { [$0.figure, $0.emissionsUnit, $0.unit] }
        return groups.sorted { ($1.value.count, $0.key.joined()) < ($0.value.count, $1.key.joined()) }
            .compactMap { OriginChart($0.value) }
    }

    /// - Returns: `nil` where there is nothing to compare.
    private init?(_ products: [FiguresDocument.Product]) {
        // What is stated for one and the same amount needs no division.
        isShared = Set(products.map(\.quantity)).count == 1
        let isShared = isShared
        let points = products.compactMap { product -> (FiguresDocument.Product, Double)? in
            guard let amount = Double(product.amount), let quantity = Double(product.quantity), quantity > 0 else {
                return nil
            }
            return (product, isShared ? amount : amount / quantity)
        }
        guard points.count > 1, let first = points.first?.0,
            let drawing = Drawing(points.map { $0.1 }, margin: 12)
        else { return nil }
        (unit, emissionsUnit, self.drawing) = (Self.unit(first, isShared), first.emissionsUnit, drawing)
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
                    let per = Self.unit(product, true)
                    return [
                        "name": .text(product.name.flatMap { $0.isEmpty ? nil : $0 } ?? texts["product.unnamed"]),
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
        let isStated = points.allSatisfy(isStated)
        let ends = least.value == most.value ? words(least) : "\(words(least)) – \(words(most))"
        return [
            "origin": .text(origin.isEmpty ? texts["origin.unknown"] : origin),
            "count": .text(texts.counted(points.count, "product")), "range": .text(isStated ? ends : "≈ \(ends)"),
            "from": .text(Drawing.number(drawing.x(least.value))), "to": .text(Drawing.number(drawing.x(most.value))),
            "dots": .list(Set(sorted.map { Drawing.number(drawing.x($0.value)) }).sorted().map { .text($0) }),
        ]
    }

    /// As it was stated, or a quotient to three digits where it was stated for another amount.
    private func words(_ point: (product: FiguresDocument.Product, value: Double)) -> String {
        isStated(point) ? point.product.amount : Self.threeDigits(point.value)
    }

    private func isStated(_ point: (product: FiguresDocument.Product, value: Double)) -> Bool {
        isShared || point.product.quantity == "1"
    }

    /// What figures are for: `kilogram`, or with its amount `1000 kilogram`.
    private static func unit(_ product: FiguresDocument.Product, _ hasAmount: Bool) -> String {
        hasAmount && product.quantity != "1" ? "\(product.quantity) \(product.unit)" : product.unit
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
