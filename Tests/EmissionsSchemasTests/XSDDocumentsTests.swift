import EmissionsDiagnostics
import EmissionsSchemas
import EmissionsSyntax
import Testing

@Suite struct XSDDocumentsTests {
    /// What is found in documents that are read one after another, with one observer for all.
    private func lines(_ texts: String..., choose: @escaping (XMLRoot) -> XSDSchema?) -> [String] {
        let observer = XSDDocuments(choose).observer
        var found: [String] = []
        for text in texts {
            var reader = XMLReader(ByteSource(Array(text.utf8)), observer: observer)
            var tree = SourceTree()
            while (try? reader.next(into: &tree)) != nil {}
            found += reader.takeFindings().map { "\($0.location?.description ?? "-") \($0.message)" }
        }
        return found
    }

    @Test func eachDocumentIsJudgedByItself() throws {
        let schema = try XSDSchema("<xs:element name='r' type='xs:int'/>")
        let found = lines("<r>x</r>", "<r>1</r>", "<r>y</r>") { _ in schema }
        #expect(found == ["1:4 r is 'x', must be a whole number", "1:4 r is 'y', must be a whole number"])
    }

    @Test func aDocumentThatBreaksOffLeavesTheNextAlone() throws {
        let schema = try XSDSchema("<xs:element name='r' type='xs:int'/>")
        let found = lines("<r>1", "<r>y</r>") { _ in schema }
        #expect(found.last == "1:4 r is 'y', must be a whole number")
    }

    @Test func theOutermostElementChooses() throws {
        let number = try XSDSchema(
            """
            <xs:element name='r'><xs:complexType><xs:simpleContent><xs:extension base='xs:int'>
            <xs:attribute name='v'/></xs:extension></xs:simpleContent></xs:complexType></xs:element>
            """)
        let found = lines("<r v='1'>x</r>", "<r v='2'>x</r>", "<r>x</r>") { $0.attributes["v"] == "1" ? number : nil }
        #expect(found == ["1:10 r is 'x', must be a whole number"])
    }
}
