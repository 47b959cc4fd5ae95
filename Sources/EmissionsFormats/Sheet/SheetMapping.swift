import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// How a partner's spreadsheet lines up with the model, as a user wrote it down.
public struct SheetMapping: Sendable {
    /// What it is called in reports, such as `mill`.
    public internal(set) var name = ""
    var title: String?
    var shape = SheetShape()
    var rows = SheetRows()
    var columns: [SheetColumn] = []
    var constants: [SheetConstant] = []
    /// Columns that mean nothing to us, as they are called.
    var ignored: [String] = []
    var gases: GasSum?

    /// What the format that it makes is called in reports and in what is carried.
    var formatName: String { "map:\(name)" }
}

/// How the sheet is written, whatever is in it.
struct SheetShape: Sendable {
    var heading = CSVHeading.row(1)
    /// `nil` where it is found in the file; what is written has a semicolon where decimals have commas.
    var separator: UInt8?
    var encoding = TextEncoding.utf8
    var numbers = SheetNumbers()
    var dates: [SheetDate] = []
    /// Texts that stand for no value.
    var missing: Set<String> = []

    var writtenSeparator: UInt8 {
        separator ?? (numbers.decimalMark == "," ? UInt8(ascii: ";") : UInt8(ascii: ","))
    }
}

/// What a row is about, and which rows belong together.
struct SheetRows: Sendable {
    enum Meaning: String, CaseIterable { case product, gas, module }

    var meaning = Meaning.product
    /// The name of the column whose equal cells hold rows together.
    var key: String?
}

/// A column that the mapping knows.
struct SheetColumn: Sendable {
    enum Place: Hashable {
        case name(String)
        /// Counted from 0.
        case position(Int)
    }

    enum Meaning {
        case header(SheetField<SubmissionHeader>)
        case good(SheetField<ImportedGood>)
        case footprint(SheetField<ProductFootprint>)
        case result(SheetResult)
        case gas, gasAmount, potentials
        case module, scenario
        /// The unit of another column's amounts.
        case unit
    }

    var place: Place
    var meaning: Meaning
    var form: CellForm
    var isOptional = false
    /// What it is called where it is found by its position.
    var heading: String?

    /// What messages call it.
    var name: String {
        switch place {
        case .name(let name): name
        case .position(let position): heading ?? SourceTree.columnLetters(position)
        }
    }
}

/// A value that holds for every row and stands in no cell.
struct SheetConstant: Sendable {
    enum Target {
        case header(SheetField<SubmissionHeader>)
        case good(SheetField<ImportedGood>)
        case footprint(SheetField<ProductFootprint>)
    }

    var target: Target
    var value: SheetValue
}

/// An indicator of a declaration in a column.
struct SheetResult: Hashable, Sendable {
    var indicator: Indicator
    var method: CharacterizationMethod?
    var unit: IndicatorUnit?
    /// `nil` where the row says it.
    var modules: ModuleRange?
    var scenario: String?
}

/// What the gases of a product's rows are added up to.
struct GasSum: Sendable {
    var field: SheetField<ProductFootprint>
    /// `nil` where a column says it.
    var set: WarmingPotentialSet?
    /// Potentials that the mapping states itself, by the names of gases.
    var potentials: [String: ExactDecimal] = [:]
}
