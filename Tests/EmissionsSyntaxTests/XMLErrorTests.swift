import EmissionsDiagnostics
import EmissionsSyntax
import Testing

@Suite struct XMLErrorTests {
    @Test(arguments: [
        ("<a>\n  <b>x</c>\n</a>", "2:7: </c> does not close <b>, which was opened at line 2, column 3"),
        ("<a>\n <p:b xmlns:p='u'>\n</a>", "3:1: </a> does not close <p:b>, which was opened at line 2, column 2"),
        ("<a>\n<b>x", "2:5: the file ends inside <b>, which was opened at line 2, column 1"),
        ("<a><b x='1", "1:11: the file ends inside <a>, which was opened at line 1, column 1"),
        ("<a><b>&am", "1:10: the file ends inside <b>, which was opened at line 1, column 4"),
        ("<a", "1:3: the file ends inside <a>, which was opened at line 1, column 1"),
        ("<?xml version='1.0'?>\n<", "2:2: the file ends before its first element was complete"),
        ("<a><!-- x", "1:4: a comment is not closed"),
        ("<a><![CDATA[ x", "1:15: the file ends inside <a>, which was opened at line 1, column 1"),
        ("", "1:1: the file is empty"),
        (" \n", "2:1: the file is empty"),
        ("{\"a\": 1}", "1:1: the file does not begin with an XML element but with \"{\"a\": 1}\""),
        ("<a/>\n<b/>", "2:1: there is more after the end of <a>: \"<b/>\""),
        ("<a>x &nbsp; y</a>", "1:6: &nbsp; stands for nothing: XML knows &amp; &lt; &gt; &quot; and &apos; only"),
        ("<a>A & B;</a>", "1:6: a & that does not begin a reference such as &amp;"),
        ("<a>AT&T</a>", "1:6: a & that does not begin a reference such as &amp;"),
        ("<a b='A&T'/>", "1:8: a & that does not begin a reference such as &amp;"),
        ("<a>&#0;</a>", "1:4: &#0; does not stand for a character that XML allows"),
        ("<a>&#xZ;</a>", "1:4: &#x does not stand for a character that XML allows"),
        ("<a>x\u{1}</a>", "1:5: the character U+0001, which XML does not allow"),
        ("<a>1 < 2</a>", "1:6: a < that does not begin a tag"),
        ("<a 1b='x'/>", "1:4: a name can't begin with \"1b='x'/>\""),
        ("<a>x\0</a>", "1:5: the character U+0000, which XML does not allow"),
        ("<a b='<'/>", "1:7: a < in the value of an attribute"),
        ("<a b='1' bc='b' b='2'/>", "1:17: the attribute b is given twice in one tag"),
        ("<a b=1/>", "1:6: the value of an attribute is not in quotation marks"),
        ("<a b/>", "1:5: the attribute b has no value"),
        ("<a><p:b/></a>", "1:4: the prefix of <p:b> stands for no namespace"),
        ("<a p:b='1'/>", "1:1: the prefix of the attribute p:b stands for no namespace"),
        ("<a>]]></a>", "1:4: ]]> stands in a text"),
        ("\n<?xml version='1.0'?><a/>", "2:1: the XML declaration does not stand at the very beginning of the file"),
        ("<?xml version='1.0' encoding=UTF-8?><a/>", "1:30: the XML declaration is broken"),
        ("<?xml version='2.0'?><a/>", "1:1: XML version \"2.0\" is not known"),
    ])
    func errorsAreToldInPlainWordsAtTheirPlace(text: String, complaint: String) {
        let read = ReadXML(text)
        #expect(read.complaint.replacing("error[SYN-021]: ", with: "") == complaint)
        #expect(read.error?.kind == .malformed)
        #expect(read.error?.diagnostic.help != nil)
    }

