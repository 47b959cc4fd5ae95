import EmissionsDiagnostics
import EmissionsSchemas
import EmissionsSyntax

/// The findings for a value that is one JSON object, or none of the others.
func findings(_ schema: String, _ value: String, options: JSONSchema.Options = .init()) throws -> [Diagnostic] {
    let schema = try JSONSchema(SchemaDocument(Array(schema.utf8)), options: options)
    // A list at the top would be read item by item.
    var reader = JSONReader(ByteSource(Array(#"{"value": \#(value)}"#.utf8))), tree = SourceTree()
    _ = try reader.next(into: &tree)
    guard let node = tree.firstChild(of: SourceTree.root) else { return [] }
    return schema.findings(in: &tree, at: node)
}

func messages(_ schema: String, _ value: String, options: JSONSchema.Options = .init()) throws -> [String] {
    try findings(schema, value, options: options).map { "\($0.code) \($0.message)" }
}

func problems(_ schema: String, sources: SchemaSources = SchemaSources()) throws -> [Diagnostic] {
    let document = try SchemaDocument(Array(schema.utf8))
    do throws(SchemaError) {
        _ = try JSONSchema(document, sources: sources)
        return []
    } catch { return error.diagnostics }
}
