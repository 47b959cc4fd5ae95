import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax
import TestSupport
import Testing

@testable import EmissionsFormats

/// What cells of a sheet become by a mapping.
@Suite struct SheetReadingTests {
    private func format(_ columns: String, _ rest: String = "") throws -> Format {
        let text =
            "mapping: 1\nname: test\n\(rest)\ncolumns:\n"
            + columns.split(separator: "\n").map { "  - \($0)\n" }.joined()
        return try SheetMapping(Array(text.utf8)).format
    }

    private func footprint(_ sheet: String, _ columns: String, _ rest: String = "") throws -> ProductFootprint {
        let file = try ReadFile(sheet, as: format(columns, rest))
        #expect(file.findings == [])
        return try #require(file.submission.footprints.first)
    }

    // MARK: Numbers and dates

    @Test(arguments: [
        ("1.234,50", "1234.50"), ("1234,5", "1234.5"), ("-0,07", "-0.07"), ("12", "12"), ("1.234.567", "1234567"),
        ("1,5E3", "1.5E3"),
    ])
    func aNumberIsReadByTheMarksOfTheSheet(cell: String, value: String) {
        #expect(SheetNumbers(decimalMark: ",", groupMark: ".").parse(cell)?.description == value)
    }

    @Test(arguments: ["1,234.5", "1.23", "12.34,5", "1..234", "", ",5", "5,", "1.234,5.6", "zwölf", "1 234"])
    func aNumberWithOtherMarksIsNotRead(cell: String) {
        #expect(SheetNumbers(decimalMark: ",", groupMark: ".").parse(cell) == nil)
    }

    @Test func groupsMayBeSetApartByAnySpace() {
        let numbers = SheetNumbers(decimalMark: ",", groupMark: " ")
        #expect(numbers.parse("1\u{202F}234,5")?.description == "1234.5")
        #expect(numbers.parse("1\u{A0}234,5")?.description == "1234.5")
    }

    @Test(arguments: [
        ("DD.MM.YYYY", "31.12.2025", "2025-12-31"), ("D.M.YYYY", "1.2.2025", "2025-02-01"),
        ("MM/DD/YYYY", "02/01/2025", "2025-02-01"), ("YYYYMMDD", "20250201", "2025-02-01"),
        ("DD.MM.YYYY hh:mm", "01.02.2025 13:05", "2025-02-01T13:05:00"),
    ])
    func aDateIsReadInItsForm(form: String, cell: String, value: String) throws {
        let date = try #require(SheetDate(form))
        let moment = try #require(date.parse(cell))
        #expect(moment.written == value)
        #expect(date.print(moment) == cell)
    }

    @Test(arguments: [("DD.MM.YYYY", "12/31/2025"), ("DD.MM.YYYY", "31.02.2025"), ("DD.MM.YYYY", "1.2.2025")])
    func aDateInAnotherFormIsNotRead(form: String, cell: String) throws {
        #expect(try #require(SheetDate(form)).parse(cell) == nil)
    }

    @Test func anUnreadableCellIsReportedWithItsColumnAndCell() throws {
        let file = try ReadFile(
            "Name,CO2\nA,\"1,5\"\n",
            as: format("{column: Name, field: product.name}\n{column: CO2, field: figures.fossil, unit: kgCO2e}"))
        let finding = try #require(file.findings.first)
        #expect(finding.code == "READ-002")
        #expect(finding.message.description.hasPrefix("CO2 is '1,5', expected a decimal number"))
        #expect(finding.location?.address == .cell("B2"))
        #expect(finding.path?.description == "figures.fossil")
        #expect(file.submission.footprints[0].figures.fossil == nil)
    }

    // MARK: Units

    @Test func shortTonsAreConvertedExactly() throws {
        let footprint = try footprint(
            "Amount\n2.5\n", "{column: Amount, field: declaredUnit.amount, unit: st}")
        #expect(footprint.declaredUnit.amount?.description == "2267.961850")
        #expect(footprint.declaredUnit.unit == .kilogram)
    }

    @Test func figuresForOnePoundAreFiguresForItsKilograms() throws {
        let footprint = try footprint(
            "Unit,CO2\nlb,1.9\n",
            "{column: Unit, field: declaredUnit.unit}\n{column: CO2, field: figures.fossil, unit: kgCO2e}",
            "constants: {declaredUnit.basis: one unit}")
        #expect(footprint.declaredUnit.amount?.description == "0.45359237")
        #expect(footprint.declaredUnit.basis == .declaredAmount)
        #expect(footprint.figures.fossil?.amount.description == "1.9")
    }

