/// What the cells of a column have to be.
enum CellType: Sendable {
    case any
    case text(TextFormat?)
    case number(NumberNotation)
    case integer(NumberNotation)
    case boolean(true: [[UInt8]], false: [[UInt8]])
    case moment(MomentNotation)

    /// What a cell says; `nil` where it is not of the type. A text that is not of its format is a text all the same.
    func value(of cell: UnsafeBufferPointer<UInt8>) -> CellValue? {
        switch self {
        case .any, .text: return .text(Array(cell))
        case .number(let notation): return notation.value(of: cell, mustBeWhole: false)
        case .integer(let notation): return notation.value(of: cell, mustBeWhole: true)
        case .boolean(let trueWords, let falseWords):
            if trueWords.contains(where: { $0.elementsEqual(cell) }) { return .truth(true) }
            return falseWords.contains(where: { $0.elementsEqual(cell) }) ? .truth(false) : nil
        case .moment(let notation): return notation.moment(in: cell).map { .moment($0) }
        }
    }

    /// Whether a cell is of the type.
    func allows(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        switch self {
        case .any, .text: true
        case .number(let notation): notation.allows(cell, mustBeWhole: false)
        case .integer(let notation): notation.allows(cell, mustBeWhole: true)
        case .boolean, .moment: value(of: cell) != nil
        }
    }

    /// What it is, in words.
    var description: String {
        switch self {
        case .any, .text: "a text"
        case .number(let notation): "a number" + notation.remark
        case .integer(let notation): "a whole number" + notation.remark
        case .boolean(let trueWords, let falseWords):
            (trueWords + falseWords).map { String(decoding: $0, as: UTF8.self) }.joinedByOr
        case .moment(let notation): notation.description
        }
    }

    var example: String? {
        switch self {
        case .any, .text, .boolean: nil
        case .number(let notation): notation.example(isWhole: false)
        case .integer(let notation): notation.example(isWhole: true)
        case .moment(let notation): notation.example
        }
    }
}
