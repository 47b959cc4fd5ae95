import EmissionsModel

extension DeclarationValidity {
    /// A year of four digits.
    static func year(_ text: String?) -> Int? {
        guard let text, text.utf8.count == 4, text.utf8.allSatisfy({ $0 &- 0x30 <= 9 }) else { return nil }
        return Int(text)
    }

    /// The last day, where a day is given, else that of the last year.
    var lastDay: CalendarDay? { expires?.day ?? Self.year(lastYear).map { CalendarDay($0, 12, 31) } }
}
