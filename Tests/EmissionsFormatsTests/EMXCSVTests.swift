import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax
import TestSupport
import Testing

@testable import EmissionsFormats

struct EMXCSVTests {
    private static let sample = packageFolder + "/samples/emx-csv/two-products/input.csv"

    // MARK: Laws

    @Test func theSampleIsWrittenAsItIs() throws {
        let bytes = try read(Self.sample)
        let file = try ReadFile(bytes, as: .emxCSV)
        #expect(file.findings.isEmpty)
        #expect(written(file.submission, as: .emxCSV) == String(decoding: bytes, as: UTF8.self))
    }

    /// The columns of a table that was handed out stay; a new one is added to the sample, too.
    @Test func theColumnsAreThoseOfTheSample() throws {
        let line = String(decoding: try read(Self.sample), as: UTF8.self).prefix { $0 != "\r\n" }
        #expect(EMXCSVColumns.all.map(\.description) == line.split(separator: ",").map(String.init))
        #expect(Set(EMXCSVColumns.all).count == EMXCSVColumns.all.count)
    }

    @Test(arguments: 0..<100) func whatIsWrittenIsReadBack(seed: Int) throws {
        var table = GeneratedTable(seed: seed, fullness: seed % 4 * 30 + 10)
        let file = try ReadFile(table.text(), as: .emxCSV)
        #expect(file.findings.isEmpty)
        #expect(file.unread.flatMap { $0 } == [])
        let output = written(file.submission, as: .emxCSV)
        let again = try ReadFile(output, as: .emxCSV)
        #expect(again.submission == file.submission)
        #expect(written(again.submission, as: .emxCSV) == output)
    }

    /// Where every column is filled, every value ends in a field of its own.
    @Test func everyColumnIsRead() throws {
        var table = GeneratedTable(seed: 5, fullness: 100)
        let file = try ReadFile(table.text(), as: .emxCSV)
        #expect(file.origins[0].count == EMXCSVColumns.header.descriptions.count)
        let texts = Set(file.origins.flatMap(\.values))
        #expect(table.last.filter { !$0.isEmpty && !texts.contains($0) } == [])
        // Three of four geographies, and the other values.
        #expect(table.last.count(where: \.isEmpty) == 4)
    }

    @Test func whatTheModelSaysOtherwiseIsCarriedAlong() throws {
        var submission = Submission()
        submission.header.reportingPeriod.year = "2026"
        submission.header.carried = [Carried(format: "pact", path: "/x", content: .list([.number("1.50"), .null]))]
        submission.goods = [ImportedGood(), ImportedGood()]
        submission.goods[0].itemNumber = "1"
        submission.goods[0].carried = [Carried(format: "ilcd", path: "/a/b", content: .text("ä \"q\", \n |"))]
        submission.goods[0].footprints = [ProductFootprint(), ProductFootprint()]
        submission.goods[0].footprints[0].product.name = "coil"
        submission.goods[0].footprints[1].carried = [
            Carried(format: "ilcd", path: "/c", content: .record([.init("k", .bool(true))]))
        ]
        submission.goods[1].itemNumber = "2"
        let file = try ReadFile(written(submission, as: .emxCSV), as: .emxCSV)
        #expect(file.findings.isEmpty)
        #expect(file.submission == submission)
    }

    // MARK: Parts

