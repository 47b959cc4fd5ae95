import EmissionsSyntax

/// Reads a file and sums up what is in it. Pure: the same bytes give the same summary.
public struct Inspector: Sendable {
    public var options: ReadingOptions
    /// How many footprints are listed one by one; all are counted.
    public var maxEntries = 20

    public init(_ options: ReadingOptions) { self.options = options }

    public func inspect(_ file: SourceFile) -> (report: FileReport, summary: Summary) {
        var reading = PartReading(file, options)
        var summary = Summary(capacity: maxEntries)
        var log = ReadLog(SourceTree())
        while let part = reading.nextPart(&log) { summary.add(part) }
        return (reading.report, summary)
    }
}
