import EmissionsDiagnostics
import EmissionsSyntax
import TestSupport
import Testing

@Suite struct XMLReaderTests {
    // MARK: Trees

    @Test(arguments: [
        ("<a/>", "a"),
        ("<a><b> x </b></a>", "a(b:= x )"),
        ("<a><b/><c></c></a>", "a(b: c:)"),
        ("<a> <b> <c>1</c> </b> </a>", "a(b(c:=1))"),
        ("<a x='1'><b y='2' z='&lt;3'>t</b></a>", "a(@x:=1 b:=t(@y:=2 @z:=<3))"),
        ("<a xmlns:p='u' xml:lang='en' p:q='1'/>", "a(@lang:=en @q:=1)"),
        ("<p:a xmlns:p='u'><p:b>1</p:b></p:a>", "a(b:=1)"),
        ("<a><b>1<!-- no -->2<?no?>3<![CDATA[<4>]]>&#53;&amp;</b></a>", "a(b:=123<4>5&)"),
        ("<a><p>one <b>two</b> three<i/></p></a>", "a(p(#text:=one  b:=two #text:= three i:))"),
        ("<a>text</a>", "a(#text:=text)"),
        ("<a><b>x\r\ny\rz</b></a>", "a(b:=x\ny\nz)"),
    ])
    func elementsBecomeNodes(text: String, outline: String) {
        let read = ReadXML(text)
        #expect(read.complaint == "none")
        #expect(read.parts.map { $0.tree.outline() } == [outline])
    }

    @Test func elementsOfOtherNamespacesAreNotTakenForTheFormatsOwn() {
        let read = ReadXML("<a xmlns='u'><b xmlns='v'><b/></b><n xmlns=''/><x:b xmlns:x='u'/></a>", records: ["b"])
        #expect(read.parts.map { $0.tree.outline() } == ["a({v}b({v}b:) {}n:)", "b"])
        #expect(read.findings.map(\.code) == ["SYN-022", "SYN-022"])
        #expect(read.findings.first?.message.description == "<b> is in the namespace v, unlike <a>")
        #expect(read.findings.first?.location?.column == 14)
    }

    @Test func theDocumentElementIsKnown() throws {
        var reader = XMLReader(ByteSource(Array("<p:Report xmlns:p='urn:x'/>".utf8)))
        var tree = SourceTree()
        #expect(try reader.next(into: &tree) == .header)
        #expect(reader.rootName == "Report")
        #expect(reader.rootNamespace == "urn:x")
        #expect(try reader.next(into: &tree) == nil)
    }

    // MARK: Records