    @Test func rowsOfOneItemNumberMakeOneGood() throws {
        let file = try ReadFile(
            """
            reporting_year,good_item_number,cn_code,product_name
            2026,1,72083900,coil A
            2026,1,,coil B
            ,2,76011010,ingot
            ,2,76011010,
            2026,,,sheet
            2026,,76061292,plate
            """, as: .emxCSV)
        #expect(file.findings.isEmpty)
        #expect(file.unread.flatMap { $0 } == [])
        #expect(file.parts.map(\.kind) == ["header", "good", "good", "footprint", "good"])
        #expect(
            file.submission.goods.map { $0.footprints.map(\.product.name) } == [
                ["coil A", "coil B"], ["ingot"], ["plate"],
            ])
        #expect(file.submission.goods.map(\.itemNumber) == ["1", "2", nil])
        #expect(file.submission.footprints.map(\.product.name) == ["sheet"])
    }

    @Test func pathsAreThoseOfThePart() throws {
        let file = try ReadFile(
            """
            reporting_year,good_item_number,cn_code,product_name,standards,production_route,color
            2026,1,72083900,coil,PEF | ISO 14067,P24,
            2026,1,72083900,sheet,,,red
            """, as: .emxCSV)
        #expect(file.origins[0] == [FieldPath("reportingPeriod.year")!: "2026"])
        #expect(
            file.origins[1] == [
                FieldPath("itemNumber")!: "1", FieldPath("commodity.cn")!: "72083900",
                FieldPath("footprints[0].product.name")!: "coil",
                FieldPath("footprints[0].methodology.standards")!: "PEF | ISO 14067",
                FieldPath("footprints[0].methodology.standards[0]")!: "PEF | ISO 14067",
                FieldPath("footprints[0].methodology.standards[1]")!: "PEF | ISO 14067",
                FieldPath("footprints[0].production.routes[0].method")!: "P24",
                FieldPath("footprints[1].product.name")!: "sheet", FieldPath("footprints[1].carried[0]")!: "red",
            ])
    }

    @Test func aTableCanSayAHeaderOrAGoodAlone() throws {
        var submission = Submission()
        submission.header.declarant.name = "Acme"
        let header = try ReadFile(written(submission, as: .emxCSV), as: .emxCSV)
        #expect(header.parts.map(\.kind) == ["header"])
        #expect(header.submission == submission)
        submission.goods = [ImportedGood()]
        submission.goods[0].originCountry = "TR"
        let good = try ReadFile(written(submission, as: .emxCSV), as: .emxCSV)
        #expect(good.submission == submission)
    }

    @Test func aTableWithoutRowsHasNoParts() throws {
        #expect(try ReadFile("cn_code,figures_per\n", as: .emxCSV).parts.isEmpty)
    }

    // MARK: What is wrong

    @Test(arguments: [
        ("reporting_year,product_name\n2026,A\n2027,B", "ECSV-001", "A3"),
        ("reporting_year,product_name\n,A\n2027,B", "ECSV-001", "A3"),
        ("good_item_number,cn_code\n1,72083900\n1,72083800", "ECSV-002", "B3"),
        ("geography_country,geography_global\nDE,true", "ECSV-003", "B2"),
        ("product_name,declared_unit_amount\nA,=1+1", "READ-002", "B2"),
        ("product_name,declared_unit_amount\nA,\"1,5\"", "READ-002", "B2"),
        ("product_name,other_values\nA,{", "READ-002", "B2"),
        ("reporting_quarter,other_values\nQ5,", "READ-002", "A2"),
    ])
    func whatIsWrongIsReportedAtItsCell(text: String, code: String, cell: String) throws {
        let file = try ReadFile(text, as: .emxCSV)
        #expect(file.codes == [code])
        #expect(file.findings.first?.location?.address == .cell(cell))
        #expect(file.findings.first?.help != nil)
    }

    @Test func formulasStayText() throws {
        let file = try ReadFile("product_name,comment\n=1+1,@x", as: .emxCSV)
        #expect(file.submission.footprints[0].product.name == "=1+1")
        #expect(file.submission.footprints[0].identity.comment == "@x")
    }

    @Test func unknownColumnsAreToldOnceAtTheirNames() throws {
        let file = try ReadFile(
            Array("declared_unit,note,fosil_emissions_kgco2e\nkilogram,x,1\nkilogram,y,2\n".utf8), as: .emxCSV)
        let told = file.findings.filter { $0.code == "ECSV-005" }
        #expect(told.map(\.location?.address) == [.cell("B1"), .cell("C1")])
        #expect(told.last?.help == "If fossil_emissions_kgco2e is meant, write it so.")
    }

    @Test func unknownColumnsAreKeptWithTheOtherValues() throws {
        let file = try ReadFile("product_name,a/b,empty\ncoil,red,\n", as: .emxCSV)
        let carried = [Carried(format: "emx-csv", path: "/a~1b", content: .text("red"))]
        #expect(file.submission.footprints[0].carried == carried)
        let output = written(file.submission, as: .emxCSV)
        #expect(output.contains(#"{""footprint"":[{""format"":""emx-csv"",""path"":""/a~1b"",""content"":""red""}]}"#))
        #expect(try ReadFile(output, as: .emxCSV).submission.footprints[0].carried == carried)
    }

    // MARK: Cells

    @Test(arguments: [
        ["a"], ["a|b", "c"], [#"a\"#, "b"], ["|", #"\|"#], [" a ", "  "], [#"\s"#, "s"], ["a | b"], ["", "a"],
    ])
    func itemsComeOutOfACellAsTheyWentIn(items: [String]) {
        #expect(CellItems.split(CellItems.join(items)) == items)
    }

    @Test func itemsAreSplitAsPeopleWriteThem() {
        #expect(CellItems.split("a|b |c") == ["a", "b", "c"])
        #expect(CellItems.join(["a|b", "c"]) == #"a\|b | c"#)
    }

    @Test func listsOfRecordsKeepTheirMarks() throws {
        var submission = Submission()
        submission.footprints = [ProductFootprint()]
        var source = EmissionFactorSource()
        (source.name, source.version) = ("a@b|c", "1@2")
        var named = EmissionFactorSource()
        named.name = "GaBi"
        var odd = Classification(.unspsc, "30@1")
        odd.urn = "urn:x@y"
        submission.footprints[0].dataQuality.emissionFactorSources = [source, named]
        submission.footprints[0].product.classifications = [
            Classification(.centralProductClassification, "41431"), Classification(.centralProductClassification, "2"),
            odd,
        ]
        let file = try ReadFile(written(submission, as: .emxCSV), as: .emxCSV)
        #expect(file.submission == submission)
    }

    // MARK: Adaptation

    @Test func rowsWithoutAnItemNumberGetOneToHoldThemTogether() throws {
        var good = ImportedGood()
        good.footprints = [ProductFootprint(), ProductFootprint()]
        let adaptation = Format.emxCSV.writer("1.0").adapt(.good(good), 4)
        guard case .good(let adapted) = adaptation.parts[0].part else {
            Issue.record("a good stays a good")
            return
        }
        #expect(adapted.itemNumber == "#5")
        #expect(adaptation.findings.map(\.code) == ["ECSV-004"])
    }

    @Test func classificationsMoveToTheOrderOfTheColumns() {
        var footprint = ProductFootprint()
        footprint.product.classifications = [
            Classification(.eclass, "1"), Classification(.combinedNomenclature, "2"),
            Classification(.centralProductClassification, "3"),
        ]
        let adapted = Format.emxCSV.writer("1.0").adapt(.footprint(footprint), 0).parts[0]
        let moves = adapted.moves.map { "\($0.from) \($0.to)" }
        #expect(
            moves == [
                "product.classifications[2] product.classifications[0]",
                "product.classifications[1] product.classifications[1]",
                "product.classifications[0] product.classifications[2]", " ",
            ])
    }

    @Test func itIsRecognized() throws {
        let found = Format.candidates(FileStart(try read(Self.sample)))
        #expect(found.map(\.format.name) == ["emx-csv"])
        #expect(found.map(\.recognition.version) == ["1.0"])
        #expect(Format.candidates(FileStart(Array("cn_code,product_name,price\n1,2,3".utf8))).isEmpty)
    }
}

