import EmissionsSyntax
import Testing

@Suite struct JSONPrinterTests {
    private func tree(_ text: String) throws -> SourceTree {
        var reader = JSONReader(ByteSource(Array(text.utf8)))
        var tree = SourceTree()
        _ = try reader.next(into: &tree)
        return tree
    }

    private func print(_ tree: SourceTree, from id: Int = 0, indent: Int? = nil, startingIndent: Int = 0) -> String {
        var bytes: [UInt8] = []
        JSONPrinter.print(tree, from: id, indent: indent, startingIndent: startingIndent, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func prettyPrintingIndentsWhatIsInside() throws {
        let tree = try tree(#"{"a": [1, {"b": "x"}, [], {}], "c": null}"#)
        #expect(
            print(tree, indent: 2) == """
                {
                  "a": [
                    1,
                    {
                      "b": "x"
                    },
                    [],
                    {}
                  ],
                  "c": null
                }
                """)
        #expect(print(tree) == #"{"a":[1,{"b":"x"},[],{}],"c":null}"#)
    }

    @Test func aValueInsideCanBePrintedAlone() throws {
        let tree = try tree(#"{"a": {"b": 1}, "c": 2}"#)
        let id = try #require(tree.firstChild(of: SourceTree.root))
        #expect(print(tree, from: id, indent: 2, startingIndent: 4) == "{\n      \"b\": 1\n    }")
    }

    @Test func onlyWhatMustBeIsEscaped() {
        var tree = SourceTree()
        tree.append(.text, text: "\u{0}\u{8}\t\n\u{C}\r\u{1F}\"\\/é€😀\u{7F}\u{2028}")
        #expect(print(tree) == "\"\\u0000\\b\\t\\n\\f\\r\\u001f\\\"\\\\/é€😀\u{7F}\u{2028}\"")
    }

    @Test func offsetsTellWhereEachValueWasPrinted() throws {
        let tree = try tree(#"{"a": [10, true], "b": "x"}"#)
        var bytes: [UInt8] = Array("ab".utf8)
        var offsets: [Int] = []
        JSONPrinter.print(tree, indent: 2, into: &bytes, offsets: &offsets)
        let starts = offsets.map { String(decoding: bytes[$0...].prefix(3), as: UTF8.self) }
        #expect(starts == ["{\n ", "[\n ", "10,", "tru", "\"x\""])
    }

    @Test func deepNestingNeedsNoStack() throws {
        var tree = SourceTree()
        var id = tree.append(.list)
        for _ in 0..<200_000 { id = tree.append(.list, under: id) }
        #expect(print(tree).utf8.count == 400_002)
    }
}
