/// How the numbers of a column are written.
struct NumberNotation: Sendable {
    var decimalMark: [UInt8] = [UInt8(ascii: ".")]
    /// Stands between digits of the whole part, for reading only.
    var groupMark: [UInt8] = []
    /// Whether nothing stands before or after the number, such as a currency or a percent sign.
    var isBare = true

    var isPlain: Bool { decimalMark == [UInt8(ascii: ".")] && groupMark.isEmpty && isBare }

    /// What is unusual about it.
    var remark: String {
        var parts: [String] = []
        if decimalMark != [UInt8(ascii: ".")] {
            parts.append("'\(String(decoding: decimalMark, as: UTF8.self))' before decimals")
        }
        if !groupMark.isEmpty {
            parts.append("'\(String(decoding: groupMark, as: UTF8.self))' between groups of digits")
        }
        return parts.isEmpty ? "" : " with " + parts.joined(separator: " and ")
    }

    func example(isWhole: Bool) -> String {
        let mark = String(decoding: decimalMark, as: UTF8.self)
        let words = mark == "." ? "a point" : "'\(mark)'"
        let number = isWhole ? "1234" : "1234\(mark)5, with \(words) before decimals"
        return groupMark.isEmpty ? "\(number)\(isWhole ? "," : " and") without separators" : number
    }

    func allows(_ cell: UnsafeBufferPointer<UInt8>, mustBeWhole: Bool) -> Bool {
        let number = stripped(cell)
        return isNumber(number, mustBeWhole) || !mustBeWhole && Self.special(number) != nil
    }

    func value(of cell: UnsafeBufferPointer<UInt8>, mustBeWhole: Bool) -> CellValue? {
        let number = stripped(cell)
        if !mustBeWhole, let special = Self.special(number) { return special }
        return isNumber(number, mustBeWhole) ? .number(DecimalText(plain(number))) : nil
    }

    /// `INF`, `-INF` and `NaN`, which the standard counts among numbers.
    private static func special(_ number: Slice<UnsafeBufferPointer<UInt8>>) -> CellValue? {
        guard (3...4).contains(number.count) else { return nil }
        if number.elementsEqual("INF".utf8) { return .infinity(isNegative: false) }
        if number.elementsEqual("-INF".utf8) { return .infinity(isNegative: true) }
        return number.elementsEqual("NaN".utf8) ? .notANumber : nil
    }

    /// Without white space at the ends, and without what else may stand there.
    private func stripped(_ cell: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>> {
        var number = cell[...]
        if isBare {
            while let first = number.first, first.isSpace { number = number.dropFirst() }
            while let last = number.last, last.isSpace { number = number.dropLast() }
        } else {
            while let first = number.first, !first.isDigit, first != UInt8(ascii: "-") { number = number.dropFirst() }
            while let last = number.last, !last.isDigit { number = number.dropLast() }
        }
        return number
    }

    /// A sign, digits with marks, and a power of ten.
    private func isNumber(_ number: Slice<UnsafeBufferPointer<UInt8>>, _ mustBeWhole: Bool) -> Bool {
        var index = number.startIndex, digits = 0
        let end = number.endIndex
        func skips(_ mark: [UInt8]) -> Bool { !mark.isEmpty && number[index...].starts(with: mark) }
        if index < end, number[index].isSign { index += 1 }
        while index < end {
            if number[index].isDigit {
                digits += 1
                index += 1
            } else if digits > 0, skips(groupMark), index + groupMark.count < end,
                number[index + groupMark.count].isDigit
            {
                index += groupMark.count
            } else {
                break
            }
        }
        if mustBeWhole { return digits > 0 && index == end }
        if index < end, skips(decimalMark) {
            index += decimalMark.count
            while index < end, number[index].isDigit {
                digits += 1
                index += 1
            }
        }
        guard digits > 0 else { return false }
        guard index < end else { return true }
        guard number[index] | 0x20 == UInt8(ascii: "e") else { return false }
        index += 1
        if index < end, number[index].isSign { index += 1 }
        return index < end && number[index...].allSatisfy(\.isDigit)
    }

    /// The number as JSON has it, or nearly so.
    private func plain(_ number: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
        if isPlain { return Array(number) }
        var plain: [UInt8] = [], index = number.startIndex
        while index < number.endIndex {
            let rest = number[index...]
            if rest.starts(with: decimalMark) {
                plain.append(UInt8(ascii: "."))
                index += decimalMark.count
            } else if !groupMark.isEmpty, rest.starts(with: groupMark) {
                index += groupMark.count
            } else {
                plain.append(number[index])
                index += 1
            }
        }
        return plain
    }
}

extension UInt8 {
    var isDigit: Bool { self &- 0x30 <= 9 }
    fileprivate var isSpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
    fileprivate var isSign: Bool { self == UInt8(ascii: "-") || self == UInt8(ascii: "+") }
}
