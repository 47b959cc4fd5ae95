import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import Testing

/// A workbook with a summary sheet that has these cells, made from the addresses of version 2: no filled-in template of the
/// Commission may be kept here.
private func template(
    _ cells: KeyValuePairs<String, String>, version: String = "CBAM communication SEE Version 2.1"
) -> MemoryPackage {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    func relations(_ targets: [(String, String)]) -> String {
        "<Relationships xmlns=\"\(package)\">"
            + targets.enumerated().map {
                "<Relationship Id=\"rId\($0 + 1)\" Type=\"\(office)/\($1.0)\" Target=\"\($1.1)\"/>"
            }.joined() + "</Relationships>"
    }
    /// `=` begins a formula with the result that follows it, `#` an error; numbers are numbers, and days have style 1.
    func cell(_ address: String, _ text: String) -> String {
        if text.hasPrefix("#") { return "<c r=\"\(address)\" t=\"e\"><f>1/0</f><v>\(text)</v></c>" }
        if text == "=" { return "<c r=\"\(address)\"><f>I26+J26</f></c>" }
        if text.hasPrefix("=") { return "<c r=\"\(address)\"><f>I26+J26</f><v>\(text.dropFirst())</v></c>" }
        if text.hasPrefix("day ") { return "<c r=\"\(address)\" s=\"1\"><v>\(text.dropFirst(4))</v></c>" }
        if ExactDecimal(text) != nil { return "<c r=\"\(address)\"><v>\(text)</v></c>" }
        return "<c r=\"\(address)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }
    var rows: [(number: Int, cells: [(column: Int, text: String)])] = []
    for (address, text) in cells {
        guard let place = CellAddress(address) else { continue }
        if rows.last?.number != place.row { rows.append((place.row, [])) }
        rows[rows.count - 1].cells.append((place.column, cell(address, text)))
    }
    let data = rows.map { "<row r=\"\($0.number)\">\($0.cells.map(\.text).joined())</row>" }.joined()
    func sheet(_ data: String) -> String { "<worksheet xmlns=\"\(main)\"><sheetData>\(data)</sheetData></worksheet>" }
    let files: [(String, String)] = [
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", relations([("officeDocument", "xl/workbook.xml")])),
        (
            "xl/workbook.xml",
            """
            <workbook xmlns="\(main)" xmlns:r="\(office)"><sheets><sheet name="Summary_Communication" sheetId="1" r:id="rId1"/>
            <sheet name="VersionDocumentation" sheetId="2" state="hidden" r:id="rId2"/></sheets></workbook>
            """
        ),
        (
            "xl/_rels/workbook.xml.rels",
            relations([
                ("worksheet", "worksheets/sheet1.xml"), ("worksheet", "worksheets/sheet2.xml"),
                ("styles", "styles.xml"),
            ])
        ),
        ("xl/worksheets/sheet1.xml", sheet(data)),
        (
            "xl/worksheets/sheet2.xml",
            sheet("<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>\(version)</t></is></c></row>")
        ),
        (
            "xl/styles.xml",
            "<styleSheet xmlns=\"\(main)\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
        ),
    ]
    return MemoryPackage(files.map { ($0.0, Array($0.1.utf8)) })
}

private let filledIn: KeyValuePairs = [
    "E12": "Name of the installation:", "G12": "Karadeniz Bar Mill", "H12": "Iron or steel products", "G14": "Steel",
    "AH15": "312000", "G16": "TR", "AH16": "198000", "G17": "TRSSX", "AH17": "=510000", "G18": "41.29°",
    "G20": "day 46023", "G21": "day 46387", "D26": "Melt shop", "E26": "Iron or steel products", "F26": "72142000",
    "H26": "Rebar 12 mm", "I26": "0.312", "J26": "0.198", "K26": "=0.51", "L26": "tCO2e/t", "O26": "0.44",
    "Q26": "MILL-1", "D27": "Melt shop", "F27": "72149950", "H27": "Flat bar", "I27": "0.33", "J27": "0.2",
    "K27": "=0.53", "L27": "tCO2e/t", "L28": "tCO2e/t",
]

@Suite struct TemplateTests {
    private func read(
        _ package: MemoryPackage
    ) throws -> (parts: [SubmissionPart], findings: [Diagnostic], values: [Int]) {
        var reader = try #require(Format.cbamTemplate.reader(package, Limits()))
        var log = ReadLog(SourceTree())
        var parts: [SubmissionPart] = [], findings: [Diagnostic] = [], values: [Int] = []
        while let part = try reader.next(&log) {
            parts.append(part)
            findings += log.diagnostics
            values.append(log.tree.values().count)
        }
        return (parts, findings, values)
    }

    private func footprints(_ package: MemoryPackage) throws -> [ProductFootprint] {
        try read(package).parts.compactMap { if case .footprint(let footprint) = $0 { footprint } else { nil } }
    }

    @Test func aWorkbookIsToldByItsSheet() throws {
        let package = template(filledIn)
        let start = FileStart(members: package.members.map(\.name), sheets: Workbook.sheetNames(of: package))
        #expect(Format.candidates(start).map(\.format.name) == ["cbam-template"])
    }

    @Test func everyProductHasItsInstallationAndPeriod() throws {
        let found = try footprints(template(filledIn))
        #expect(found.map(\.product.name) == ["Rebar 12 mm", "Flat bar"])
        #expect(found.map(\.production.installation.name) == ["Karadeniz Bar Mill", "Karadeniz Bar Mill"])
        #expect(found.map(\.referencePeriod.start?.written) == ["2026-01-01", "2026-01-01"])
        #expect(found.map(\.referencePeriod.end?.written) == ["2026-12-31", "2026-12-31"])
        #expect(found.map(\.production.installation.latitude) == ["41.29", "41.29"])
        #expect(found.map(\.embeddedEmissions.direct.specific) == [ExactDecimal("0.312"), ExactDecimal("0.33")])
    }

    @Test func totalsOfThePeriodAreInTheHeader() throws {
        guard case .header(let header) = try read(template(filledIn)).parts[0] else {
            return #expect(Bool(false), "no header")
        }
        #expect(header.reported.overall == ExactDecimal("510000"))
        #expect(header.carried.map(\.path) == ["/H12"])
    }

    @Test func whatProductsShareCountsOnce() throws {
        // Six cells of the installation and ten of the first product; seven of the second.
        #expect(try read(template(filledIn)).values == [4, 17, 7])
    }

    @Test func aFindingNamesSheetAndCell() throws {
        let package = template(["D26": "P", "I26": "much", "J26": "0.1"])
        let finding = try #require(try read(package).findings.first { $0.code == "READ-002" })
        #expect(finding.location?.part == "Summary_Communication")
        #expect(finding.location?.address == .cell("I26"))
    }

    @Test func anErrorIsNoValue() throws {
        let (parts, findings, _) = try read(template(["D26": "P", "I26": "#DIV/0!", "J26": "0.1"]))
        #expect(findings.map(\.code).contains("TPL-002"))
        guard case .footprint(let footprint) = parts[1] else { return #expect(Bool(false), "no footprint") }
        #expect(footprint.embeddedEmissions.direct.specific == nil)
    }

    @Test func aFormulaThatWasNeverWorkedOutIsReported() throws {
        let findings = try read(template(["I26": "0.1", "J26": "0.1", "K26": "="])).findings
        #expect(findings.map(\.code).contains("TPL-003"))
    }

    @Test func digitsOfBinaryNumbersAreKeptAndNoted() throws {
        let package = template(["I26": "1.7429999999999999", "J26": "0"])
        #expect(try footprints(package)[0].embeddedEmissions.direct.specific?.description == "1.7429999999999999")
        #expect(try read(package).findings.map(\.code).contains("TPL-004"))
    }

    @Test(arguments: [("=0.51", false), ("=0.51000000000000001", false), ("=0.52", true)])
    func aTotalThatTheOthersDontMakeIsReported(total: String, isReported: Bool) throws {
        let findings = try read(template(["I26": "0.312", "J26": "0.198", "K26": total])).findings
        #expect(findings.map(\.code).contains("TPL-005") == isReported)
    }

    @Test func anotherVersionIsReported() throws {
        let findings = try read(template(filledIn, version: "CBAM communication SEE Version 3")).findings
        #expect(findings.map(\.code) == ["TPL-006", "TPL-007"])
    }
}
