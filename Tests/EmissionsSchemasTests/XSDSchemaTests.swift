import EmissionsDiagnostics
import EmissionsSyntax
import TestSupport
import Testing

@testable import EmissionsSchemas

@Suite struct XSDSchemaTests {
    private func complaint(_ text: String, documents: [String: String] = [:]) -> [String] {
        do {
            _ = try XSDSchema(text, documents: documents)
            return []
        } catch let error as XSDSchema.CompilationError {
            return error.findings.map { "\($0)" }
        } catch {
            return ["\(error)"]
        }
    }

    @Test func aFaultInASchemaHasAPlace() {
        let said = complaint("<xs:element name='r'\n  type='Absent'/>")
        #expect(said.count == 1)
        #expect(said.first?.hasPrefix("2:1: error[XSD-020]: the schema can't be used: ") == true, "\(said)")
        #expect(said.first?.contains("Absent") == true)
    }

    @Test func whatIsNotASchemaIsRefused() {
        #expect(throws: XSDSchema.CompilationError.self) { try XSDSchema(Array("<html/>".utf8)) }
        #expect(throws: XSDSchema.CompilationError.self) { try XSDSchema(Array("{}".utf8)) }
        #expect(throws: XSDSchema.CompilationError.self) { try XSDSchema([UInt8]()) }
    }

    // MARK: Nothing is fetched

    @Test(arguments: [
        "schemas/cbam-qreport/23.00/qreport.xsd", "http://127.0.0.1:9/qreport.xsd", "no-such-file.xsd",
    ])
    func whatWasNotHandedOverIsNotLoaded(name: String) {
        let location = name.hasPrefix("schemas") ? "file://\(packageFolder)/\(name)" : name
        let said = complaint("<xs:include schemaLocation='\(location)'/><xs:element name='r'/>")
        #expect(
            said.first?.contains("error[XSD-021]: the schema refers to a document that was not handed over") == true,
            "\(said)")
        let imported = complaint(
            """
            <xs:import namespace='http://xmlns.ec.eu/BusinessObjects/CBAM/Types/V1' schemaLocation='\(location)'/>
            <xs:element name='r' xmlns:q='http://xmlns.ec.eu/BusinessObjects/CBAM/Types/V1' type='q:Report'/>
            """)
        #expect(!imported.isEmpty)
    }

    @Test func entitiesAreRefusedUnread() {
        let text = """
            <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>
            <xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'>&e;</xs:schema>
            """
        do {
            _ = try XSDSchema(Array(text.utf8))
            Issue.record("accepted")
        } catch { #expect(error.findings.map(\.code) == ["SYN-020"]) }
    }

    @Test func includesComeFromWhatIsHandedOver() throws {
        let schema = try XSDSchema(
            "<xs:include schemaLocation='types/a.xsd'/><xs:element name='r' type='A'/>",
            documents: [
                "types/a.xsd":
                    "<xs:include schemaLocation='b.xsd'/><xs:simpleType name='A'><xs:restriction base='B'/></xs:simpleType>",
                "types/b.xsd": "<xs:simpleType name='B'><xs:restriction base='xs:int'/></xs:simpleType>",
            ])
        #expect(XSDReading("<r>1</r>", schema).lines == [])
        #expect(XSDReading("<r>x</r>", schema).lines == ["1:4 XSD-005 r is 'x', must be a whole number"])
    }

    @Test func aDocumentCanNotNameItsSchema() throws {
        let schema = try XSDSchema("<xs:element name='r' type='xs:int'/>")
        let text = """
            <r xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'
            xsi:noNamespaceSchemaLocation='file://\(packageFolder)/schemas/cbam-qreport/23.00/qreport.xsd'>x</r>
            """
        #expect(XSDReading(text, schema).findings.map(\.code) == ["XSD-005"])
    }

    // MARK: Going on

    /// Going on after a fault changes what is found, never whether something is.
    @Test(arguments: [("17.03", "everything-v17"), ("23.00", "everything")])
    func goingOnNeverChangesAVerdict(version: String, name: String) throws {
        let bytes = try read("\(packageFolder)/schemas/cbam-qreport/\(version)/qreport.xsd")
        let schema = try XSDSchema(bytes)
        let judge = try XSDSchema(bytes, documents: [:], goesOn: false)
        let sample = try QReportSchema.sample(name)
        var lines = sample.split(separator: "\n").map(String.init)
        var invalid = 0
        for index in lines.indices.dropFirst(2) {
            let line = lines[index]
            let changed = [
                "", line + line, line.replacing(">", with: "x>"), line.replacing("</", with: "9999999999</"),
            ]
            for text in changed {
                lines[index] = text
                let document = lines.joined(separator: "\n")
                let ours = XSDReading(document, schema), theirs = XSDReading(document, judge)
                guard ours.error == nil else { continue }
                #expect((ours.faultCount == 0) == (theirs.faultCount == 0), "line \(index + 1): \(text)")
                #expect(
                    ours.faultCount >= theirs.faultCount, "line \(index + 1): \(text): \(ours.lines), \(theirs.lines)")
                if ours.faultCount > 0 { invalid += 1 }
            }
            lines[index] = line
        }
        #expect(invalid > 200)
    }

    @Test func aTypeMayBeCalledLikeABuiltInOne() throws {
        let types = ["string", "other"].map {
            "<xs:complexType name='\($0)'><xs:sequence><xs:element name='a'/></xs:sequence></xs:complexType>"
        }
        let schema = try XSDSchema(types.joined() + "<xs:element name='r' type='xs:string'/>")
        #expect(XSDReading("<r>text</r>", schema).lines == [])
    }

    @Test func recursiveTypesAreLeftToLibxml2() throws {
        let schema = try XSDSchema(
            """
            <xs:complexType name='T'><xs:sequence><xs:element name='t' type='T' minOccurs='0'/></xs:sequence></xs:complexType>
            <xs:element name='r' type='T'/>
            """)
        #expect(XSDReading("<r><t><t/></t></r>", schema).lines == [])
        #expect(XSDReading("<r><t><t/><u/></t></r>", schema).findings.map(\.code) == ["XSD-003"])
    }

    @Test func aLongChainOfTypesDoesNotExhaustTheStack() throws {
        let types = (1..<5000).map {
            "<xs:complexType name='T\($0)'><xs:sequence><xs:element name='t' type='T\($0 - 1)' minOccurs='0'/></xs:sequence></xs:complexType>"
        }
        let schema = try XSDSchema(
            "<xs:element name='r' type='T4999'/><xs:simpleType name='T0'><xs:restriction base='xs:int'/></xs:simpleType>"
                + types.joined())
        #expect(XSDReading("<r><t><t/></t></r>", schema).lines == [])
    }
}
