/// The footprint of a declaration by life-cycle stage, a bar for each module.
struct StageChart {
    private let declaration: FiguresDocument.Declaration
    private let amounts: [(amount: FiguresDocument.Amount, value: Double)]
    private let drawing: Drawing

    /// - Returns: `nil` where there is nothing to draw.
    init?(_ declaration: FiguresDocument.Declaration) {
        self.declaration = declaration
        amounts = declaration.amounts.compactMap { amount in Double(amount.amount).map { (amount, $0) } }
        guard let drawing = Drawing(amounts.map(\.value)) else { return nil }
        self.drawing = drawing
    }

    func value(_ texts: Texts) -> PageValue {
        let zero = drawing.x(0)
        let unit = declaration.per.map { texts("chart.unit.per", ["unit": declaration.unit, "per": $0]) }
        let method = declaration.method.map { "\(declaration.indicator), \($0)" } ?? declaration.indicator
        return [
            "title": .text(declaration.name ?? texts["chart.stages.unnamed"]),
            "unit": .text(unit ?? declaration.unit), "indicator": .text(method),
            "zero": .text(Drawing.number(zero)),
            "rows": .list(
                amounts.map { amount, value in
                    let end = drawing.x(value)
                    let scenario = amount.scenario.map { " (\($0))" } ?? ""
                    return [
                        "module": .text(amount.module.replacing("-", with: "–") + scenario),
                        "stage": .text(Self.stage(amount.module)),
                        "meaning": .text(texts["stage.\(Self.meaning(amount.module))"]),
                        "amount": .text(amount.amount), "x": .text(Drawing.number(min(zero, end))),
                        // A hair is seen where the amount is too small to be.
                        "width": .text(Drawing.number(max(abs(end - zero), value == 0 ? 0 : 2))),
                        "isSum": .flag(amount.module.contains("-")), "isNegative": .flag(value < 0),
                    ]
                }),
        ]
    }

    /// The letter of the stage: product, construction, use, end of life, beyond.
    private static func stage(_ module: String) -> String {
        switch module.prefix(2) {
        case "A4", "A5": "construction"
        case let start where start.hasPrefix("A"): "product"
        case let start where start.hasPrefix("B"): "use"
        case let start where start.hasPrefix("C"): "end"
        default: "beyond"
        }
    }

    private static func meaning(_ module: String) -> String {
        let known: Set = ["A1", "A2", "A3", "A4", "A5", "C1", "C2", "C3", "C4", "D"]
        return known.contains(module) ? module : stage(module)
    }
}
