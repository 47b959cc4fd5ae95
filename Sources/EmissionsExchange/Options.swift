public import EmissionsFormats
public import EmissionsModel
public import EmissionsSchemas
public import EmissionsSyntax

/// How files are read and checked.
public struct ReadingOptions: Sendable {
    /// The format to read as; `nil` to tell by the content.
    public var format: Format?
    /// The names of rule profiles; `nil` for those of the format.
    public var profiles: [String]?
    /// A schema that is checked besides.
    public var schema: BroughtSchema?
    /// How many findings are listed per file; all are counted.
    public var maxFindings = 10_000
    public var limits = Limits()
    /// The day on which validity is judged.
    public var today: CalendarDay
    public init(today: CalendarDay) { self.today = today }
}

/// A schema that a user brings.
public enum BroughtSchema: Sendable {
    /// For each record of a JSON file by itself.
    case json(JSONSchema)
    /// For the whole of an XML file.
    case xsd(XSDSchema)
}
