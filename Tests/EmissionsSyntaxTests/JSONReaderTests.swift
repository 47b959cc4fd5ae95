import EmissionsDiagnostics
import EmissionsSyntax
import Testing

@Suite struct JSONReaderTests {
    @Test func elementsOfAnArrayAreRecords() throws {
        let parts = try JSONPart.all(in: #"[{"a": 1}, "b", [null, true]]"#)
        #expect(parts.map(\.role) == [.record(stream: ""), .record(stream: ""), .record(stream: "")])
        #expect(parts.map(\.address) == ["/0", "/1", "/2"])
        #expect(parts.map(\.json) == [#"{"a":1}"#, #""b""#, "[null,true]"])
    }

    @Test func namedMembersAreStreamsAndTheOthersHeaders() throws {
        let parts = try JSONPart.all(
            in: #"{"specVersion": "3.0", "data": [1, 2], "goods": [], "footprints": {"c": 3}, "note": "x"}"#,
            streams: ["data", "goods", "footprints"])
        #expect(
            parts.map(\.role) == [
                .header, .record(stream: "data"), .record(stream: "data"), .record(stream: "footprints"), .header,
            ])
        #expect(parts.map(\.address) == ["", "/data/0", "/data/1", "/footprints", ""])
        #expect(parts.map(\.json) == [#"{"specVersion":"3.0"}"#, "1", "2", #"{"c":3}"#, #"{"note":"x"}"#])
    }

    @Test func anObjectWithoutStreamsIsOneRecord() throws {
        let parts = try JSONPart.all(in: #"{"id": "x", "data": "no list", "in": {"data": [1]}}"#, streams: ["data"])
        #expect(parts.map(\.role) == [.record(stream: "")])
        #expect(parts.map(\.address) == [""])
    }

    @Test func linesAreRecords() throws {
        let parts = try JSONPart.all(in: "{\"a\": 1}\r\n\n{\"a\":\n 2} \t\n3\n")
        #expect(parts.map(\.json) == [#"{"a":1}"#, #"{"a":2}"#, "3"])
        #expect(parts.map { $0.locations[0].line } == [1, 3, 5])
    }

    @Test(arguments: ["{} {}", "[][]", "1 2", "[1],", "{\"data\":[]}{}"])
    func valuesOnOneLineAreNotNDJSON(text: String) {
        let error = #expect(throws: SyntaxError.self) { try JSONPart.all(in: text, streams: ["data"]) }
        #expect(error?.diagnostic.code == "SYN-001")
    }

    @Test func placesAreThoseOfTheFile() throws {
        let text = "\u{FEFF}[\n  {\"ä\": \"ö€\", \"b\": [1.50,\n true]},\n  {\"c\": null}\n]"
        let parts = try JSONPart.all(in: text)
        #expect(parts[0].locations.map(\.description) == ["2:3", "2:9", "2:20", "2:21", "3:2"])
        #expect(parts[0].locations.map(\.byteOffset) == [7, 14, 28, 29, 36])
        #expect(parts[0].locations.map(\.length) == [35, 7, 13, 4, 4])
        #expect(parts[0].locations.map(\.address) == ["/0", "/0/ä", "/0/b", "/0/b/0", "/0/b/1"].map { .pointer($0) })
        #expect(parts[1].locations.map(\.description) == ["4:3", "4:9"])
        #expect(parts[1].locations.map(\.byteOffset) == [46, 52])
    }

    @Test func placesInUTF16AreInItsBytes() throws {
        let units = Array("\u{FEFF}[\"😀\", 1]".utf16)
        let parts = try JSONPart.all(in: units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })
        #expect(parts.map { $0.locations[0].byteOffset } == [4, 16])
        #expect(parts.map { $0.locations[0].column } == [2, 7])
    }

    @Test func excerptsShowTheLine() throws {
        var reader = JSONReader(ByteSource(Array("[\n  {\"a\": 1},\n  {\"a\": 2}\n]".utf8)))
        var tree = SourceTree()
        _ = try reader.next(into: &tree)
        _ = try reader.next(into: &tree)
        let id = try #require(tree.firstChild(of: SourceTree.root))
        #expect(tree.excerpt(of: id) == Excerpt(text: "  {\"a\": 2}", indent: 8, width: 1))
    }

