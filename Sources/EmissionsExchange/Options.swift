public import EmissionsFormats
public import EmissionsModel
public import EmissionsSchemas
public import EmissionsSyntax

/// How files are read and checked.
public struct ReadingOptions: Sendable {
    /// The format to read as; `nil` to tell by the content.
    public var format: Format?
    /// The names of rule profiles; `nil` for those of the policy, or of the format.
    public var profiles: [String]?
    /// What is asked for in place of what the profiles say.
    public var policy: BroughtPolicy?
    /// A schema to check against, instead of ours of the format.
    public var schema: BroughtSchema?
    /// Whether files are checked against our schemas where none is brought.
    public var usesOwnSchemas = true
    /// How many findings are listed per file; all are counted.
    public var maxFindings = 10_000
    public var limits = Limits()
    /// The day on which validity is judged.
    public var today: CalendarDay
    public init(today: CalendarDay) { self.today = today }
}

/// A schema that a user brings, and what reports call it.
public struct BroughtSchema: Sendable {
    public var name: String
    /// A SHA-256 of its bytes, in hexadecimal digits.
    public var digest: String
    public var schema: CompiledSchema

    public init(name: String, digest: String, _ schema: CompiledSchema) {
        (self.name, self.digest, self.schema) = (name, digest, schema)
    }
}
