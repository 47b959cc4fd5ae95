import EmissionsDiagnostics
import EmissionsModel

/// Dates as people write them.
enum DateText {
    /// The date, and the time of day if there is one, as ISO 8601 has them; `nil` where there is any doubt.
    static func corrected(_ text: String) -> CorrectedText? {
        let bytes = Array(text.utf8)
        let end = bytes.firstIndex { $0 == UInt8(ascii: " ") || $0 | 0x20 == UInt8(ascii: "t") } ?? bytes.count
        guard var day = day(bytes[..<end]) else { return nil }
        guard end < bytes.count else { return day }
        guard let time = time(String(decoding: bytes[(end + 1)...], as: UTF8.self)) else { return nil }
        day.text += "T" + time
        return day
    }

    /// `2026/1/5`, `2026.01.05`, `20260105`, `31.12.2025`; what could have its month first or its day first only if
    /// both are the same.
    private static func day(_ bytes: ArraySlice<UInt8>) -> CorrectedText? {
        let marks = Set(bytes.filter { $0 &- 0x30 > 9 })
        if marks.isEmpty, bytes.count == 8 {
            return CorrectedText(text: "\(bytes.text(0, 4))-\(bytes.text(4, 2))-\(bytes.text(6, 2))")
        }
        guard marks.count == 1, let mark = marks.first, "-/.".utf8.contains(mark) else { return nil }
        let pieces = bytes.split(separator: mark, omittingEmptySubsequences: false)
        guard pieces.count == 3, pieces.allSatisfy({ !$0.isEmpty }) else { return nil }
        let numbers = pieces.map { $0.reduce(0) { $0 * 10 + Int($1 & 0x0F) } }
        if pieces[0].count == 4, pieces[1].count <= 2, pieces[2].count <= 2 {
            return iso(numbers[0], numbers[1], numbers[2])
        }
        guard pieces[2].count == 4, pieces[0].count <= 2, pieces[1].count <= 2 else { return nil }
        let (first, second, year) = (numbers[0], numbers[1], numbers[2])
        if first > 12 || first == second { return iso(year, second, first) }
        if second > 12 { return mark == UInt8(ascii: ".") ? nil : iso(year, first, second) }
        // Where points are written between its numbers, a date has its day first, with few exceptions.
        return mark == UInt8(ascii: ".") ? iso(year, second, first, .unsafe) : nil
    }

    private static func iso(_ year: Int, _ month: Int, _ day: Int, _ safety: Fix.Safety = .safe) -> CorrectedText {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let digits = String(year)
        let fourDigits = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
        return CorrectedText(text: "\(fourDigits)-\(two(month))-\(two(day))", safety: safety)
    }

    /// `00:00:00 UTC`, `00:00:00 +0100`, `000000Z`; that it is a time is for the reader to say.
    private static func time(_ text: String) -> String? {
        var clock = text.filter { $0 != " " }, zone = ""
        if clock.uppercased().hasSuffix("UTC") {
            (clock, zone) = (String(clock.dropLast(3)), "Z")
        } else if clock.hasSuffix("Z") || clock.hasSuffix("z") {
            (clock, zone) = (String(clock.dropLast()), "Z")
        } else if let sign = clock.lastIndex(where: { $0 == "+" || $0 == "-" }) {
            let digits = clock[sign...].dropFirst().filter { $0 != ":" }
            guard digits.utf8.count == 4 || digits.utf8.count == 2 else { return nil }
            zone = "\(clock[sign])\(digits.prefix(2)):\(digits.utf8.count == 4 ? String(digits.suffix(2)) : "00")"
            clock = String(clock[..<sign])
        }
        guard clock.utf8.allSatisfy({ $0 &- 0x30 <= 9 || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }) else {
            return nil
        }
        if clock.utf8.count == 6, !clock.contains(":"), !clock.contains(".") {
            let bytes = Array(clock.utf8)[...]
            clock = "\(bytes.text(0, 2)):\(bytes.text(2, 2)):\(bytes.text(4, 2))"
        }
        if clock.utf8.count == 7 || clock.utf8.count == 4, clock.dropFirst().first == ":" { clock = "0" + clock }
        return clock + zone
    }
}

extension ArraySlice<UInt8> {
    fileprivate func text(_ start: Int, _ count: Int) -> String {
        String(decoding: dropFirst(start).prefix(count), as: UTF8.self)
    }
}
