import EmissionsDiagnostics
import EmissionsSchemas
import Testing

/// One row for each family of faults, in schemas of every kind and not only in plain sequences.
@Suite struct XSDWordingTests {
    static let rows: [(schema: String, document: String, said: [String])] = [
        (
            value("<xs:enumeration value='a'/><xs:enumeration value='b'/>"), "<r>c</r>",
            [
                "XSD-010 r is 'c', must be one of 'a', 'b'"
            ]
        ),
        (value("<xs:pattern value='\\d+'/>"), "<r>c</r>", ["XSD-009 r is 'c', must look like \\d+"]),
        (value("<xs:length value='2'/>"), "<r>abc</r>", ["XSD-006 r has 3 characters, must have 2"]),
        (value("<xs:minLength value='2'/>"), "<r>a</r>", ["XSD-006 r has 1 character, must have at least 2"]),
        (value("<xs:maxLength value='2'/>"), "<r>abc</r>", ["XSD-006 r has 3 characters, must have at most 2"]),
        (
            value("<xs:minInclusive value='2'/>", of: "decimal"), "<r>1.5</r>",
            ["XSD-008 r is '1.5', must be at least 2"]
        ),
        (value("<xs:maxExclusive value='2'/>", of: "int"), "<r>2</r>", ["XSD-008 r is '2', must be less than 2"]),
        (
            value("<xs:fractionDigits value='1'/>", of: "decimal"), "<r>1.55</r>",
            [
                "XSD-007 r is '1.55', must have at most 1 decimals"
            ]
        ),
        ("<xs:element name='r' type='xs:decimal'/>", "<r>1,5</r>", ["XSD-005 r is '1,5', must be a decimal number"]),
        ("<xs:element name='r' type='xs:boolean'/>", "<r>yes</r>", ["XSD-005 r is 'yes', must be true or false"]),
        ("<xs:element name='r' type='xs:date'/>", "<r>22.10.2025</r>", ["XSD-005 r is '22.10.2025', must be a date"]),
        (
            "<xs:element name='r' type='xs:int'/>", "<r><a/></r>",
            ["XSD-004 r has elements in it, must have a text only", "XSD-005 r is '', must be a whole number"]
        ),
        (
            "<xs:element name='r' type='xs:int'/>", "<s/>",
            [
                "XSD-001 the schema knows no document that begins with <s>"
            ]
        ),
        (
            type("<xs:sequence><xs:element name='a'/></xs:sequence>"), "<r>x<a/></r>",
            [
                "XSD-004 r has text beside its elements"
            ]
        ),
        (
            type("<xs:sequence><xs:element name='a' maxOccurs='2'/></xs:sequence>"), "<r><a/><a/><a/></r>",
            [
                "XSD-003 a is not expected here, there must be at most 2"
            ]
        ),
        (
            type("<xs:choice><xs:element name='a'/><xs:element name='b'/></xs:choice>"), "<r><c/></r>",
            [
                "XSD-003 c is not expected here, expected one of a, b"
            ]
        ),
        (
            type("<xs:choice><xs:element name='a'/><xs:element name='b'/></xs:choice>"), "<r/>",
            [
                "XSD-002 one of a, b is missing in r"
            ]
        ),
        (type(""), "<r><a/></r>", ["XSD-004 r has content, must be empty"]),
        (type("<xs:attribute name='k' type='xs:int' use='required'/>"), "<r/>", ["XSD-011 r has no attribute k"]),
        (
            type("<xs:attribute name='k' type='xs:int'/>"), "<r k='x'/>",
            [
                "XSD-005 the attribute k of r is 'x', must be a whole number"
            ]
        ),
        (type("<xs:attribute name='k' type='xs:int'/>"), "<r l='x'/>", ["XSD-011 r can't have an attribute l"]),
        (type("<xs:anyAttribute/>"), "<r l='x'/>", ["XSD-011 r can't have an attribute l"]),
        (
            type("<xs:sequence><xs:any/></xs:sequence>"), "<r><a/></r>",
            ["XSD-003 a is not expected here, the schema knows no element of that name and namespace"]
        ),
        ("<xs:element name='r' type='xs:string' fixed='a'/>", "<r>b</r>", ["XSD-010 r is 'b', must be 'a'"]),
    ]

    private static func value(_ facets: String, of base: String = "string") -> String {
        "<xs:element name='r'><xs:simpleType><xs:restriction base='xs:\(base)'>\(facets)</xs:restriction></xs:simpleType></xs:element>"
    }

    private static func type(_ content: String) -> String {
        "<xs:element name='r'><xs:complexType>\(content)</xs:complexType></xs:element>"
    }

    @Test(arguments: rows.indices)
    func faultsAreToldInPlainWords(index: Int) throws {
        let row = Self.rows[index]
        let findings = XSDReading(row.document, try XSDSchema(row.schema)).findings
        #expect(findings.map { "\($0.code) \($0.message)" } == row.said)
        #expect(findings.allSatisfy { $0.help != nil && $0.location != nil && $0.severity == .error })
    }

    @Test func codesAreDescribedOnce() {
        let codes = CodeDescription.xsd.map(\.code)
        #expect(Set(codes).count == codes.count)
        let raised = Self.rows.flatMap { $0.said.map { Diagnostic.Code(String($0.prefix(7))) } }
        #expect(Set(raised).subtracting(codes) == [])
    }

    @Test func keysAreChecked() throws {
        let schema = try XSDSchema(
            """
            <xs:element name='r'><xs:complexType><xs:sequence>
            <xs:element name='n' type='xs:int' maxOccurs='9'/></xs:sequence></xs:complexType>
            <xs:unique name='u'><xs:selector xpath='n'/><xs:field xpath='.'/></xs:unique></xs:element>
            """)
        let reading = XSDReading("<r><n>1</n><n>2</n><n>1</n></r>", schema)
        #expect(reading.findings.map(\.code) == ["XSD-012"], "\(reading.lines)")
    }

    @Test func anElementMaySayThatItIsOfAnotherType() throws {
        let schema = try XSDSchema(
            """
            <xs:complexType name='A'><xs:sequence><xs:element name='a'/></xs:sequence></xs:complexType>
            <xs:complexType name='B'><xs:complexContent><xs:extension base='A'><xs:sequence>
            <xs:element name='b' type='xs:int'/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
            <xs:element name='r' type='A' nillable='true'/>
            """)
        let start = "<r xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:"
        #expect(XSDReading("\(start)type='B'><a/><b>1</b></r>", schema).lines == [])
        #expect(XSDReading("\(start)nil='true'/>", schema).lines == [])
        #expect(XSDReading("\(start)type='B'><a/><b>x</b></r>", schema).findings.map(\.code) == ["XSD-005"])
        #expect(XSDReading("\(start)type='C'><a/></r>", schema).findings.map(\.code) == ["XSD-013"])
    }

    @Test func attributesArePointedAt() throws {
        let schema = try XSDSchema(Self.type("<xs:attribute name='k' type='xs:int'/>"))
        let finding = try #require(XSDReading("<r  k='x'/>", schema).findings.first)
        #expect(finding.location?.column == 8)
        #expect(finding.location?.address == .xpath("/r/@k"))
    }
}
