import EmissionsDiagnostics
import EmissionsSyntax
import Testing

@Suite struct CSVReaderTests {
    @Test func everyRowIsARecordNamedByTheHeader() throws {
        var reader = CSVReader(
            ByteSource(Array("\u{FEFF} id ,name\r\n1,\r\n\"2\",\"a \"\"b\"\"\"".utf8)), limits: Limits())
        var tree = SourceTree()
        #expect(try reader.next(into: &tree) == .header)
        #expect(tree.kind(of: SourceTree.root) == .record)
        #expect(tree.children(of: SourceTree.root).map { tree.text(of: $0) } == ["id", "name"])
        #expect(tree.address(of: 2) == .cell("B1"))
        #expect(tree.location(of: 1).byteOffset == 3)
        #expect(try reader.next(into: &tree) == .record(stream: ""))
        #expect(tree.children(of: 1).map { tree.text(of: $0) } == ["1", ""])
        #expect(try reader.next(into: &tree) == .record(stream: ""))
        #expect(tree.kind(of: SourceTree.root) == .list)
        #expect(tree.children(of: SourceTree.root).map { tree.kind(of: $0) } == [.record])
        #expect(tree.children(of: 1).map { tree.name(of: $0) } == ["id", "name"])
        #expect(tree.children(of: 1).map { tree.text(of: $0) } == ["2", "a \"b\""])
        let place = tree.location(of: 3)
        #expect("\(place)" == "3:5")
        #expect(place.cell == "B3")
        #expect(place.length == 9)
        #expect(place.byteOffset == 22)
        #expect(tree.excerpt(of: 3) == Excerpt(text: #""2","a ""b""""#, indent: 4, width: 9))
        #expect(try reader.next(into: &tree) == nil)
        #expect(try reader.next(into: &tree) == nil)
        #expect(reader.takeFindings().isEmpty)
    }

    @Test(arguments: [",", ";", "\t", "|"])
    func everySeparatorIsFound(separator: Character) {
        let text =
            "a,b;c|d\te".map { $0 == separator ? $0 : "_" } + "\n\"1,1\n;;||\t\t\"" + "\(separator)2\n3\(separator)4\n"
        let table = CSVTable(String(text))
        #expect(table.header.count == 2)
        #expect(table.rows == [["1,1\n;;||\t\t", "2"], ["3", "4"]])
        #expect(table.findings.isEmpty)
    }

    @Test func theSeparatorThatAgreesMostWithTheHeaderIsTaken() {
        #expect(CSVTable("name;amount\nsteel;1,5\nsand;2,25\n").rows == [["steel", "1,5"], ["sand", "2,25"]])
        #expect(CSVTable("name;unit, SI\nsteel, raw;kg\n").rows == [["steel, raw", "kg"]])
        #expect(CSVTable("\"a\",\"b;c\"\n\"1\",\"2;3\"\n").rows == [["1", "2;3"]])
        #expect(CSVTable("only\none\n").rows == [["one"]])
        #expect(CSVTable("a;b\n1;2\n", separator: UInt8(ascii: ",")).rows == [["1;2"]])
    }

    @Test(arguments: ["\n", "\r\n", "\r"], ["", "end"])
    func everyLineEndingEndsARow(ending: String, last: String) {
        let end = last.isEmpty ? "" : ending
        let table = CSVTable("a,b\(ending)1,2\(ending)\"3\(ending)x\",\(end)", chunk: 1)
        #expect(table.rows == [["1", "2"], ["3\(ending)x", ""]])
    }

    @Test func mixedLineEndingsAndBlankLinesKeepTheirRowNumbers() {
        let table = CSVTable("a,b\r\n\r\n1,2\r  \r\n\n3,4,5\n")
        #expect(table.rows == [["1", "2"], ["3", "4", "5"]])
        #expect(table.places == ["CSV-002 C6"])
        #expect(table.findings.first?.location?.line == 6)
    }

