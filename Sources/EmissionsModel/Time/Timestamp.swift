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

extension Timestamp {
    /// A time in milliseconds since 1970-01-01 in UTC; `nil` outside of the years that have four digits.
    public init?(milliseconds: Int64, isDay: Bool = false) {
        guard (-62_135_596_800_000..<253_402_300_800_000).contains(milliseconds) else { return nil }
        let (days, time) = milliseconds.dividedDown(by: 86_400_000)
        let day = CalendarDay(secondsSince1970: days * 86_400)
        let date = "\(padded(Int64(day.year), 4))-\(padded(Int64(day.month), 2))-\(padded(Int64(day.day), 2))"
        if isDay {
            self.init(date)
            return
        }
        func padded(_ value: Int64, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        let second = time / 1000, fraction = time % 1000
        self.init(
            "\(date)T\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
                + (fraction == 0 ? "" : "." + padded(fraction, 3)) + "Z")
    }

    /// Since 1970-01-01 in UTC; `nil` where it is given more exactly than that.
    public var milliseconds: Int64? {
        var fraction: Int64 = 0
        if let point = written.firstIndex(of: ".") {
            var digits = String(written[written.index(after: point)...].prefix { $0.isNumber })
            while digits.count > 3, digits.last == "0" { digits.removeLast() }
            guard digits.count <= 3 else { return nil }
            digits += String(repeating: "0", count: 3 - digits.count)
            fraction = Int64(digits) ?? 0
        }
        let (whole, overflows) = seconds.multipliedReportingOverflow(by: 1000)
        return overflows ? nil : whole + fraction
    }
}

extension Int64 {
    fileprivate func dividedDown(by divisor: Int64) -> (quotient: Int64, rest: Int64) {
        let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
        return rest < 0 ? (quotient - 1, rest + divisor) : (quotient, rest)
    }
}
