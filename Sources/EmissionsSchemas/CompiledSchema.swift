/// A schema, ready to check files against.
public enum CompiledSchema: Sendable {
    /// For each record of a JSON file by itself.
    case json(JSONSchema)
    /// For the whole of an XML file.
    case xsd(XSDSchema)
    /// For the whole of a table.
    case table(TableSchema)

    /// A table schema where the document lists fields, else a JSON Schema.
    ///
    /// - Throws: ``SchemaError`` with all that is wrong with the schema, each at its place.
    public init(
        _ document: SchemaDocument, sources: SchemaSources = SchemaSources(),
        options: JSONSchema.Options = JSONSchema.Options()
    ) throws(SchemaError) {
        self =
            TableSchema.describes(document)
            ? .table(try TableSchema(document)) : .json(try JSONSchema(document, sources: sources, options: options))
    }
}
