public import EmissionsDiagnostics

/// A cell of a sheet that has something in it.
public struct WorkbookCell: Hashable, Sendable {
    public enum Kind: String, Sendable {
        case number, text, bool
        /// What a formula gave instead of a value, such as `#DIV/0!`.
        case error
        /// A formula whose value was never stored.
        case uncalculated
    }

    public var address: CellAddress
    /// The sheet that it is in.
    public var sheet: String
    public var kind: Kind
    /// What is stored: the digits of a number, whatever is shown of them; `true` or `false`; the text; the error.
    public var text: String
    /// What the number means where its format shows it as a day, a time or both, as in ISO 8601; `nil` for mere numbers.
    public var date: String?
    /// Whether the number is shown as so many percent: `0.05` stored is `5 %` shown.
    public var isPercent = false
    /// Whether it is the result of a formula, as the program that saved the file had it.
    public var isFormula = false

    /// Where it stands: the sheet as the part of the file, the row as the line.
    public var location: SourceLocation { CellPlace(sheet: sheet, address: address).location(of: text) }
}

/// Which cell of a sheet: `B7` is column 2 of row 7.
public struct CellAddress: Hashable, Sendable, CustomStringConvertible {
    /// Counted from 1, as are rows.
    public var column: Int
    public var row: Int

    public static let mostColumns = 16_384, mostRows = 1_048_576

    public init(column: Int, row: Int) { (self.column, self.row) = (column, row) }

    /// Reads `B7` or `$B$7`; `nil` for anything else, and for what no sheet has.
    public init?(_ text: some StringProtocol) {
        var column = 0, row = 0
        for byte in text.utf8 where byte != UInt8(ascii: "$") {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0: column = column * 26 + Int(byte - 0x40)
            case UInt8(ascii: "a")...UInt8(ascii: "z") where row == 0: column = column * 26 + Int(byte - 0x60)
            case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0: row = row * 10 + Int(byte - 0x30)
            default: return nil
            }
            guard column <= Self.mostColumns, row <= Self.mostRows else { return nil }
        }
        guard column > 0, row > 0 else { return nil }
        self.init(column: column, row: row)
    }

    public var description: String { "\(SourceTree.columnLetters(column - 1))\(row)" }
}

/// A cell of a sheet as a place in a file.
public struct CellPlace: Hashable, Sendable {
    public var sheet: String
    public var address: CellAddress

    public init(sheet: String, address: CellAddress) { (self.sheet, self.address) = (sheet, address) }

    /// With the row as the line, and the column as the column: what a sheet is stored as means nothing to a person.
    public func location(of text: String) -> SourceLocation {
        SourceLocation(
            part: sheet, line: address.row, column: address.column, length: text.utf8.count, byteOffset: 0,
            address: .cell("\(address)"))
    }
}