    @Test func figuresForOneOfSeveralPoundsKeepTheirUnit() throws {
        let file = try ReadFile(
            "Qty,CO2\n5,1.9\n",
            as: format(
                "{column: Qty, field: declaredUnit.amount, unit: lb}\n{column: CO2, field: figures.fossil, unit: kgCO2e}",
                "constants: {declaredUnit.basis: one unit}"))
        #expect(file.codes == ["MAP-111"])
        #expect(file.submission.footprints[0].declaredUnit.otherUnit == "lb")
        #expect(file.submission.footprints[0].declaredUnit.amount?.description == "5")
        #expect(file.submission.footprints[0].declaredUnit.unit == nil)
    }

    @Test func aTonInACellIsAsked() throws {
        let file = try ReadFile(
            "Qty,UOM\n5,ton\n", as: format("{column: Qty, field: declaredUnit.amount, unit-column: UOM}"))
        #expect(file.codes == ["MAP-105"])
        #expect(file.findings[0].message.description == "UOM is 'ton', which may be t, st or lt")
        #expect(file.submission.footprints == [ProductFootprint()])
    }

    @Test func aTonThatTheMappingTranslatesIsUnderstood() throws {
        let footprint = try footprint(
            "Qty,UOM\n5,ton\n",
            "{column: Qty, field: declaredUnit.amount, unit-column: UOM}\n{column: UOM, is: unit, codes: {ton: lt}}")
        #expect(footprint.declaredUnit.amount?.description == "5080.2345440")
    }

    @Test func poundsOfCO2AreConvertedExactly() throws {
        let footprint = try footprint("CO2\n100\n", "{column: CO2, field: figures.fossil, unit: lb CO2e}")
        #expect(footprint.figures.fossil.map { "\($0)" } == "45.35923700 kgCO2e")
    }

    // MARK: Totals

    @Test func aTotalIsDividedWhereTheQuotientHasAnEnd() throws {
        let footprint = try footprint(
            "t,Total\n8,18.5\n",
            """
            {column: t, field: declaredUnit.amount, unit: t}
            {column: Total, field: embeddedEmissions.direct.specific, unit: tCO2e, divided-by: t}
            """)
        #expect(footprint.embeddedEmissions.direct.specific?.description == "2.3125")
        #expect(footprint.embeddedEmissions.direct.unit == .tonnesCO2e)
    }

    @Test func aQuotientWithoutAnEndIsNotRounded() throws {
        let file = try ReadFile(
            "t,Total\n3,1\n",
            as: format(
                """
                {column: t, field: declaredUnit.amount, unit: t}
                {column: Total, field: embeddedEmissions.direct.specific, unit: tCO2e, divided-by: t}
                """))
        #expect(file.codes == ["MAP-107"])
        #expect(file.submission.footprints[0].embeddedEmissions.direct.specific == nil)
    }

    @Test func aTotalIsDividedByTonnesWhateverItsAmountIsIn() throws {
        let footprint = try footprint(
            "kg,Total\n8000,18.5\n",
            """
            {column: kg, field: declaredUnit.amount, unit: kg}
            {column: Total, field: embeddedEmissions.direct.specific, unit: tCO2e, divided-by: kg}
            """)
        #expect(footprint.embeddedEmissions.direct.specific?.description == "2.3125")
    }

    // MARK: Gases

    private static let gasColumns = """
        {column: id, field: product.name}
        {column: gas, is: gas}
        {column: kg, is: gas-amount, unit: kg}
        """
    private static let gasRows = "rows: {per: gas, key: id}\ngases: {sum: figures.fossil, gwp: AR5}"

    @Test func gasesAreAddedUpByTheirPotentials() throws {
        let footprint = try footprint("id,gas,kg\nA,CO2,10\nA,N2O,0.5\n", Self.gasColumns, Self.gasRows)
        #expect(footprint.figures.fossil.map { "\($0)" } == "142.5 kgCO2e")
        #expect(footprint.methodology.assessmentReports == [AssessmentReport(number: 5)])
    }

