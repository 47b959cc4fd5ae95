/// A schema, ready to check files against.
public enum CompiledSchema: Sendable {
    /// For each record of a JSON file by itself.
    case json(JSONSchema)
    /// For the whole of an XML file.
    case xsd(XSDSchema)
}
