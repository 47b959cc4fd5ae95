import EmissionsSyntax
import Testing

@Suite struct CSVPrinterTests {
    @Test func quotesAreOnlyUsedWhereNeeded() {
        var output: [UInt8] = []
        CSVPrinter.row(
            ["a b", "c;d", "e\"f", "\tg", "h ", "", "=1", "i\nj"], separator: UInt8(ascii: ";"), into: &output)
        #expect(output == Array("a b;\"c;d\";\"e\"\"f\";\"\tg\";\"h \";;=1;\"i\nj\"\r\n".utf8))
    }

    @Test(arguments: [UInt8](",;\t|".utf8), [1, 2, 5])
    func whatIsPrintedIsReadBack(separator: UInt8, width: Int) {
        let pieces = [
            "", "a", "\"", ",", ";", "\t", "|", "\n", "\r", " ", "\u{E9}", "\u{1F600}", "\u{FEFF}", "=", "12.50",
        ]
        var state = UInt64(separator) &+ UInt64(width)
        func random(_ count: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % count
        }
        let rows = (0..<500).map { _ in
            (0..<width).map { _ in (0..<random(5)).map { _ in pieces[random(pieces.count)] }.joined() }
        }
        var output: [UInt8] = []
        CSVPrinter.row((0..<width).map { "c\($0)" }, separator: separator, into: &output)
        for row in rows { CSVPrinter.row(row, separator: separator, into: &output) }
        let table = CSVTable(output, chunk: 11, separator: separator)
        #expect(table.rows == rows)
        #expect(table.findings.isEmpty)
        #expect(table.failure == nil)
    }

    @Test func whatHasNoColumnIsHandedBack() {
        var tree = SourceTree()
        let record = tree.append(.record)
        tree.append(.text, named: "b", text: "2", under: record)
        let stray = tree.append(.text, named: "z", text: "9", under: record)
        tree.append(.number, named: "a", text: "1.0", under: record)
        let second = tree.append(.text, named: "a", text: "3", under: record)
        let deep = tree.append(.record, named: "c", under: record)
        var output: [UInt8] = []
        let rest = CSVPrinter.row(record, of: tree, columns: ["a", "b", "c"], into: &output)
        #expect(output == Array("1.0,2,\r\n".utf8))
        #expect(rest == [stray, second, deep])
    }
}