    @Test func anErrorShowsItsLineAndWhatItIsIn() {
        let error = ReadXML("<r>\n<g>\n <n>1</m></g></r>", records: ["g"]).error?.diagnostic
        #expect(error?.excerpt == Excerpt(text: " <n>1</m></g></r>", indent: 5, width: 4))
        #expect(error?.location?.byteOffset == 13)
        #expect(error?.location?.address == .xpath("/r/g[1]/n"))
    }

    @Test func recordsBeforeAnErrorAreHandedOut() {
        let read = ReadXML("<r><g/><g/><g>", records: ["g"])
        #expect(read.parts.count == 3)
        #expect(read.error?.diagnostic.code == "SYN-021")
    }
}

@Suite struct XMLHostileInputTests {
    private static let laughs = """
        <!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;">
        <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;">]><a>&e;&e;&e;</a>
        """

    private static let inputs: [(String, String, String)] = [
        ("entities in entities", "SYN-020", laughs),
        ("external entity", "SYN-020", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"),
        (
            "external subset", "SYN-020",
            "<?xml version='1.0'?><!-- > --><!DOCTYPE a SYSTEM 'http://localhost/a.dtd'><a/>"
        ),
        ("endless DOCTYPE", "SYN-020", "<!DOCTYPE a [" + String(repeating: "<!-- x -->", count: 100_000)),
        ("100,000 levels", "LIM-002", String(repeating: "<a>", count: 100_000)),
        ("200,000 attributes", "LIM-003", "<a" + (0..<200_000).map { " a\($0)=''" }.joined() + "/>"),
        ("1,000 attributes", "LIM-006", "<a" + (0..<1_000).map { " a\($0)=''" }.joined() + "/>"),
        ("1,000 namespaces", "LIM-006", "<a" + (0..<1_000).map { " xmlns:a\($0)='u'" }.joined() + "/>"),
        ("huge text", "LIM-003", "<a><b>" + String(repeating: "x", count: 33 << 20)),
        ("huge value", "LIM-003", "<a b='" + String(repeating: "x", count: 1 << 20)),
        ("huge comment", "LIM-003", "<a><!--" + String(repeating: "x", count: 9 << 20)),
        ("huge name", "LIM-003", "<" + String(repeating: "x", count: 60_000) + "/>"),
        ("no end of &", "SYN-021", "<a>&" + String(repeating: "x", count: 1 << 20)),
    ]

    @Test(arguments: inputs.indices)
    func hostileInputIsRefusedAtOnce(index: Int) {
        let (name, code, text) = Self.inputs[index]
        let clock = ContinuousClock()
        var error: SyntaxError?
        let time = clock.measure { error = ReadXML(text).error }
        #expect(error?.diagnostic.code == Diagnostic.Code(code), "\(name)")
        #expect(error?.kind == (code.hasPrefix("LIM") ? .limit : .malformed))
        #expect(time < .seconds(5), "\(name)")
    }

    @Test func limitsCanBeSet() {
        let goods = "<r>" + String(repeating: "<g><n>1</n><n>2</n></g>", count: 100) + "</r>"
        func code(_ change: (inout Limits) -> Void) -> Diagnostic.Code? {
            var limits = Limits()
            change(&limits)
            return ReadXML(goods, limits: limits, records: ["g"]).error?.diagnostic.code
        }
        #expect(code { _ in } == nil)
        #expect(code { $0.totalBytes = 100 } == "LIM-001")
        #expect(code { $0.depth = 2 } == "LIM-002")
        #expect(code { $0.depth = 3 } == nil)
        #expect(code { $0.recordBytes = 22 } == "LIM-004")
        #expect(code { $0.recordBytes = 23 } == nil)
        #expect(code { $0.recordValues = 2 } == "LIM-005")
        #expect(code { $0.recordValues = 3 } == nil)
    }

    @Test func longNamespacesAreNotStoredForEachElement() {
        let uri = String(repeating: "u", count: 100_000)
        let read = ReadXML(
            "<r xmlns:x='\(uri)'><g>" + String(repeating: "<x:n/>", count: 5_000) + "</g></r>", records: ["g"])
        #expect(read.complaint == "none")
        #expect(read.records[0].count == 5_001)
    }
}
