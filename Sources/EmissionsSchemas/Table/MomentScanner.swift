/// Reads the pieces of a date or a time from a cell, from its start.
struct MomentScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0
    private var year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0
    private var fraction: [UInt8] = []
    private var offset = 0
    private var isAfternoon: Bool?

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count }

    /// What was read; `nil` for a day that there is not.
    var moment: Moment? {
        guard (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year) else { return nil }
        let clockHour = isAfternoon.map { hour % 12 + ($0 ? 12 : 0) } ?? hour
        let clock = (clockHour * 60 + minute - offset) * 60 + second
        return Moment(seconds: Self.number(ofDay: day, month, year) * 86_400 + clock, fraction: fraction)
    }

    // MARK: The forms of XML Schema

    mutating func takeDate() -> Bool { takeYearAndMonth() && take(.dash) && take(2, 1...31, \.day) }

    mutating func takeYearAndMonth() -> Bool { take(4, 0...9999, \.year) && take(.dash) && take(2, 1...12, \.month) }

    /// Four digits or more, and a minus sign for years before our era.
    mutating func takeYear() -> Bool {
        let isNegative = take(.dash), start = index
        guard takeDigits(4...9), index - start == 4 || bytes[start] != UInt8(ascii: "0") else { return false }
        year = value(from: start) * (isNegative ? -1 : 1)
        return true
    }

    /// Hours, minutes and seconds, with or without a fraction and an offset.
    mutating func takeTime() -> Bool {
        guard take(2, 0...24, \.hour), take(.colon), take(2, 0...59, \.minute), take(.colon), take(2, 0...59, \.second)
        else { return false }
        if take(UInt8(ascii: ".")), !takeFraction(1...bytes.count) { return false }
        if hour == 24, minute > 0 || second > 0 || !fraction.isEmpty { return false }
        return isAtEnd || takeOffset(needsColon: true)
    }

    // MARK: The letters of strptime

    mutating func take(_ piece: MomentNotation.Piece) -> Bool {
        switch piece {
        case .year: return take(4, 0...9999, \.year)
        case .shortYear:
            guard take(2, 0...99, \.year) else { return false }
            year += year < 69 ? 2000 : 1900
            return true
        case .month: return take(1...2, 1...12, \.month)
        case .day: return take(1...2, 1...31, \.day)
        case .hour: return take(1...2, 0...23, \.hour)
        case .hourOfTwelve: return take(1...2, 1...12, \.hour)
        case .minute: return take(1...2, 0...59, \.minute)
        case .second: return take(1...2, 0...59, \.second)
        case .fraction: return takeFraction(1...6)
        case .offset: return takeOffset(needsColon: false)
        case .half:
            guard let half = takeWord(of: ["am", "pm"]) else { return false }
            isAfternoon = half == 1
            return true
        case .monthName, .monthAbbreviation:
            let names = Self.months.map { if case .monthName = piece { $0 } else { String($0.prefix(3)) } }
            guard let number = takeWord(of: names) else { return false }
            month = number + 1
            return true
        case .literal(let text):
            guard bytes[index...].starts(with: text) else { return false }
            index += text.count
            return true
        }
    }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    mutating func take(_ byte: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }
}

// MARK: Pieces

extension MomentScanner {
    private mutating func take(_ digits: Int, _ range: ClosedRange<Int>, _ part: WritableKeyPath<Self, Int>) -> Bool {
        take(digits...digits, range, part)
    }

    private mutating func take(
        _ digits: ClosedRange<Int>, _ range: ClosedRange<Int>, _ part: WritableKeyPath<Self, Int>
    ) -> Bool {
        let start = index
        guard takeDigits(digits) else { return false }
        let number = value(from: start)
        self[keyPath: part] = number
        return range.contains(number)
    }

    /// Moves behind digits, as many as there are and may be.
    private mutating func takeDigits(_ count: ClosedRange<Int>) -> Bool {
        let start = index
        while index < bytes.count, index - start < count.upperBound, bytes[index].isDigit { index += 1 }
        return index - start >= count.lowerBound
    }

    /// The number that at most nine digits before the index make.
    private func value(from start: Int) -> Int { bytes[start..<index].reduce(0) { $0 * 10 + Int($1 & 0x0F) } }

    private mutating func takeFraction(_ count: ClosedRange<Int>) -> Bool {
        let start = index
        guard takeDigits(count) else { return false }
        fraction = Array(bytes[start..<index])
        while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
        return true
    }

    private mutating func takeOffset(needsColon: Bool) -> Bool {
        if take(UInt8(ascii: "Z")) { return true }
        let isBehind = take(.dash)
        guard isBehind || take(UInt8(ascii: "+")) else { return false }
        let clock = (hour, minute)
        defer { (hour, minute) = clock }
        guard take(2, 0...14, \.hour), take(.colon) || !needsColon, take(2, 0...59, \.minute) else { return false }
        offset = (hour * 60 + minute) * (isBehind ? -1 : 1)
        return true
    }

    /// The position of the word that stands here, in whatever case.
    private mutating func takeWord(of words: [String]) -> Int? {
        for (number, word) in words.enumerated() {
            let text = bytes[index...].prefix(word.utf8.count)
            guard text.count == word.utf8.count, zip(text, word.utf8).allSatisfy({ $0 | 0x20 == $1 }) else { continue }
            index += text.count
            return number
        }
        return nil
    }

    // MARK: The calendar

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// The number of a day since 1970-01-01, in the Gregorian calendar at all times.
    private static func number(ofDay day: Int, _ month: Int, _ year: Int) -> Int {
        let year = month > 2 ? year : year - 1
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

extension UInt8 {
    fileprivate static let dash = UInt8(ascii: "-")
    fileprivate static let colon = UInt8(ascii: ":")
}
