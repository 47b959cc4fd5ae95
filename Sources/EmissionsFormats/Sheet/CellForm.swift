import EmissionsModel

/// How the cells of a column say the values of a field.
struct CellForm: Sendable {
    enum Unit: Hashable {
        /// The mapping says none, and none is needed.
        case none
        case fixed(UnitDefinition)
        /// In the column at this position in the mapping's list.
        case column(Int)
    }

    var numbers = SheetNumbers()
    var dates: [SheetDate] = []
    /// Words of the sheet, and what they mean in the model's words.
    var codes: [(word: String, meaning: String)] = []
    var unit = Unit.none
    /// The column, by its position in the mapping's list, whose number each of these is divided by.
    var divisor: Int?
    /// What stands behind numbers, such as `%`.
    var suffix: String?

    init(_ shape: SheetShape) { (numbers, dates) = (shape.numbers, shape.dates) }

    /// What a cell says, but for its unit; `nil` where it can't be read.
    func parse(_ text: String, as kind: SheetKind) -> SheetValue? {
        let text = codes.first { $0.word == text }?.meaning ?? text
        switch kind {
        case .number, .quantity, .emissions: return numbers.parse(text, suffix: suffix).map { .number($0) }
        case .measure: return numbers.parse(text, suffix: suffix).map { .measure(SheetMeasure(amount: $0)) }
        case .moment:
            let forms = dates.isEmpty ? [.iso] : dates
            return (forms.lazy.compactMap { $0.parse(text) }.first ?? Timestamp(text)).map { .moment($0) }
        case .text, .truth, .words, .unit: return SheetValue(text, as: kind)
        }
    }

    /// A value as a cell says it; `nil` where it has no word for it.
    func print(_ value: SheetValue) -> String? {
        switch value {
        case .text(let text): word(for: text)
        case .word(let word): self.word(for: word)
        case .truth(let truth): word(for: truth ? "true" : "false")
        case .number(let number): numbers.print(number, suffix: suffix)
        case .moment(let moment): (dates.first ?? .iso).print(moment)
        case .measure(let measure):
            measure.amount.map { numbers.print($0, suffix: suffix) } ?? measure.unit.map { word(for: $0) }
                ?? measure.otherUnit
        case .emissions: nil
        }
    }

    private func word(for meaning: String) -> String { codes.first { $0.meaning == meaning }?.word ?? meaning }

    /// The sheet's word for a unit.
    func word(for unit: UnitDefinition) -> String {
        codes.first { UnitWord($0.meaning) == .unit(unit) }?.word ?? unit.symbol
    }

    /// What the cells may hold, in words.
    func expected(_ kind: SheetKind) -> String {
        switch kind {
        case .number, .quantity, .emissions, .measure: numbers.expected
        case .moment where !dates.isEmpty: "a date as " + dates.map(\.written).joined(separator: " or ")
        case .moment: "a date as YYYY-MM-DD"
        case .words where !codes.isEmpty, .truth where !codes.isEmpty:
            "one of " + codes.map { "`\($0.word)`" }.joined(separator: ", ")
        default: kind.expected
        }
    }
}
