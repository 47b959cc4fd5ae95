import EmissionsDiagnostics
import EmissionsSchemas
import EmissionsSyntax
import TestSupport
import Testing

@Suite struct XSDValidatorTests {
    // MARK: Reports

    @Test(arguments: [
        ("everything", "23.00"), ("cement-bag", "23.00"), ("steel-coil", "23.00"), ("everything-v17", "17.03"),
    ])
    func samplesAreValid(name: String, version: String) throws {
        #expect(XSDReading(try QReportSchema.sample(name), try QReportSchema.of(version)).lines == [])
    }

    @Test func everyFaultIsFoundAndNotOnlyTheFirstOfEachElement() throws {
        let report = try QReportSchema.sample("cement-bag")
            .replacing("<Year>2025", with: "<Foo>1</Foo>\n    <Year>20229")
            .replacing("<CnCode>25232900", with: "<CnCode>2523290")
            .replacing(try Regex("<DirectEmissions>[^$]*?</DirectEmissions>"), with: "")
        #expect(
            XSDReading(report, try QReportSchema.of("23.00")).lines == [
                "6:5 XSD-003 Foo is not expected here, expected Year",
                "7:11 XSD-007 Year is '20229', must have at most 4 digits",
                "41:21 XSD-006 CnCode has 7 characters, must have 8",
                "100:13 XSD-002 DirectEmissions is missing before IndirectEmissions",
            ])
    }

    @Test(.enabled(if: Shared.has("corpus/trade"), "shared/corpus/trade is not here"))
    func theFaultsOfTheCommissionsOwnSampleAreFoundOnTheirLines() throws {
        let bytes = try Shared.bytes("corpus/trade/cbam-qreport-17.03/Sample_CBAM_Quarterly_Report.xml")
        #expect(
            XSDReading(bytes, try QReportSchema.of("17.03")).lines == [
                "4:5 XSD-002 DraftReportId is missing before ReportId",
                "4:5 XSD-006 ReportId is empty, must have at least 1 character",
                "6:11 XSD-007 Year is '20229', must have at most 4 digits",
                "7:5 XSD-002 TotalImported is missing before Declarant",
                "7:5 XSD-002 TotalEmissions is missing before Declarant",
                "36:2 XSD-003 Representative is not expected after Importer, it must come before it",
                "62:9 XSD-003 ApplicableMethdologyConfirmation is not expected here, expected ApplicableMethodologyConfirmation",
                "70:21 XSD-006 CnCode has 8 characters, must have 2",
                "120:4 XSD-002 Binary is missing in Attachment",
                "255:19 XSD-006 Type has 5 characters, must have 4",
                "266:4 XSD-002 Binary is missing in Attachment",
            ])
    }

    // MARK: Places

    @Test func aWrongValueIsPointedAt() throws {
        let report = try QReportSchema.sample("cement-bag").replacing("<CnCode>25232900", with: "<CnCode> 2523290\t")
        let finding = try #require(XSDReading(report, try QReportSchema.of("23.00")).findings.first)
        let place = try #require(report.firstRange(of: "2523290")?.lowerBound)
        #expect(finding.location?.byteOffset == report.utf8.distance(from: report.startIndex, to: place))
        #expect(finding.location?.length == 7)
        #expect(finding.location?.address == .xpath("/QReport/ImportedGood/CommodityCode/CnCode"))
        #expect(finding.excerpt?.text.contains("<CnCode> 2523290 </CnCode>") == true)
        #expect(finding.message.description == "CnCode has 9 characters, must have 8")
    }

    @Test func positionsAmongSiblingsAreThoseOfTheWholeRecord() throws {
        let schema = try XSDSchema(
            """
            <xs:element name='r'><xs:complexType><xs:sequence>
            <xs:element name='g' maxOccurs='9'><xs:complexType><xs:sequence>
            <xs:element name='n' type='xs:int' maxOccurs='9'/>
            </xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType></xs:element>
            """)
        let text = "<r><g><n>x</n><n>1</n></g><g><n>x</n></g></r>"
        for records in [[], ["g"]] {
            let findings = XSDReading(Array(text.utf8), schema, records: records).findings
            let second = records.isEmpty ? "/r/g[2]/n" : "/r/g[2]/n"
            #expect(findings.map(\.location?.address) == [.xpath("/r/g[1]/n[1]"), .xpath(second)])
        }
    }

    @Test func aMissingElementIsPointedAtWhereItShouldBe() throws {
        let report = try QReportSchema.sample("cement-bag")
            .replacing("<Name>Douane Exemple SARL</Name>", with: "").replacing("<Postcode>13999</Postcode>", with: "")
            .replacing("<City>Port-Exemple</City>", with: "")
        let lines = XSDReading(report, try QReportSchema.of("23.00")).lines
        #expect(
            lines.prefix(2).map { $0.split(separator: " ", maxSplits: 1)[1] } == [
                "XSD-002 Name is missing before Role", "XSD-002 City is missing before Street",
            ])
        let ends = try XSDSchema(
            "<xs:element name='r'><xs:complexType><xs:sequence><xs:element name='a'/></xs:sequence></xs:complexType></xs:element>"
        )
        #expect(XSDReading("<r>\n <!-- --> </r>", ends).lines == ["2:11 XSD-002 a is missing in r"])
        #expect(XSDReading("<r/>", ends).lines == ["1:1 XSD-002 a is missing in r"])
    }

    @Test func namesKeepTheirPrefixes() throws {
        let report = try QReportSchema.sample("cement-bag")
            .replacing("<QReport xmlns=", with: "<q:QReport xmlns:q='urn:x' xmlns=")
            .replacing("</QReport>", with: "</q:QReport>")
        #expect(
            XSDReading(report, try QReportSchema.of("23.00")).lines == [
                "3:1 XSD-001 the schema knows no document that begins with <q:QReport>"
            ])
    }

    @Test func placesAreThoseOfTheFileInItsOwnEncoding() throws {
        let schema = try XSDSchema("<xs:element name='r' type='xs:int'/>")
        let units: [UInt16] = [0xFEFF] + "<!-- é -->\n<r>x</r>".utf16
        let utf16 = units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let finding = try #require(XSDReading(utf16, schema).findings.first)
        #expect(finding.location?.description == "2:4")
        #expect(finding.location?.byteOffset == 30)
    }

    // MARK: Streams

    @Test(arguments: [1, 7, 1000])
    func whereChunksEndMakesNoDifference(chunk: Int) throws {
        let schema = try QReportSchema.of("17.03")
        let report = Array(try QReportSchema.sample("everything").utf8)
        let whole = XSDReading(report, schema)
        #expect(whole.findings.count > 10)
        #expect(XSDReading(report, schema, chunk: chunk).findings == whole.findings)
        let inParts = XSDReading(report, schema, chunk: chunk, records: ["ImportedGood"])
        #expect(inParts.findings.map(\.message) == whole.findings.map(\.message))
        #expect(inParts.findings.map(\.location?.byteOffset) == whole.findings.map(\.location?.byteOffset))
    }

    @Test func tenThousandGoodsComeInAStream() throws {
        let report = try QReportSchema.sample("cement-bag")
        let start = try #require(report.firstRange(of: "<ImportedGood>")?.lowerBound)
        let measure = "<NetMass>1.5</NetMass><MeasurementUnit>01</MeasurementUnit>"
        let good = """
            <ImportedGood><ItemNumber>1</ItemNumber><OriginCountry><Country>TR</Country></OriginCountry>
            <ImportedQuantity><SequenceNumber>1</SequenceNumber><Procedure><RequestedProc>40</RequestedProc></Procedure>
            <ImportArea><ImportArea>EU</ImportArea></ImportArea>
            <MeasureProcedureImported><Indicator>0</Indicator>\(measure)</MeasureProcedureImported></ImportedQuantity>
            <MeasureImported>\(measure)</MeasureImported><GoodsEmissions><SequenceNumber>1</SequenceNumber>
            <ProducedMeasure>\(measure)</ProducedMeasure><DirectEmissions>
            <ApplicableReportingTypeMethodology>TOM01</ApplicableReportingTypeMethodology>
            <MeasurementUnit>EMU1</MeasurementUnit></DirectEmissions></GoodsEmissions></ImportedGood>

            """
        let bad = good.replacing("<Country>TR", with: "<Foo/><Country>Turkey")
        var parts = [String(report[..<start])] + Array(repeating: good, count: 9_999) + [bad, "</QReport>"]
        parts.reverse()
        let validator = XSDValidator(try QReportSchema.of("23.00"))
        let source = ByteSource { parts.popLast().map { Array($0.utf8) } }
        var reader = XMLReader(source, records: ["ImportedGood"], observer: validator.observer)
        var tree = SourceTree(), count = 0, widest = 0
        while let role = try reader.next(into: &tree) {
            if role != .header { count += 1 }
            widest = max(widest, tree.count)
        }
        #expect(count == 10_000)
        #expect(widest < 100)
        let findings = reader.takeFindings()
        #expect(
            findings.map(\.message) == [
                "Foo is not expected here, expected Country", "Country has 6 characters, must have 2",
            ])
        let good10000 = "/QReport/ImportedGood[10000]/OriginCountry"
        #expect(findings.map(\.location?.address) == [.xpath(good10000 + "/Foo"), .xpath(good10000 + "/Country")])
    }

    @Test func faultsFarBehindTheStartOfTheirElementHavePlaces() throws {
        let schema = try XSDSchema(
            """
            <xs:element name='r'><xs:complexType><xs:sequence>
            <xs:element name='n' type='xs:int' maxOccurs='unbounded'/>
            <xs:element name='m'/></xs:sequence></xs:complexType></xs:element>
            """)
        let values = String(repeating: "<n>1</n>\n", count: 20_000)
        let text = "<r>\n\(values)text\n<n>x</n><k/>\(values)</r>"
        for records in [[], ["n"]] {
            let reading = XSDReading(Array(text.utf8), schema, records: records)
            #expect(
                reading.lines == [
                    "20002:1 XSD-004 r has text beside its elements",
                    "20003:4 XSD-005 n is 'x', must be a whole number",
                    "20003:9 XSD-003 k is not expected here, expected one of n, m",
                    "40003:1 XSD-002 m is missing in r",
                ])
            #expect(reading.findings.last?.location?.address == .xpath("/r"))
        }
    }

    @Test func whatIsNotListedIsCounted() throws {
        let schema = try XSDSchema(
            "<xs:element name='r'><xs:complexType><xs:sequence><xs:element name='n' type='xs:int' maxOccurs='unbounded'/></xs:sequence></xs:complexType></xs:element>"
        )
        let text = "<r>" + String(repeating: "<n>x</n>", count: 10) + "</r>"
        let reading = XSDReading(Array(text.utf8), schema, mostFindings: 3)
        #expect(reading.faultCount == 10)
        #expect(reading.findings.map(\.code) == ["XSD-005", "XSD-005", "XSD-005", "XSD-015"])
        #expect(reading.findings.last?.message.description == "7 more faults are not listed")
    }

    @Test func aFileThatIsCutOffKeepsTheFindingsBeforeTheCut() throws {
        let report = try QReportSchema.sample("cement-bag").replacing("<Year>2025", with: "<Year>20229")
        let reading = XSDReading(String(report.prefix(1500)), try QReportSchema.of("23.00"))
        #expect(reading.lines == ["6:11 XSD-007 Year is '20229', must have at most 4 digits"])
        #expect(reading.findings.first?.location?.address == .xpath("/QReport/Year"))
        #expect(reading.error?.diagnostic.code == "SYN-021")
    }
}
