import EmissionsModel

/// What the cells of a column look like.
enum SheetColumnLook: Equatable {
    case number, date, country, unit, gas, module
    case digits(Int)

    /// Whether a text looks like it.
    func fits(_ text: String, _ shape: SheetShape) -> Bool {
        switch self {
        case .number: shape.numbers.parse(text, suffix: "%") != nil
        case .date: shape.dates.contains { $0.parse(text) != nil } || Timestamp(text) != nil
        case .country: text.utf8.count == 2 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
        case .unit: UnitWord(text) != nil || UnitWord(emissions: text) != nil
        case .gas: GreenhouseGas(named: text) != nil
        case .module: ModuleRange(text) != nil
        case .digits(let count):
            text.utf8.count { (0x30...0x39).contains($0) } == count
                && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x20 }
        }
    }
}

/// How numbers and dates of a sheet seem to be written, by its first rows.
struct SheetMarks {
    var numbers = SheetNumbers()
    /// Whether the numbers could be read in another way, too.
    var numbersAreUnsure = false
    var dates: [SheetDate] = []
    var datesAreUnsure = false

    private static let candidates: [SheetNumbers] = [
        SheetNumbers(decimalMark: ".", groupMark: nil), SheetNumbers(decimalMark: ",", groupMark: nil),
        SheetNumbers(decimalMark: ".", groupMark: ","), SheetNumbers(decimalMark: ",", groupMark: "."),
        SheetNumbers(decimalMark: ",", groupMark: " "), SheetNumbers(decimalMark: ".", groupMark: "'"),
    ]
    private static let forms = [
        "YYYY-MM-DD", "DD.MM.YYYY", "D.M.YYYY", "DD/MM/YYYY", "MM/DD/YYYY", "M/D/YYYY", "YYYY/MM/DD",
    ].compactMap { SheetDate($0) }

    init(_ rows: [[String]], width: Int) {
        let cells = rows.flatMap(\.self).filter { Self.isNumberLike($0) }
        // A mark in front of three digits may be between thousands; the reading that takes most cells counts.
        let counts = Self.candidates.map { numbers in cells.count { numbers.parse($0) != nil } }
        if let most = counts.max(), most > 0, let best = counts.firstIndex(of: most) {
            numbers = Self.candidates[best]
            numbersAreUnsure = zip(Self.candidates, counts).contains { other, count in
                count == most
                    && cells.contains { cell in
                        guard let a = other.parse(cell), let b = numbers.parse(cell) else { return false }
                        return !a.equals(b)
                    }
            }
        }
        for column in 0..<width {
            let values = rows.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
            guard values.count > 0 else { continue }
            let fitting = Self.forms.filter { form in values.allSatisfy { form.parse($0) != nil } }
            guard let first = fitting.first else { continue }
            if !dates.contains(first) { dates.append(first) }
            let readings = Set(fitting.map { form in values.map { form.parse($0)?.written ?? "" } })
            if readings.count > 1 { datesAreUnsure = true }
        }
    }

    /// Digits with marks between them.
    private static func isNumberLike(_ text: String) -> Bool {
        text.contains { ("0"..."9").contains($0) }
            && text.allSatisfy { ("0"..."9").contains($0) || ",.' -\u{A0}\u{202F}\u{2019}".contains($0) }
            && !forms.contains { $0.parse(text) != nil }
    }
}