    @Test func recordsComeOneAtATime() {
        let read = ReadXML(
            "<r v='1'><h>x</h><g><n>1</n></g><g/><other/>y<g>z</g><k/>\n<t>w</t></r>", records: ["g", "k"])
        #expect(
            read.parts.map { "\($0.tree.rootAddress) \($0.tree.outline())" } == [
                "/r r(@v:=1 h:=x)", "/r/g[1] g(n:=1)", "/r/g[2] g", "/r r(other: #text:=y)", "/r/g[3] g(#text:=z)",
                "/r/k[1] k", "/r r(t:=w)",
            ])
        #expect(read.parts[1].role == .record(stream: "g"))
        #expect(read.parts[5].role == .record(stream: "k"))
        #expect(read.parts[6].role == .header)
    }

    @Test func aRecordInsideOfARecordIsPartOfIt() {
        let read = ReadXML("<r><g><g><g/></g></g></r>", records: ["g"])
        #expect(read.parts.map { $0.tree.outline() } == ["r", "g(g(g:))"])
    }

    @Test func storageIsUsedAgain() throws {
        let text = "<r>" + (0..<5_000).map { "<g><n>\($0)</n></g>" }.joined() + "</r>"
        var reader = XMLReader(ByteSource(Array(text.utf8)), records: ["g"])
        var tree = SourceTree(), count = 0
        while let role = try reader.next(into: &tree) {
            guard role != .header else { continue }
            #expect(tree.text(of: try #require(tree.node("n"))) == "\(count)")
            count += 1
        }
        #expect(count == 5_000)
    }

    // MARK: Places

    @Test func nodesKnowWhereTheyStand() throws {
        var tree = ReadXML("<r>\n  <g id='x1'>\n    <n>\n      42\n    </n><e/>\n  </g>\n</r>", records: ["g"]).records[
            0]
        let value = tree.location(of: try #require(tree.node("n")))
        #expect(value == SourceLocation(line: 4, column: 7, length: 2, byteOffset: 32, address: .xpath("/r/g[1]/n")))
        let record = tree.location(of: SourceTree.root)
        #expect((record.line, record.column, record.length) == (2, 3, 48))
        let attribute = tree.location(of: try #require(tree.node("@id")))
        #expect((attribute.line, attribute.column, attribute.length) == (2, 10, 2))
        let empty = tree.location(of: try #require(tree.node("e")))
        #expect((empty.line, empty.column, empty.length) == (5, 9, 4))
        #expect(tree.excerpt(of: try #require(tree.node("n"))) == Excerpt(text: "      42", indent: 6, width: 2))
        #expect(tree.excerpt(of: SourceTree.root)?.text == "  <g id='x1'>")
    }

    @Test func placesAreThoseOfTheFilesOwnEncoding() throws {
        let text = "<?xml version='1.0' encoding='UTF-16'?>\n<r>é😀<g>€</g></r>"
        let bytes = [0xFF, 0xFE] + text.asUTF16
        var tree = ReadXML(bytes, records: ["g"]).records[0]
        let place = tree.location(of: SourceTree.root)
        #expect((place.line, place.column, place.byteOffset) == (2, 6, 2 + 2 * (40 + 3 + 3)))
        let latin = Array("<?xml version='1.0' encoding='ISO-8859-1'?><r><g>".utf8) + [0xE9] + Array("</g></r>".utf8)
        #expect(ReadXML(latin, records: ["g"]).records[0].outline() == "g(#text:=é)")
    }

    @Test func aByteOrderMarkAndTheXMLDeclarationMustAgree() {
        let bytes = Array("\u{FEFF}<?xml version='1.0' encoding='ISO-8859-1'?><r/>".utf8)
        #expect(ReadXML(bytes).error?.diagnostic.code == "SYN-023")
        #expect(ReadXML("<r/>".asUTF16).error?.diagnostic.code == "SYN-023")
        #expect(ReadXML(Array("\u{FEFF}<?xml version='1.0' encoding='utf-8'?><r/>".utf8)).error == nil)
    }

    // MARK: Chunks

    @Test(arguments: [1, 7, 1000, 64 << 10])
    func chunksOfTheSourceDoNotMatter(size: Int) {
        let goods = (0..<3_000).map { "<g a='\($0)'>\r\n <n>é&amp;]]&gt;€\($0)</n><!-- > --> mixed </g>" }
        let text = "<r>\n<h>1</h>" + goods.joined(separator: "\n") + "<t/><b></r>"
        let whole = ReadXML(Array(text.utf8), chunk: .max >> 1, records: ["g"])
        #expect(whole.records.count == 3_000)
        #expect(whole.error?.diagnostic.code == "SYN-021")
        #expect(ReadXML(Array(text.utf8), chunk: size, records: ["g"]).listing == whole.listing)
    }

    @Test func longTextsAreReadWhole() throws {
        let value = String(repeating: "]]é&#x20AC; > ", count: 40_000)
        let read = ReadXML("<r><g><n>\(value)</n></g></r>", records: ["g"])
        #expect(read.complaint == "none")
        let tree = read.records[0]
        #expect(tree.text(of: try #require(tree.node("n"))) == value.replacing("&#x20AC;", with: "€"))
    }

    @Test func theOrderOfErrorsIsThatOfTheFile() {
        let read = ReadXML(Array("<r><g/><b></r>".utf8) + [0xFF], records: ["g"])
        #expect(read.records.count == 1)
        #expect(read.error?.diagnostic.code == "SYN-021")
        #expect(ReadXML(Array("<r><g/>".utf8) + [0xFF], records: ["g"]).error?.diagnostic.code == "SYN-002")
    }
}

@Suite(.enabled(if: Shared.has("corpus/trade"), "shared/corpus/trade is not here"))
struct XMLCorpusTests {
    private static let report = "corpus/trade/cbam-qreport-17.03/Sample_CBAM_Quarterly_Report.xml"

    @Test func aQuarterlyReportIsAHeaderAndItsGoods() throws {
        let read = ReadXML(try Shared.bytes(Self.report), records: ["ImportedGood"])
        #expect(read.complaint == "none")
        #expect(read.findings.isEmpty)
        #expect(read.parts.map(\.role) == [.header, .record(stream: "ImportedGood")])
        var good = read.records[0]
        let code = try #require(good.node("CommodityCode", "CnCode"))
        let place = good.location(of: code)
        let bytes = try Shared.bytes(Self.report)
        let found = bytes[place.byteOffset..<place.byteOffset + place.length]
        #expect(String(decoding: found, as: UTF8.self) == good.text(of: code))
        #expect(place.address == .xpath("/QReport/ImportedGood[1]/CommodityCode/CnCode"))
    }

    @Test func whatAnotherProgramWroteIsRead() throws {
        let path = "corpus/trade/tecnomod-cbam/qreport-xml/report-1file.xml"
        let read = ReadXML(try Shared.bytes(path), records: ["ImportedGood"])
        #expect(read.complaint == "none")
        let good = try #require(read.records.first)
        #expect(good.text(of: try #require(good.node("ItemNumber"))).filter { !$0.isWhitespace } == "1")
    }

    @Test func truncationAtAnyByteIsNoticed() throws {
        let bytes = try Shared.bytes("corpus/trade/tecnomod-cbam/qreport-xml/report-1file.xml")
        for count in 0..<bytes.count {
            let read = ReadXML(Array(bytes.prefix(count)), records: ["ImportedGood"])
            let isWhole = bytes[count...].allSatisfy { $0 <= 0x20 }
            #expect(read.error?.kind == (isWhole ? nil : .malformed), "after \(count) bytes")
        }
    }
}
