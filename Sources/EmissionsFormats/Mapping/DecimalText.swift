/// A decimal number as people write it: with a decimal comma, or with marks between thousands.
struct DecimalText {
    /// The same digits with a decimal point and nothing between them.
    let plain: String
    /// Whether it has a decimal comma, without doubt and without anyone else's word for it.
    let hasDecimalComma: Bool

    /// `nil` where the text is no such number, or could be read as two. A comma that may stand between thousands can be
    /// known to be a decimal one.
    init?(_ text: String, isDecimalComma: Bool) {
        var rest = Substring(text)
        var sign = ""
        if let first = rest.first, first == "-" || first == "+" || first == "\u{2212}" {
            sign = first == "+" ? "+" : "-"
            rest = rest.dropFirst()
        }
        guard let marks = Marks(rest) else { return nil }
        guard let decimal = marks.decimalMark(isDecimalComma: isDecimalComma) else { return nil }
        hasDecimalComma = decimal == "," && marks.decimalMark(isDecimalComma: false) == ","
        let pieces = decimal.map { mark in rest.split(separator: mark, omittingEmptySubsequences: false) } ?? [rest]
        guard pieces.count <= 2, Self.isGrouped(pieces[0], besides: decimal) else { return nil }
        let digits = pieces[0].filter { $0.isASCIIDigit }
        guard pieces.count == 2 else {
            plain = sign + digits
            return
        }
        guard !pieces[1].isEmpty, pieces[1].allSatisfy(\.isASCIIDigit) else { return nil }
        plain = "\(sign)\(digits).\(pieces[1])"
    }

    /// Whether digits stand together, or in threes between marks of one kind.
    private static func isGrouped(_ text: Substring, besides decimal: Character?) -> Bool {
        let marks = Set(text.filter { !$0.isASCIIDigit })
        guard marks.count <= 1, marks.first != decimal || marks.isEmpty else { return false }
        let groups = text.split(omittingEmptySubsequences: false) { !$0.isASCIIDigit }
        guard groups.count > 1 else { return !text.isEmpty }
        return (1...3).contains(groups[0].count) && groups[0] != "0" && groups.dropFirst().allSatisfy { $0.count == 3 }
    }
}

/// The marks between the digits of a number.
private struct Marks {
    private let commas: Int, points: Int
    private let lastComma: Int?, lastPoint: Int?
    private let count: Int
    /// Digits in front of the first mark.
    private let leading: Substring

    /// `nil` for anything but digits with marks between them.
    init?(_ text: Substring) {
        let characters = Array(text)
        guard characters.first?.isASCIIDigit == true, characters.last?.isASCIIDigit == true,
            characters.allSatisfy({ $0.isASCIIDigit || $0 == "," || $0 == "." || Self.spaces.contains($0) })
        else { return nil }
        count = characters.count
        (commas, points) = (characters.count { $0 == "," }, characters.count { $0 == "." })
        (lastComma, lastPoint) = (characters.lastIndex(of: ","), characters.lastIndex(of: "."))
        leading = text.prefix { $0.isASCIIDigit }
    }

    private static let spaces: Set<Character> = [" ", "\u{A0}", "\u{202F}", "\u{2009}", "'", "\u{2019}"]

    /// The decimal mark, or `.some(nil)` for none; `nil` where it could be one or not.
    func decimalMark(isDecimalComma: Bool) -> Character?? {
        if let lastComma, let lastPoint {
            // The last of two kinds is the decimal mark, and stands once.
            if lastComma > lastPoint { return commas == 1 ? .some(",") : nil }
            return points == 1 ? .some(".") : nil
        }
        if commas > 1 || points > 1 { return .some(nil) }
        if let lastComma {
            let decimals = count - lastComma - 1
            let couldBeThousands = decimals == 3 && (1...3).contains(leading.count) && leading.first != "0"
            let isFirstMark = leading.count == lastComma
            if !couldBeThousands || !isFirstMark || isDecimalComma { return .some(",") }
            return nil
        }
        return points == 1 ? .some(".") : .some(nil)
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
