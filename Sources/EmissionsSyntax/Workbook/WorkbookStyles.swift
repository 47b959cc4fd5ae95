/// How the cells of a workbook look, as far as that says what their numbers mean.
struct WorkbookStyles {
    enum Look: Sendable { case general, percent, date }

    /// By the number of a cell's style.
    private var looks: [Look] = []

    init() {}

    init(_ tree: SourceTree) {
        var codes: [Int: String] = [:]
        for node in tree.children("numFmt", in: "numFmts") {
            guard let id = tree.attribute("@numFmtId", of: node).flatMap({ Int($0) }) else { continue }
            codes[id] = tree.attribute("@formatCode", of: node)
        }
        looks = tree.children("xf", in: "cellXfs").map { node in
            let id = tree.attribute("@numFmtId", of: node).flatMap { Int($0) } ?? 0
            return codes[id].map { Look(code: $0) } ?? Look(builtIn: id)
        }
    }

    func look(_ style: Int) -> Look { looks.indices.contains(style) ? looks[style] : .general }
}

extension WorkbookStyles.Look {
    /// By the formats that every program knows (ECMA-376, 18.8.30).
    init(builtIn id: Int) {
        switch id {
        case 9, 10: self = .percent
        case 14...22, 27...36, 45...47, 50...58: self = .date
        default: self = .general
        }
    }

    /// By what a format shows of a positive number: letters of days and times outside of quotes and brackets.
    init(code: String) {
        var isQuoted = false, isBracketed = false, isEscaped = false
        self = .general
        if code.lowercased() == "general" { return }
        for character in code {
            if isEscaped {
                isEscaped = false
            } else if character == "\"" {
                isQuoted.toggle()
            } else if isQuoted {
                continue
            } else if character == "\\" || character == "_" || character == "*" {
                isEscaped = true
            } else if character == "[" || character == "]" {
                isBracketed = character == "["
            } else if character == ";" {
                return
            } else if character == "%" {
                self = .percent
            } else if !isBracketed, "ymdhsYMDHS".contains(character) {
                self = .date
                return
            }
        }
    }
}

/// Days as spreadsheet programs count them.
enum SheetDate {
    /// What a number of days means, as in ISO 8601: a day, and a time of day where there is a fraction. Fractions are
    /// rounded to the second: they are never exact.
    ///
    /// - Returns: `nil` for a time without a day, a day before 1 March 1900 or after 9999, and what is no number.
    static func text(_ number: String, from1904: Bool) -> String? {
        let pieces = number.split(separator: ".", omittingEmptySubsequences: false)
        guard pieces.count <= 2, let whole = Int(pieces[0]), whole <= 2_958_465 else { return nil }
        // Day 60 is 29 February 1900, which there was not.
        guard whole >= (from1904 ? 0 : 61) else { return nil }
        var day = whole - (from1904 ? 24_107 : 25_569)
        var second = 0
        if pieces.count == 2 {
            let digits = pieces[1].prefix(13)
            guard !digits.isEmpty, let fraction = Int(digits), fraction >= 0 else { return nil }
            let scale = (0..<digits.utf8.count).reduce(1) { power, _ in power * 10 }
            second = (fraction * 86_400 + scale / 2) / scale
            if second == 86_400 { (day, second) = (day + 1, 0) }
        }
        return text(day: day, second: second)
    }

    /// A day counted from 1970-01-01, and a second of it.
    private static func text(day: Int, second: Int) -> String {
        // The calendar repeats after 400 years, from a first of March on.
        let shifted = day + 719_468
        let era = shifted / 146_097, rest = shifted % 146_097
        let yearOfEra = (rest - rest / 1460 + rest / 36_524 - rest / 146_096) / 365
        let dayOfYear = rest - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, 2))"
        guard second > 0 else { return date }
        return "\(date)T\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
    }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }
}
