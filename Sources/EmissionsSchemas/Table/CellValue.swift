/// What a cell says, however it is written.
enum CellValue: Hashable, Sendable {
    case text([UInt8])
    case number(DecimalText)
    case infinity(isNegative: Bool)
    case notANumber
    case truth(Bool)
    case moment(Moment)

    /// Less than, equal to or more than zero as it comes before, with or after another; `nil` where there is no order.
    func order(to other: CellValue) -> Int? {
        switch (self, other) {
        case (.number(let a), .number(let b)): a == b ? 0 : a < b ? -1 : 1
        case (.infinity(let a), .infinity(let b)): a == b ? 0 : a ? -1 : 1
        case (.infinity(let isNegative), .number): isNegative ? -1 : 1
        case (.number, .infinity(let isNegative)): isNegative ? 1 : -1
        case (.moment(let a), .moment(let b)): a == b ? 0 : a < b ? -1 : 1
        default: nil
        }
    }
}

/// A day, a time of day or both.
struct Moment: Hashable, Comparable, Sendable {
    /// Since 1970-01-01 00:00 UTC; where no offset is given, as if it was UTC.
    var seconds: Int
    /// The digits of a fraction of a second, without zeros at the end.
    var fraction: [UInt8] = []

    static func < (a: Moment, b: Moment) -> Bool {
        a.seconds != b.seconds ? a.seconds < b.seconds : a.fraction.lexicographicallyPrecedes(b.fraction)
    }
}
