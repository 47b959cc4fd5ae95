import EmissionsDiagnostics
import EmissionsSyntax
import Testing

/// A workbook in memory with one sheet called `Data`, made of the XML of its rows.
private func workbook(
    _ rows: String, strings: String = "", formats: String = "", styles: [Int] = [], after: String = "",
    settings: String = ""
) -> MemoryPackage {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    func relations(_ list: [(String, String, String)]) -> String {
        "<Relationships xmlns=\"\(package)\">"
            + list.map { "<Relationship Id=\"\($0)\" Type=\"\(office)/\($1)\" Target=\"\($2)\"/>" }.joined()
            + "</Relationships>"
    }
    let files: [(String, String)] = [
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", relations([("rId1", "officeDocument", "xl/workbook.xml")])),
        (
            "xl/workbook.xml",
            """
            <workbook xmlns="\(main)" xmlns:r="\(office)">\(settings)<sheets><sheet name="Data" sheetId="1" r:id="rId1"/>
            <sheet name="Lists" sheetId="2" state="hidden" r:id="rId2"/></sheets>
            <definedNames><definedName name="Period">Data!$B$1</definedName></definedNames></workbook>
            """
        ),
        (
            "xl/_rels/workbook.xml.rels",
            relations([
                ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "worksheet", "/xl/worksheets/sheet2.xml"),
                ("rId3", "sharedStrings", "sharedStrings.xml"), ("rId4", "styles", "styles.xml"),
            ])
        ),
        (
            "xl/worksheets/sheet1.xml",
            "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData>\(after)</worksheet>"
        ),
        ("xl/worksheets/sheet2.xml", "<worksheet xmlns=\"\(main)\"><sheetData/></worksheet>"),
        ("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(strings)</sst>"),
        (
            "xl/styles.xml",
            "<styleSheet xmlns=\"\(main)\"><numFmts>\(formats)</numFmts><cellXfs>"
                + styles.map { "<xf numFmtId=\"\($0)\"/>" }.joined() + "</cellXfs></styleSheet>"
        ),
    ]
    return MemoryPackage(files.map { ($0.0, Array($0.1.utf8)) })
}

private func cells(of package: any Package) throws -> [WorkbookCell] {
    let book = try Workbook(package)
    var reader = try book.reader(of: try #require(book.sheet("Data")))
    var cells: [WorkbookCell] = []
    while let row = try reader.next() { cells += row }
    return cells
}

@Suite struct WorkbookTests {
    @Test func sheetsAreListedWithThoseThatAreHidden() throws {
        let book = try Workbook(workbook(""))
        #expect(book.sheets.map(\.name) == ["Data", "Lists"])
        #expect(book.sheets.map(\.isHidden) == [false, true])
        #expect(book.names == [WorkbookName(name: "Period", reference: "Data!$B$1")])
    }

    @Test func digitsAreThoseThatAreStored() throws {
        let found = try cells(of: workbook(#"<row r="2"><c r="B2"><v>1.7429999999999999</v></c></row>"#))
        #expect(found.map(\.text) == ["1.7429999999999999"])
        #expect(found.map(\.kind) == [.number])
    }

    @Test func aCellIsLocatedByItsSheetAndAddress() throws {
        let found = try cells(of: workbook(#"<row r="7"><c r="B7"><v>1</v></c></row>"#))
        let location = try #require(found.first).location
        #expect(location.part == "Data")
        #expect(location.address == .cell("B7"))
        #expect((location.line, location.column) == (7, 2))
    }

    @Test func textsAreSharedOrStandInTheCell() throws {
        let found = try cells(
            of: workbook(
                """
                <row><c t="s"><v>1</v></c><c t="inlineStr"><is><r><t>hot </t></r><r><t>rolled</t></r></is></c>
                <c t="str"><f>A1</f><v>a_x000D_b</v></c></row>
                """, strings: "<si><t>x</t></si><si><r><t>co</t></r><r><t>il</t></r><rPh><t>koil</t></rPh></si>"))
        #expect(found.map(\.text) == ["coil", "hot rolled", "a\rb"])
        #expect(found.map { "\($0.address)" } == ["A1", "B1", "C1"])
        #expect(found.map(\.isFormula) == [false, false, true])
    }

    @Test func truthAndErrorsAreKindsOfTheirOwn() throws {
        let found = try cells(
            of: workbook(
                #"<row><c t="b"><v>1</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c><c><f>A1</f></c><c s="1"/></row>"#))
        #expect(found.map(\.kind) == [.bool, .error, .uncalculated])
        #expect(found.map(\.text) == ["true", "#DIV/0!", ""])
    }

    @Test(arguments: [
        ("44927", 14, "2023-01-01"), ("45291", 22, "2023-12-31"), ("44927.5", 22, "2023-01-01T12:00:00"),
        ("44927.999988425926", 22, "2023-01-01T23:59:59"), ("61", 14, "1900-03-01"), ("2958465", 14, "9999-12-31"),
    ])
    func numbersThatAreShownAsDaysAreDays(stored: String, format: Int, expected: String) throws {
        let found = try cells(
            of: workbook("<row><c s=\"1\"><v>\(stored)</v></c></row>", styles: [0, format]))
        #expect(found.map(\.date) == [expected])
    }

    @Test func daysAreCountedFrom1904WhereTheWorkbookSaysSo() throws {
        let found = try cells(
            of: workbook(
                "<row><c s=\"0\"><v>43465</v></c></row>", styles: [14], settings: "<workbookPr date1904=\"1\"/>"))
        #expect(found.map(\.date) == ["2023-01-01"])
    }

    @Test(arguments: [
        ("dd\\.mm\\.yyyy", "date"), ("0.00\" days\"", "mere"), ("0.0%", "percent"), ("[Red]0.00;[Blue]d", "mere"),
        ("[$-409]d/m/yy", "date"), ("#,##0_);(#,##0)", "mere"), ("General", "mere"),
    ])
    func aFormatTellsWhatNumbersMean(code: String, expected: String) throws {
        let escaped = code.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "&quot;")
        let found = try cells(
            of: workbook(
                "<row><c s=\"0\"><v>44927</v></c></row>",
                formats: "<numFmt numFmtId=\"164\" formatCode=\"\(escaped)\"/>", styles: [164]))
        let cell = try #require(found.first)
        #expect((cell.date != nil ? "date" : cell.isPercent ? "percent" : "mere") == expected)
    }

    @Test func whatStandsBehindTheRowsIsNoRow() throws {
        let found = try cells(
            of: workbook(
                #"<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="A3"><v>3</v></c></row>"#,
                after:
                    #"<mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells><row r="9"><c r="A9"><v>9</v></c></row>"#
            ))
        #expect(found.map(\.text) == ["1", "3"])
    }

    @Test func rowsThatRunBackwardsAreRefused() throws {
        let package = workbook(#"<row r="3"><c><v>3</v></c></row><row r="2"><c><v>2</v></c></row>"#)
        #expect(throws: SyntaxError.self) { try cells(of: package) }
    }

    @Test(arguments: ["A0", "1", "", "XFE1", "A1048577", "A1B", "é1"]) func whatIsNoAddressIsNone(text: String) {
        #expect(CellAddress(text) == nil)
    }

    @Test func anArchiveWithoutSheetsIsNoWorkbook() throws {
        #expect {
            _ = try Workbook(MemoryPackage([("a.txt", [65])]))
        } throws: { ($0 as? SyntaxError)?.diagnostic.code == "XLS-001" }
    }
}
