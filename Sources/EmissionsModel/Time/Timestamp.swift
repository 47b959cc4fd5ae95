/// A point in time as written (ISO 8601), from a mere day to a second with its offset from UTC.
public struct Timestamp: Hashable, Sendable {
    public let written: String
    /// Seconds since 1970-01-01 00:00 UTC; a time without an offset is taken as UTC.
    public let seconds: Int64
    /// Whether it gives a time of day.
    public let hasTime: Bool
    /// Its offset from UTC in minutes; `nil` where none is given.
    public let offset: Int?

    /// Reads `2026-01-31`, `20260131`, `2026-01-31T23:59:59.5Z` or `…+01:00`; `nil` for anything else, and for days
    /// and times that do not exist.
    public init?(_ text: String) {
        var text = text
        guard let parsed = text.withUTF8({ Self.parse($0) }) else { return nil }
        (written, seconds, hasTime, offset) = (text, parsed.seconds, parsed.hasTime, parsed.offset)
    }

    public static func < (a: Timestamp, b: Timestamp) -> Bool { a.seconds < b.seconds }
    public static func > (a: Timestamp, b: Timestamp) -> Bool { a.seconds > b.seconds }
    public static func <= (a: Timestamp, b: Timestamp) -> Bool { a.seconds <= b.seconds }
    public static func >= (a: Timestamp, b: Timestamp) -> Bool { a.seconds >= b.seconds }

    private typealias Parsed = (seconds: Int64, hasTime: Bool, offset: Int?)

    private static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Parsed? {
        func number(_ start: Int, _ count: Int) -> Int? {
            guard start + count <= bytes.count else { return nil }
            var value = 0
            for index in start..<start + count {
                guard bytes[index] &- 0x30 <= 9 else { return nil }
                value = value * 10 + Int(bytes[index] &- 0x30)
            }
            return value
        }
        guard let year = number(0, 4), bytes.count >= 8 else { return nil }
        let dashed = bytes[4] == UInt8(ascii: "-")
        guard let month = number(dashed ? 5 : 4, 2), let day = number(dashed ? 8 : 6, 2),
            !dashed || bytes[7] == UInt8(ascii: "-"), let days = CalendarDay.number(year, month, day)
        else { return nil }
        var index = dashed ? 10 : 8
        if index == bytes.count { return (Int64(days) * 86_400, false, nil) }
        guard dashed, bytes[index] == UInt8(ascii: "T") || bytes[index] == UInt8(ascii: "t") else { return nil }
        guard let hour = number(index + 1, 2), let minute = number(index + 4, 2), bytes[index + 3] == UInt8(ascii: ":")
        else { return nil }
        index += 6
        var second = 0
        if index < bytes.count, bytes[index] == UInt8(ascii: ":") {
            guard let value = number(index + 1, 2) else { return nil }
            (second, index) = (value, index + 3)
            if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
                let start = index + 1
                index = start
                while index < bytes.count, bytes[index] &- 0x30 <= 9 { index += 1 }
                if index == start { return nil }
            }
        }
        guard hour < 24 || (hour == 24 && minute == 0 && second == 0), minute < 60, second <= 60 else { return nil }
        var offset: Int?
        if index < bytes.count {
            let sign = bytes[index]
            if sign == UInt8(ascii: "Z") || sign == UInt8(ascii: "z") {
                (offset, index) = (0, index + 1)
            } else {
                guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let hours = number(index + 1, 2),
                    let minutes = number(index + 4, 2), bytes[index + 3] == UInt8(ascii: ":"), hours < 24, minutes < 60
                else { return nil }
                offset = (hours * 60 + minutes) * (sign == UInt8(ascii: "-") ? -1 : 1)
                index += 6
            }
        }
        guard index == bytes.count else { return nil }
        let clock = hour * 3600 + minute * 60 + second - (offset ?? 0) * 60
        return (Int64(days) * 86_400 + Int64(clock), true, offset)
    }
}
