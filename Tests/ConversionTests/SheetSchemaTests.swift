import EmissionsDiagnostics
import EmissionsFormats
import EmissionsSchemas
import EmissionsSyntax
import TestSupport
import Testing

/// The schema of mappings, which editors use, says what the reader says.
@Suite struct SheetSchemaTests {
    private func schema() throws -> JSONSchema {
        let own = try #require(OwnSchema.of("emx-map", "1.0"))
        let schema: JSONSchema? = if case .json(let schema) = own.compiled { schema } else { nil }
        return try #require(schema)
    }

    @Test(arguments: SheetSample.all) func everySampleFollowsTheSchema(_ sample: SheetSample) throws {
        var tree = try YAMLDocument(read("\(sample.folder)/mapping.yaml")).tree
        #expect(try schema().findings(in: &tree).map(\.message.description) == [])
    }

    @Test func theSchemaListsTheFieldsThatThereAre() throws {
        let text = String(decoding: try #require(OwnSchema.of("emx-map", "1.0")).bytes, as: UTF8.self)
        for field in SheetMapping.fields { #expect(text.contains("\"\(field.name)\""), "\(field.name)") }
    }

    @Test(arguments: [
        "mapping: 2\nname: a\ncolumns: []", "mapping: 1\nname: A B\ncolumns: []", "mapping: 1\nname: a",
        "mapping: 1\nname: a\ncolumns: [{column: x, field: product.nam}]",
        "mapping: 1\nname: a\ncolumns: [{column: x}]",
        "mapping: 1\nname: a\ncolumns: [{field: product.name}]", "mapping: 1\nname: a\ncolumns: []\nrows: {per: row}",
    ])
    func whatTheReaderRefusesTheSchemaRefuses(text: String) throws {
        var tree = try YAMLDocument(Array(text.utf8)).tree
        #expect(try !schema().findings(in: &tree).isEmpty)
        #expect(throws: SheetMappingError.self) { try SheetMapping(Array(text.utf8)) }
    }
}
