/// The texts of a workbook, which cells refer to by their number.
struct SharedTexts {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    init() {}

    /// - Throws: `SyntaxError` where they can't be read, or are more than a record may be big.
    init(_ items: MemberReader<XMLReader>, _ limits: Limits) throws(SyntaxError) {
        var items = items
        var tree = SourceTree()
        while let role = try items.next(into: &tree) {
            guard role != .header else { continue }
            bytes += tree.sheetText(of: SourceTree.root).utf8
            ends.append(bytes.count)
            guard bytes.count + ends.count * 8 <= limits.recordBytes else {
                throw .workbook(.manyTexts(limits.recordBytes))
            }
        }
    }

    subscript(number: Int) -> String? {
        guard ends.indices.contains(number) else { return nil }
        return String(decoding: bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]], as: UTF8.self)
    }
}

extension SourceTree {
    /// The text of a cell or an item, put together from stretches that look different; how it is spoken is left out.
    func sheetText(of id: NodeID) -> String {
        var text = ""
        for child in children(of: id) {
            if isNamed("t", child) {
                text += self.text(of: child)
            } else if isNamed("r", child), let stretch = firstChild(called: "t", of: child) {
                text += self.text(of: stretch)
            }
        }
        return text.unescapedSheetText
    }
}

extension String {
    /// With characters that XML can't say, which stand as `_x000D_`.
    var unescapedSheetText: String {
        guard contains("_x") else { return self }
        var text: [UInt8] = []
        let bytes = Array(utf8)
        var index = 0
        while index < bytes.count {
            if index + 7 <= bytes.count, bytes[index] == UInt8(ascii: "_"), bytes[index + 1] == UInt8(ascii: "x"),
                bytes[index + 6] == UInt8(ascii: "_"),
                let code = UInt32(String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16),
                let scalar = Unicode.Scalar(code)
            {
                text += Character(scalar).utf8
                index += 7
            } else {
                text.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