    @Test func numbersStayAsTheyAreWritten() throws {
        let parts = try JSONPart.all(in: "[-0, 1.50, 1E+2, 123456789012345678901234567890.10]")
        #expect(parts.map(\.json) == ["-0", "1.50", "1E+2", "123456789012345678901234567890.10"])
    }

    @Test func escapesAreUndone() throws {
        var reader = JSONReader(ByteSource(Array(#""\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00 \u20AC""#.utf8)))
        var tree = SourceTree()
        _ = try reader.next(into: &tree)
        #expect(tree.text(of: SourceTree.root) == "\"\\/\u{8}\u{C}\n\r\té😀 €")
    }

    @Test func emptyThingsAreKept() throws {
        let parts = try JSONPart.all(in: #"{"": "", "a": [], "b": {}}"#)
        #expect(parts.map(\.json) == [#"{"":"","a":[],"b":{}}"#])
    }
}

@Suite struct JSONKeyTests {
    @Test func aKeyGivenTwiceIsFoundAtTheSecond() throws {
        var reader = JSONReader(ByteSource(Array("{\"a\": 1,\n \"b\": 2,\n \"\\u0061\" : 3}".utf8)))
        var tree = SourceTree()
        _ = try reader.next(into: &tree)
        let findings = reader.takeFindings()
        #expect(findings.map(\.code) == ["SYN-003"])
        #expect(findings.first?.severity == .error)
        #expect(
            findings.first?.message.description == "the key \"a\" is given twice in one object, first at line 1")
        #expect(findings.first?.location?.description == "3:2")
        #expect(findings.first?.location?.length == 8)
        #expect(findings.first?.excerpt?.text == " \"\\u0061\" : 3}")
        #expect(Array(tree.children(of: SourceTree.root)).count == 3)
        #expect(reader.takeFindings().isEmpty)
    }

    @Test(arguments: [2, 16, 17, 18, 100])
    func manyKeysAreComparedAsFewAre(count: Int) throws {
        let members = (0..<count).map { "\"k\($0)\":\($0)" }
        for twins in [[], [0], [count - 1], [count / 2, 1]] {
            let text = "{" + (members + twins.map { members[$0] }).joined(separator: ",") + "}"
            var reader = JSONReader(ByteSource(Array(text.utf8)))
            var tree = SourceTree()
            _ = try reader.next(into: &tree)
            #expect(reader.takeFindings().count == twins.count)
        }
    }

    @Test(.timeLimit(.minutes(1)))
    func aHundredThousandKeysTakeNoSquareOfTime() throws {
        let text = "{" + (0..<100_000).map { "\"key\($0)\":0," }.joined() + "\"key7\":1}"
        var reader = JSONReader(ByteSource(Array(text.utf8)))
        var tree = SourceTree()
        _ = try reader.next(into: &tree)
        #expect(reader.takeFindings().count == 1)
    }

    @Test func namesChosenToFallOnEachOtherAreCompared() throws {
        // All of these get the same slot from the hash that is tried first.
        let names = (1_000_000...).lazy.map(String.init).filter { name in
            let word = name.utf8.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return ((7 ^ word) &* 0x9E37_79B9_7F4A_7C15) >> 32 & 511 == 0
        }
        let members = names.prefix(200).map { "\"\($0)\":0" }
        for twins in [[], [members[0], members[199]]] {
            var reader = JSONReader(ByteSource(Array("{\((members + twins).joined(separator: ","))}".utf8)))
            var tree = SourceTree()
            _ = try reader.next(into: &tree)
            #expect(reader.takeFindings().count == twins.count)
        }
    }

    @Test func manyTwinsAreCounted() throws {
        let text = "{" + repeatElement("\"a\":0", count: 1000).joined(separator: ",") + "}"
        var reader = JSONReader(ByteSource(Array(text.utf8)))
        var tree = SourceTree()
        _ = try reader.next(into: &tree)
        let findings = reader.takeFindings()
        #expect(findings.count == 101)
        #expect(findings.last?.message.description == "899 more keys of this record are given twice")
    }

    @Test func headersAndStreamsAreOneObject() throws {
        let text = #"{"data": [], "a": 1, "data": [2], "a": 3}"#
        var reader = JSONReader(ByteSource(Array(text.utf8)), streams: ["data"])
        var tree = SourceTree()
        while try reader.next(into: &tree) != nil {}
        let findings = reader.takeFindings()
        #expect(findings.map(\.code) == ["SYN-003", "SYN-003"])
        #expect(findings.map { $0.location?.column } == [30, 35])
    }
}
