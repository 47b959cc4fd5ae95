/// How the dates and times of a column are written.
struct MomentNotation: Sendable {
    enum Piece: Sendable {
        case year, shortYear, month, day, hour, hourOfTwelve, minute, second, fraction, offset, half, monthName
        case monthAbbreviation
        case literal([UInt8])
    }

    enum Form: Sendable {
        case date, time, dateTime, year, yearMonth
        /// As the letters of `strptime` say.
        case pattern([Piece], shown: String)
    }

    let form: Form

    func moment(in cell: UnsafeBufferPointer<UInt8>) -> Moment? {
        var scanner = MomentScanner(cell)
        let isRead =
            switch form {
            case .date: scanner.takeDate()
            case .time: scanner.takeTime()
            case .dateTime: scanner.takeDate() && scanner.take(UInt8(ascii: "T")) && scanner.takeTime()
            case .year: scanner.takeYear()
            case .yearMonth: scanner.takeYearAndMonth()
            case .pattern(let pieces, _): pieces.allSatisfy { scanner.take($0) }
            }
        return isRead && scanner.isAtEnd ? scanner.moment : nil
    }

    var description: String {
        switch form {
        case .date: "a date"
        case .time: "a time of day"
        case .dateTime: "a date with a time"
        case .year: "a year"
        case .yearMonth: "a year and a month"
        case .pattern(_, let shown): "written as \(shown)"
        }
    }

    var example: String? {
        switch form {
        case .date: "2026-01-31"
        case .time: "14:05:30"
        case .dateTime: "2026-01-31T14:05:30Z"
        case .year: "2026"
        case .yearMonth: "2026-01"
        case .pattern: nil
        }
    }
}

extension MomentNotation {
    /// What of a `strptime` format is not supported.
    struct Unsupported: Error { var directive: String }

    private static let pieces: [Unicode.Scalar: Piece] = [
        "Y": .year, "y": .shortYear, "m": .month, "d": .day, "H": .hour, "I": .hourOfTwelve, "M": .minute,
        "S": .second, "f": .fraction, "z": .offset, "p": .half, "B": .monthName, "b": .monthAbbreviation,
        "%": .literal([UInt8(ascii: "%")]),
    ]

    init(_ form: Form) { self.form = form }

    /// Reads a format such as `%d.%m.%Y`.
    init(pattern: String) throws(Unsupported) {
        var pieces: [Piece] = [], isDirective = false
        for scalar in pattern.unicodeScalars {
            if isDirective {
                guard let piece = Self.pieces[scalar] else { throw Unsupported(directive: "%\(scalar)") }
                pieces.append(piece)
                isDirective = false
            } else if scalar == "%" {
                isDirective = true
            } else {
                pieces.append(.literal(Array(String(scalar).utf8)))
            }
        }
        if isDirective { throw Unsupported(directive: "% at the end") }
        form = .pattern(pieces, shown: pattern)
    }
}
