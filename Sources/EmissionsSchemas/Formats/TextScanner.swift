/// Reads dates, times and durations from a text, from its start.
struct TextScanner {
    private let bytes: [UInt8]
    private var index = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { index == bytes.count }

    /// A full date of RFC 3339.
    mutating func takeDate() -> Bool {
        guard let year = number(digits: 4), take("-"), let month = number(digits: 2), take("-"),
            let day = number(digits: 2)
        else { return false }
        return (1...12).contains(month) && day >= 1 && day <= Self.days(in: month, of: year)
    }

    /// A full time of RFC 3339. A second of 60 has to be a leap second: the last of a day in UTC.
    mutating func takeTime() -> Bool {
        guard let hour = number(digits: 2), take(":"), let minute = number(digits: 2), take(":"),
            let second = number(digits: 2), hour < 24, minute < 60, second <= 60
        else { return false }
        if take("."), digits() == 0 { return false }
        var offset = 0
        if !takeAny("Zz") {
            let isBehind = take("-")
            guard isBehind || take("+"), let hours = number(digits: 2), take(":"), let minutes = number(digits: 2),
                hours < 24, minutes < 60
            else { return false }
            offset = (hours * 60 + minutes) * (isBehind ? -1 : 1)
        }
        return second < 60 || (hour * 60 + minute - offset + 2 * 1440) % 1440 == 1439
    }

    /// A duration in the grammar of RFC 3339, appendix A.
    mutating func isDuration() -> Bool {
        guard take("P") else { return false }
        let start = index
        if digits() > 0, take("W") { return isAtEnd }
        index = start
        guard takeUnits("YMD") else { return false }
        let hasDate = index > start
        guard take("T") else { return hasDate && isAtEnd }
        let time = index
        return takeUnits("HMS") && index > time && isAtEnd
    }

    /// Amounts with units in this order, none left out between two.
    private mutating func takeUnits(_ units: String) -> Bool {
        var rest = Array(units.utf8)[...], isFirst = true
        while index < bytes.count, bytes[index] != UInt8(ascii: "T") {
            guard digits() > 0, index < bytes.count, let place = rest.firstIndex(of: bytes[index]),
                isFirst || place == rest.startIndex
            else { return false }
            index += 1
            isFirst = false
            rest = rest[(place + 1)...]
        }
        return true
    }

    mutating func takeAny(_ letters: String) -> Bool {
        guard index < bytes.count, letters.utf8.contains(bytes[index]) else { return false }
        index += 1
        return true
    }

    private mutating func take(_ letter: Unicode.Scalar) -> Bool {
        guard index < bytes.count, UInt32(bytes[index]) == letter.value else { return false }
        index += 1
        return true
    }

    private mutating func number(digits count: Int) -> Int? {
        guard index + count <= bytes.count else { return nil }
        var value = 0
        for byte in bytes[index..<index + count] {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        index += count
        return value
    }

    /// Moves behind digits; how many there were.
    private mutating func digits() -> Int {
        let start = index
        while index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) { index += 1 }
        return index - start
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
