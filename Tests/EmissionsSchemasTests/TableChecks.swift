import EmissionsDiagnostics
import EmissionsSchemas
import EmissionsSyntax

func tableSchema(_ text: String) throws -> TableSchema { try TableSchema(SchemaDocument(Array(text.utf8))) }

/// What a table schema finds in a table, without what the reader says by itself.
func tableFindings(
    _ schema: String, _ table: String, mostFindings: Int = 1000, mostValues: Int = 1000, groupedBy: String? = nil
) throws -> [Diagnostic] {
    let validator = TableValidator(try tableSchema(schema), mostFindings: mostFindings, mostValues: mostValues)
    return try tableFindings(validator, table, groupedBy: groupedBy)
}

func tableFindings(
    _ validator: TableValidator, _ table: String, separator: Character = ",", groupedBy: String? = nil
) throws -> [Diagnostic] {
    var reader = CSVReader(
        ByteSource(Array(table.utf8)), limits: Limits(), separator: separator.asciiValue, groupedBy: groupedBy,
        observer: validator.observer)
    var tree = SourceTree(), findings: [Diagnostic] = []
    while try reader.next(into: &tree) != nil { findings += reader.takeFindings() }
    return (findings + reader.takeFindings()).filter { $0.code.description.hasPrefix("TAB") }
}

/// What is found where a table has one column `x` with one field.
func cellFindings(_ field: String, _ cells: String...) throws -> [String] {
    let table = "y,x\n" + cells.map { "-,\"\($0)\"\n" }.joined()
    return try tableFindings(#"{"fields": [{"name": "y"}, {"name": "x", \#(field)}]}"#, table)
        .map { "\($0.code) \($0.message)" }
}

func tableProblems(_ schema: String) throws -> [String] {
    let document = try SchemaDocument(Array(schema.utf8))
    do throws(SchemaError) {
        _ = try TableSchema(document)
        return []
    } catch {
        return error.diagnostics.map { "\($0.code) \($0.message) \($0.pointer ?? "")" }
    }
}

extension Diagnostic {
    var pointer: String? { if case .pointer(let text) = location?.address { text } else { nil } }
    var cell: String { if case .cell(let name) = location?.address { name } else { "" } }
}