    @Test func raggedRowsAreFoundAndNothingIsLost() {
        let table = CSVTable("a,b,c\n1,2\n1,2,3,4,5\n1\n")
        #expect(table.rows == [["1", "2"], ["1", "2", "3", "4", "5"], ["1"]])
        #expect(table.named[1]["(E)"] == "5")
        #expect(table.named[0]["c"] == nil)
        #expect(table.places == ["CSV-002 C2", "CSV-002 D3", "CSV-002 B4"])
        #expect(
            table.findings.map { $0.message.description } == [
                "row 2 has 2 cells, the header has 3", "row 3 has 5 cells, the header has 3",
                "row 4 has 1 cell, the header has 3",
            ])
        #expect(table.findings.map { $0.location?.column } == [4, 7, 2])
        #expect(table.findings[1].excerpt == Excerpt(text: "1,2,3,4,5", indent: 6, width: 3))
    }

    @Test func quotesInOddPlacesAreKeptAndTold() {
        let table = CSVTable("a,b\nx\"y\"z,\"ab\"c\"d\n\"p\"\"q\"r,\n")
        #expect(table.rows == [["x\"y\"z", "abc\"d"], ["p\"qr", ""]])
        #expect(table.places == ["CSV-003 A2", "CSV-006 B2", "CSV-006 A3"])
        #expect(table.findings.allSatisfy { $0.severity == .warning })
    }

    @Test func aQuoteThatIsNeverClosedIsToldWhereItOpened() {
        let table = CSVTable("a,b\n1,2\n3,\"4\n5,6\n", chunk: 1)
        #expect(table.rows == [["1", "2"]])
        #expect(table.failure?.kind == .malformed)
        #expect(table.failure?.diagnostic.code == "CSV-001")
        #expect(table.failure?.diagnostic.location?.cell == "B3")
        #expect(table.failure?.diagnostic.location?.line == 3)
        #expect(table.failure?.diagnostic.location?.column == 3)
        #expect(table.failure?.diagnostic.location?.byteOffset == 10)
    }

    @Test(arguments: ["", "\u{FEFF}", "\n \n"])
    func aTableWithoutAHeaderIsRefused(text: String) {
        #expect(CSVTable(text).failure?.diagnostic.code == "SYN-005")
    }

    @Test func namesOfColumnsAreCheckedOnce() {
        let table = CSVTable("a,,a,b,\n1,,2,3,\n1,,2,3,x\n1,,2,3,y\n")
        #expect(table.header == ["a", "(B)", "a", "b", "(E)"])
        #expect(table.rows[0] == ["1", "", "2", "3", ""])
        #expect(table.places == ["CSV-004 C1", "CSV-005 E3"])
        #expect(table.findings[0].message == "column name \"a\" stands in A1 and again in C1")
    }

    @Test func findingsOfOneRecordAreBounded() {
        let table = CSVTable("k,b,c\n" + String(repeating: "k,b\n", count: 150), groupedBy: "k")
        #expect(table.records.count == 1)
        #expect(table.findings.count == 101)
        #expect(table.codes.last == "CSV-007")
        #expect(table.findings.last?.message.description.hasPrefix("50 more") == true)
    }
}

@Suite struct CSVGroupTests {
    @Test(arguments: [1, 7, 65536])
    func consecutiveRowsWithOneKeyAreOneRecord(chunk: Int) {
        let text = "id,x\n\"a\"\"\",1\n\r\n\"a\"\"\",\"2\n2\"\nb,3\n,4\n,5\nb,6\nb\n"
        let table = CSVTable(text, chunk: chunk, groupedBy: "id")
        #expect(
            table.records == [
                [["a\"", "1"], ["a\"", "2\n2"]], [["b", "3"]], [["", "4"]], [["", "5"]], [["b", "6"], ["b"]],
            ])
        #expect(table.places == ["CSV-002 B9"])
        #expect(table.outline == CSVTable(text, groupedBy: "id").outline)
        #expect(table.outline.contains("text x 2\n2 4:7 +21 5 B4"))
    }

    @Test func withoutTheColumnEveryRowIsARecord() {
        #expect(CSVTable("a,b\n1,2\n1,3\n", groupedBy: "c").records == [[["1", "2"]], [["1", "3"]]])
    }

    @Test func aRecordBeforeTheFailureIsHandedOutFirst() {
        let table = CSVTable("a,b\n1,2\n1,3\n1,\"", groupedBy: "a")
        #expect(table.records == [[["1", "2"], ["1", "3"]]])
        #expect(table.failure?.diagnostic.code == "CSV-001")
    }

    @Test func findingsFarIntoABigRecordHaveTheirPlace() {
        let row = "k,\(String(repeating: "x", count: 3000))\n"
        let table = CSVTable("a,b\n" + row + "k\n" + row + row + "k\n", groupedBy: "a")
        #expect(table.places == ["CSV-002 B3", "CSV-002 B6"])
        #expect(table.findings.map { $0.location?.line } == [3, 6])
    }
}
