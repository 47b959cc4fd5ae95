import EmissionsModel

/// How the numbers of a sheet are written.
struct SheetNumbers: Hashable, Sendable {
    var decimalMark: Character = "."
    /// What may stand between groups of three digits.
    var groupMark: Character?

    var expected: String {
        let plain = "a decimal number such as 1234\(decimalMark)5"
        return groupMark.map { "\(plain) or 1\($0)234\(decimalMark)5" } ?? plain
    }

    /// The number that a text says, with the digits that it has. A suffix, such as `%`, may stand behind them.
    func parse(_ text: String, suffix: String? = nil) -> ExactDecimal? {
        var rest = Substring(text)
        if let suffix, rest.hasSuffix(suffix) { rest = rest.dropLast(suffix.count) }
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        var plain = ""
        if let first = rest.first, first == "-" || first == "\u{2212}" || first == "+" {
            plain = first == "+" ? "" : "-"
            rest = rest.dropFirst()
        }
        let exponent = rest.firstIndex { $0 == "e" || $0 == "E" }
        let digits = rest[..<(exponent ?? rest.endIndex)]
        let halves = digits.split(separator: decimalMark, omittingEmptySubsequences: false)
        guard halves.count <= 2, let whole = ungrouped(halves[0]) else { return nil }
        plain += whole
        if halves.count == 2 {
            guard !halves[1].isEmpty, halves[1].allSatisfy(\.isDigit) else { return nil }
            plain += ".\(halves[1])"
        }
        if let exponent { plain += rest[exponent...] }
        return ExactDecimal(plain)
    }

    /// The digits in front of the decimal mark; groups have three digits, but the first.
    private func ungrouped(_ text: Substring) -> String? {
        guard let groupMark, text.contains(where: { isGroupMark($0, groupMark) }) else {
            return !text.isEmpty && text.allSatisfy(\.isDigit) ? String(text) : nil
        }
        let groups = text.split(omittingEmptySubsequences: false) { isGroupMark($0, groupMark) }
        guard groups.allSatisfy({ $0.allSatisfy(\.isDigit) }), (1...3).contains(groups[0].count),
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        return groups.joined()
    }

    /// Where groups are set apart by spaces, they may be of any kind, and apostrophes may be curled.
    private func isGroupMark(_ character: Character, _ mark: Character) -> Bool {
        let kinds: [Set<Character>] = [[" ", "\u{A0}", "\u{202F}", "\u{2009}"], ["'", "\u{2019}"]]
        return character == mark || kinds.contains { $0.contains(mark) && $0.contains(character) }
    }

    func print(_ number: ExactDecimal, suffix: String? = nil) -> String {
        String(number.plain.map { $0 == "." ? decimalMark : $0 }) + (suffix ?? "")
    }
}

extension Character {
    fileprivate var isDigit: Bool { ("0"..."9").contains(self) }
}
