import EmissionsSyntax
import TestSupport
import Testing

@Suite struct XMLPrinterTests {
    private func printed(_ tree: SourceTree, namespace: String? = nil) -> (text: String, unsayable: Int) {
        var bytes: [UInt8] = []
        let unsayable = XMLPrinter.print(tree, namespace: namespace, into: &bytes)
        return (String(decoding: bytes, as: UTF8.self), unsayable)
    }

    @Test func elementsAreIndentedAndTextsStayOnTheirLine() {
        var tree = SourceTree()
        let root = tree.append(.record, named: "Good")
        tree.append(.text, named: "@id", text: "a\"\n<b>", under: root)
        let code = tree.append(.record, named: "Code", under: root)
        tree.append(.text, named: "Cn", text: "1 < 2 & \"]]>\r\n", under: code)
        tree.append(.null, named: "None", under: code)
        var bytes: [UInt8] = []
        let unsayable = XMLPrinter.print(tree, namespace: "urn:x", indent: 4, startingIndent: 2, into: &bytes)
        #expect(unsayable == 0)
        #expect(
            String(decoding: bytes, as: UTF8.self) == """
                  <Good xmlns="urn:x" id="a&quot;&#10;&lt;b&gt;">
                      <Code>
                          <Cn>1 &lt; 2 &amp; "]]&gt;&#13;
                </Cn>
                          <None/>
                      </Code>
                  </Good>

                """)
    }

    @Test func charactersThatXMLCannotSayAreCounted() {
        var tree = SourceTree()
        let root = tree.append(.record, named: "a")
        tree.append(.text, named: "b", text: "x\u{1}\u{FFFE}\u{FFFF}\u{FEFF}y\u{0}", under: root)
        let result = printed(tree)
        #expect(result.unsayable == 4)
        #expect(result.text == "<a>\n  <b>x\u{FFFD}\u{FFFD}\u{FFFD}\u{FEFF}y\u{FFFD}</b>\n</a>\n")
        #expect(ReadXML(result.text).complaint == "none")
    }

    @Test(
        arguments: [
            ("<a><p>one <b x='1'>two</b> three<i><j/> </i></p><q> </q></a>", nil),
            (
                "<a xmlns='u'><b xmlns='v'><c/><d xmlns='u'><e xmlns=''/></d></b><f y='&#9;&#10;&#13;'>&#13;&#x10FFFF;</f></a>",
                "u"
            ),
            ("<a><b xmlns='v'/></a>", nil),
        ] as [(String, String?)])
    func whatIsPrintedIsReadBackTheSame(text: String, namespace: String?) {
        let tree = ReadXML(text).header
        let again = ReadXML(printed(tree, namespace: namespace).text)
        #expect(again.complaint == "none")
        #expect(again.header.outline() == tree.outline())
    }

    @Test(.enabled(if: Shared.has("corpus/trade"), "shared/corpus/trade is not here"))
    func aReportIsReadBackTheSame() throws {
        let bytes = try Shared.bytes("corpus/trade/cbam-qreport-17.03/Sample_CBAM_Quarterly_Report.xml")
        let tree = ReadXML(bytes).header
        let namespace = "http://xmlns.ec.eu/BusinessObjects/CBAM/Types/V1"
        #expect(ReadXML(printed(tree, namespace: namespace).text).header.outline() == tree.outline())
    }
}