    @Test func withoutASetOfPotentialsThereIsNoSum() throws {
        let file = try ReadFile(
            "id,gas,kg\nA,CO2,10\nA,N2O,0.5\n",
            as: format(Self.gasColumns, "rows: {per: gas, key: id}\ngases: {sum: figures.fossil}"))
        #expect(file.codes == ["MAP-106"])
        #expect(file.submission.footprints[0].figures.fossil == nil)
    }

    @Test(arguments: [
        ("A,CO2,10\nA,Unobtainium,1", "MAP-108"), ("A,CO2,10\nA,N2O,x", "READ-002"), ("A,CO2,10\nA,,1", "MAP-108"),
    ])
    func aSumOfSomeGasesIsNone(rows: String, code: String) throws {
        let file = try ReadFile("id,gas,kg\n\(rows)\n", as: format(Self.gasColumns, Self.gasRows))
        #expect(file.codes == [code])
        #expect(file.submission.footprints[0].figures.isEmpty)
    }

    @Test func aDisputedPotentialIsSaid() throws {
        let file = try ReadFile("id,gas,kg\nA,CH4,2\n", as: format(Self.gasColumns, Self.gasRows))
        #expect(file.codes == ["MAP-109"])
        #expect(file.submission.footprints[0].figures.fossil.map { "\($0)" } == "56 kgCO2e")
    }

    @Test func theMappingMayStateAPotential() throws {
        let footprint = try footprint(
            "id,gas,kg\nA,SF6,0.1\n", Self.gasColumns,
            "rows: {per: gas, key: id}\ngases: {sum: figures.fossil, gwp: AR6, potentials: {SF6: 24300}}")
        #expect(footprint.figures.fossil.map { "\($0)" } == "2430.0 kgCO2e")
    }

    @Test func twoSetsInOneProductAreNoSum() throws {
        let file = try ReadFile(
            "id,gas,kg,set\nA,CO2,1,AR5\nA,N2O,1,AR6\n",
            as: format(
                Self.gasColumns + "\n{column: set, is: gwp}", "rows: {per: gas, key: id}\ngases: {sum: figures.fossil}")
        )
        #expect(file.codes == ["MAP-113"])
        #expect(file.submission.footprints[0].figures.isEmpty)
    }

    @Test func aKeyThatComesAgainIsReported() throws {
        let file = try ReadFile("id,gas,kg\nA,CO2,1\nB,CO2,1\nA,CO2,1\n", as: format(Self.gasColumns, Self.gasRows))
        #expect(file.codes == ["MAP-104"])
        #expect(file.findings[0].location?.address == .cell("A4"))
        #expect(file.submission.footprints.count == 3)
    }

    @Test func rowsOfOneProductMustAgree() throws {
        let file = try ReadFile(
            "id,gas,kg,site\nA,CO2,1,X\nA,CF4,1,Y\n",
            as: format(Self.gasColumns + "\n{column: site, field: production.installation.name}", Self.gasRows))
        #expect(file.codes == ["MAP-103"])
        #expect(file.findings[0].location?.address == .cell("D3"))
    }

    // MARK: Columns

    @Test func aMissingColumnIsReportedWithTheLikelyOne() throws {
        let file = try ReadFile("Naem\nA\n", as: format("{column: Name, field: product.name}"))
        #expect(Set(file.codes) == ["MAP-101", "MAP-102"])
        #expect(
            file.findings.first { $0.code == "MAP-101" }?.message.description
                == "the sheet has no column 'Name' (did you mean 'Naem'?)")
    }

    @Test func aSheetWithoutHeaderGoesByPositions() throws {
        let footprint = try footprint(
            "coil;12,5\nplate;3\n",
            "{position: A, field: product.name}\n{position: B, field: declaredUnit.amount, unit: t}",
            "sheet: {header: none, decimal: comma, separator: semicolon}")
        #expect(footprint.product.name == "coil")
        #expect(footprint.declaredUnit.amount?.description == "12.5")
    }

    @Test func headersMayBeBrokenIntoLines() throws {
        let footprint = try footprint("\"Product\nname\"\ncoil\n", "{column: Product name, field: product.name}")
        #expect(footprint.product.name == "coil")
    }

    @Test func constantsAreSuppliedAndNoValuesOfTheSource() throws {
        var reader = try format("{column: n, field: product.name}", "constants: {production.country: TR}")
            .reader(ByteSource(Array("n\ncoil\n".utf8)), Limits())
        var log = ReadLog(SourceTree())
        guard case .footprint(let footprint)? = try reader.next(&log) else {
            Issue.record("no footprint")
            return
        }
        #expect(footprint.production.country == "TR")
        #expect(log.supplied.map(\.description) == ["production.country"])
    }
}

