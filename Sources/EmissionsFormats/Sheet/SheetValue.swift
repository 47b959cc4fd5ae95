import EmissionsModel

/// A value of the model of some kind.
enum SheetValue: Hashable, Sendable {
    case text(String)
    case number(ExactDecimal)
    case emissions(Emissions)
    case moment(Timestamp)
    case truth(Bool)
    /// A word of a closed list of the model.
    case word(String)
    /// An amount and what it is counted in.
    case measure(SheetMeasure)
}

/// An amount with its unit, either of which may be missing.
struct SheetMeasure: Hashable, Sendable {
    var amount: ExactDecimal?
    var unit: UnitDefinition?
    /// A unit that the model does not have, as it is written.
    var otherUnit: String?
}

/// What kind of value a field takes.
enum SheetKind: Hashable, Sendable {
    case text, number, moment, truth
    case words([String])
    /// Greenhouse gases as CO₂ equivalent, in a mass.
    case emissions
    /// A number whose unit the model fixes, such as `kg` or `MWh`.
    case quantity(String)
    /// An amount of product with a unit of its own.
    case measure
    /// The unit of such an amount, by itself.
    case unit

    /// Whether a number of this kind means nothing without a unit.
    var needsUnit: Bool {
        switch self {
        case .emissions, .quantity, .measure: true
        default: false
        }
    }

    var expected: String {
        switch self {
        case .text: "text"
        case .number, .quantity, .emissions, .measure: "a decimal number"
        case .moment: "a date"
        case .truth: "true or false"
        case .words(let words): "one of " + words.map { "`\($0)`" }.joined(separator: ", ")
        case .unit: "a unit such as kg, t, kWh or m3"
        }
    }
}

extension SheetValue {
    /// What a text says, written in the model's own notation: decimals with a point, days as 2026-01-31.
    init?(_ text: String, as kind: SheetKind) {
        switch kind {
        case .text: self = .text(text)
        case .number, .quantity:
            guard let number = ExactDecimal(text) else { return nil }
            self = .number(number)
        case .moment:
            guard let moment = Timestamp(text) else { return nil }
            self = .moment(moment)
        case .truth:
            guard text == "true" || text == "false" else { return nil }
            self = .truth(text == "true")
        case .words(let words):
            guard words.contains(text) else { return nil }
            self = .word(text)
        case .emissions:
            let pieces = text.split(separator: " ", maxSplits: 1)
            guard pieces.count == 2, let amount = ExactDecimal(pieces[0]),
                let unit = EmissionsUnit(rawValue: String(pieces[1]))
            else { return nil }
            self = .emissions(Emissions(amount, unit))
        case .measure:
            guard let amount = ExactDecimal(text) else { return nil }
            self = .measure(SheetMeasure(amount: amount))
        case .unit:
            guard case .unit(let unit)? = UnitWord(text) else { return nil }
            self = .measure(SheetMeasure(unit: unit))
        }
    }
}
