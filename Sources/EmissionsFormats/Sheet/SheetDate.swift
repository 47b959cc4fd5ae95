import EmissionsModel

/// A form in which days and times are written: `DD.MM.YYYY`, `YYYY-MM-DD hh:mm`.
struct SheetDate: Hashable, Sendable {
    let written: String
    private let pieces: [Piece]

    private enum Piece: Hashable {
        case part(Part, digits: Int)
        case mark(Character)
    }
    private enum Part: Character { case year = "Y", month = "M", day = "D", hour = "h", minute = "m", second = "s" }

    static let iso = SheetDate(written: "YYYY-MM-DD", pieces: [])

    private init(written: String, pieces: [Piece]) { (self.written, self.pieces) = (written, pieces) }

    /// - Returns: `nil` for a form without day, month and a year of four digits.
    init?(_ text: String) {
        var pieces: [Piece] = []
        for character in text {
            guard let part = Part(rawValue: character) else {
                pieces.append(.mark(character))
                continue
            }
            if case .part(part, let digits)? = pieces.last {
                pieces[pieces.count - 1] = .part(part, digits: digits + 1)
            } else {
                pieces.append(.part(part, digits: 1))
            }
        }
        let parts = pieces.compactMap { if case .part(let part, let digits) = $0 { (part, digits) } else { nil } }
        guard Set(parts.map(\.0)).count == parts.count, parts.contains(where: { $0 == (.year, 4) }),
            parts.contains(where: { $0.0 == .month }), parts.contains(where: { $0.0 == .day }),
            parts.allSatisfy({ $0.0 == .year || $0.1 <= 2 })
        else { return nil }
        (written, self.pieces) = (text, pieces)
    }

    /// The day or time that a text says in this form. A part that is written with one letter takes one digit or two.
    func parse(_ text: String) -> Timestamp? {
        if pieces.isEmpty { return Timestamp(text) }
        var rest = Substring(text), values: [Part: String] = [:]
        for piece in pieces {
            switch piece {
            case .mark(let mark):
                guard rest.first == mark else { return nil }
                rest = rest.dropFirst()
            case .part(let part, let digits):
                let found = rest.prefix(max(digits, 2)).prefix { ("0"..."9").contains($0) }
                guard found.count == digits || digits == 1 && found.count == 2 else { return nil }
                values[part] = found.count == 1 ? "0\(found)" : String(found)
                rest = rest.dropFirst(found.count)
            }
        }
        guard rest.isEmpty, let year = values[.year], let month = values[.month], let day = values[.day] else {
            return nil
        }
        guard let hour = values[.hour] else { return Timestamp("\(year)-\(month)-\(day)") }
        return Timestamp(
            "\(year)-\(month)-\(day)T\(hour):\(values[.minute] ?? "00"):\(values[.second] ?? "00")")
    }

    /// A moment in this form; what the form has no part for is left out.
    func print(_ moment: Timestamp) -> String? {
        if pieces.isEmpty { return moment.written }
        let written = Array(moment.written)
        guard written.count >= 10, written[4] == "-" else { return nil }
        let clock = written.count >= 19 ? written : Array("\(moment.written.prefix(10))T00:00:00")
        return pieces.reduce(into: "") { text, piece in
            switch piece {
            case .mark(let mark): text.append(mark)
            case .part(let part, let digits):
                let place: Range<Int> =
                    switch part {
                    case .year: 0..<4
                    case .month: 5..<7
                    case .day: 8..<10
                    case .hour: 11..<13
                    case .minute: 14..<16
                    case .second: 17..<19
                    }
                let value = String(clock[place])
                text += digits == 1 && value.hasPrefix("0") ? String(value.dropFirst()) : value
            }
        }
    }
}
