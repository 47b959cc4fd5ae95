public import EmissionsFormats
public import EmissionsModel
public import EmissionsSyntax

/// How files are read and checked.
public struct ReadingOptions: Sendable {
    /// The format to read as; `nil` to tell by the content.
    public var format: Format?
    /// The names of rule profiles; `nil` for those of the format.
    public var profiles: [String]?
    /// How many findings are listed per file; all are counted.
    public var maxFindings = 10_000
    public var limits = Limits()
    /// The day on which validity is judged.
    public var today: CalendarDay
    public init(today: CalendarDay) { self.today = today }
}