/// What a mapping makes of the model.
@Suite struct SheetWritingTests {
    private func sheet(_ footprint: ProductFootprint, _ columns: String, _ rest: String = "") throws -> String {
        let text =
            "mapping: 1\nname: test\n\(rest)\ncolumns:\n"
            + columns.split(separator: "\n").map { "  - \($0)\n" }.joined()
        var submission = Submission()
        submission.footprints = [footprint]
        return written(submission, as: try SheetMapping(Array(text.utf8)).format)
    }

    private var coil: ProductFootprint {
        var footprint = ProductFootprint()
        footprint.product.name = "coil"
        (footprint.declaredUnit.amount, footprint.declaredUnit.unit) = (ExactDecimal("1500"), .kilogram)
        footprint.declaredUnit.basis = .declaredAmount
        footprint.figures.fossil = Emissions(3000, .kilogramsCO2e)
        return footprint
    }

    @Test func amountsAreCountedInTheUnitOfTheColumn() throws {
        #expect(
            try sheet(
                coil,
                "{column: t, field: declaredUnit.amount, unit: t}\n{column: CO2, field: figures.fossil, unit: tCO2e}")
                == "t,CO2\r\n1.5,3\r\n")
    }

    @Test func anAmountWithoutAnExactValueInTheUnitIsLeftOut() throws {
        #expect(
            try sheet(coil, "{column: n, field: product.name}\n{column: st, field: declaredUnit.amount, unit: st}")
                == "n,st\r\ncoil,\r\n")
    }

    @Test func aUnitIsSaidInTheColumnForIt() throws {
        #expect(
            try sheet(
                coil,
                "{column: Menge, field: declaredUnit.amount, unit-column: ME}\n{column: ME, is: unit, codes: {KG: kg}}")
                == "Menge,ME\r\n1500,KG\r\n")
    }

    @Test func figuresAreRestatedForWhatTheSheetStatesThemFor() throws {
        #expect(
            try sheet(
                coil, "{column: CO2, field: figures.fossil, unit: kgCO2e}", "constants: {declaredUnit.basis: one unit}")
                == "CO2\r\n2\r\n")
    }

    @Test func aTotalIsMultipliedBack() throws {
        var footprint = coil
        footprint.embeddedEmissions.direct.specific = ExactDecimal("1.85")
        footprint.embeddedEmissions.direct.unit = .tonnesCO2e
        #expect(
            try sheet(
                footprint,
                """
                {column: kg, field: declaredUnit.amount, unit: kg}
                {column: Total, field: embeddedEmissions.direct.specific, unit: tCO2e, divided-by: kg}
                """) == "kg,Total\r\n1500,2.775\r\n")
    }

    @Test func textsThatNeedAnotherEncodingAreReported() throws {
        var footprint = coil
        footprint.product.name = "Łódź"
        #expect(
            try sheet(footprint, "{column: n, field: product.name}", "sheet: {encoding: windows-1252}").hasPrefix(
                "n\r\n?"))
    }

    /// Rows that would add up to something else by the mapping's potentials are not written as if they did.
    @Test func gasesOfAnotherSetAreWrittenAsTheirSum() throws {
        let columns =
            "{column: id, field: product.name}\n{column: gas, is: gas}\n{column: kg, is: gas-amount, unit: kg}"
        let rest = "rows: {per: gas, key: id}\ngases: {sum: figures.fossil, gwp: AR5}"
        let text =
            "mapping: 1\nname: test\n\(rest)\ncolumns:\n"
            + columns.split(separator: "\n").map { "  - \($0)\n" }.joined()
        let file = try ReadFile("id,gas,kg\nA,N2O,2\n", as: SheetMapping(Array(text.utf8)).format)
        let footprint = file.submission.footprints[0]
        #expect(try sheet(footprint, columns, rest) == "id,gas,kg\r\nA,N2O,2\r\n")
        #expect(
            try sheet(footprint, columns, "rows: {per: gas, key: id}\ngases: {sum: figures.fossil, gwp: AR6}")
                == "id,gas,kg\r\nA,CO2e,530\r\n")
    }
}