extension SubmissionPart {
    fileprivate var kind: String {
        switch self {
        case .header: "header"
        case .good: "good"
        case .footprint: "footprint"
        }
    }
}

/// A table made up from nothing but what the format says of its columns.
private struct GeneratedTable {
    private var generator: ContentGenerator
    private(set) var last: [String] = []

    init(seed: Int, fullness: Int) { generator = ContentGenerator(seed: seed, fullness: fullness) }

    mutating func text() -> String {
        var bytes: [UInt8] = []
        CSVPrinter.row(EMXCSVColumns.all.map(\.description), into: &bytes)
        let filing = cells(EMXCSVColumns.header.descriptions)
        for item in 1...3 {
            var good = cells(EMXCSVColumns.good.descriptions)
            good[0] = String(item)
            for _ in 0..<item { add(filing + good + cells(EMXCSVColumns.footprint.descriptions), &bytes) }
        }
        add(
            filing + EMXCSVColumns.good.descriptions.map { _ in "" } + cells(EMXCSVColumns.footprint.descriptions),
            &bytes)
        add(filing + cells(EMXCSVColumns.good.descriptions) + cells(EMXCSVColumns.footprint.descriptions), &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    private mutating func add(_ row: [String], _ bytes: inout [UInt8]) {
        last = row + [""]
        CSVPrinter.row(last, into: &bytes)
    }

    private mutating func cells(_ rows: [FieldDescription]) -> [String] {
        let choices = rows.filter { $0.path == "geography" }.map(\.name)
        let choice = choices.randomElement(using: &generator.random)
        return rows.map { row in
            guard generator.isFilled, !choices.contains(row.name) || row.name == choice else { return "" }
            guard row.isList else { return generator.text(row.spelling) }
            let item = String(row.spelling.dropFirst("items with ` | ` between them, each ".count))
            return CellItems.join((0...1).map { _ in generator.text(item) })
        }
    }
}
