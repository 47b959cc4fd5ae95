public import EmissionsDiagnostics
import EmissionsFormats
public import EmissionsSyntax

/// Rewrites files with what is only spelled wrongly spelled right, and everything else byte for byte as it is.
public struct Fixer: Sendable {
    public var options: ReadingOptions
    /// Whether fixes are made that assume something.
    public var makesUnsafe: Bool

    public init(_ options: ReadingOptions, makesUnsafe: Bool) {
        (self.options, self.makesUnsafe) = (options, makesUnsafe)
    }

    /// Copies a file with its fixes. Where it can't be read to its end, the copy is not whole.
    ///
    /// The file is opened from its start several times: the columns of a table show what a comma means.
    public func fix(
        path: String, opening open: () throws(SyntaxError) -> ByteSource,
        into write: @escaping (CopiedPiece) throws -> Void
    ) throws -> FixReport {
        do {
            return try fix(try reading(path, open), EditedCopy(write), open)
        } catch let error as SyntaxError {
            return FixReport(source: .failed(path: path, error))
        }
    }

    private func fix(
        _ first: SourceFile, _ copy: EditedCopy, _ open: () throws(SyntaxError) -> ByteSource
    ) throws -> FixReport {
        var log = ReadLog(SourceTree())
        if first.start.isTable { log.corrections.decimals = survey(first) }
        log.corrections.areGathered = true
        log.corrections.made = makesUnsafe ? .unsafe : .safe

        let file = try SourceFile(path: first.path, copy.following(open()))
        var reading = PartReading(file, options)
        reading.gathersFixes = true
        var report = FixReport(source: reading.report)
        var settled = 0, previous = 0
        while reading.nextPart(&log) != nil {
            take(reading.fixable, &report, copy)
            // A table's first row is two parts, so that the one before may be changed again.
            (settled, previous) = (min(previous, log.tree.window.anchor.byteOffset), log.tree.window.anchor.byteOffset)
            try copy.settle(upTo: settled)
        }
        take(reading.fixable, &report, copy)
        report.source = reading.report
        if report.source.verdict.isKnown { try copy.finish() }
        return report
    }

    private func take(_ findings: [Diagnostic], _ report: inout FixReport, _ copy: EditedCopy) {
        let made = findings.filter { finding in finding.fix.map { $0.safety == .safe || makesUnsafe } ?? false }
        report.unsafeCount += findings.reduce(0) { $0 + ($1.fix?.count ?? 0) }
        let values = made.flatMap { $0.fix?.isTrimming == false ? $0.fix?.edits ?? [] : [] }.sorted()
        for finding in made.sorted(by: { $0.offset < $1.offset }) {
            guard var fix = finding.fix else { continue }
            report.unsafeCount -= fix.count
            if fix.isTrimming { fix.leaveOut(values) }
            if fix.edits.isEmpty { continue }
            copy.add(fix.edits)
            report.count += fix.count
            guard report.made.count < options.maxFindings else { continue }
            var finding = finding
            finding.fix = fix
            report.made.append(finding)
        }
    }

    private func reading(
        _ path: String, _ open: () throws(SyntaxError) -> ByteSource
    ) throws(SyntaxError) -> SourceFile {
        try SourceFile(path: path, open())
    }

    /// What the columns of a table show of their decimals.
    private func survey(_ file: SourceFile) -> DecimalColumns {
        var log = ReadLog(SourceTree())
        log.corrections.decimals.isLooking = true
        var reading = PartReading(file, options)
        while reading.nextPart(&log) != nil {}
        var columns = log.corrections.decimals
        columns.isLooking = false
        return columns
    }
}

/// What was fixed in a file.
public struct FixReport: Sendable {
    /// What was found in the file as it is.
    public var source: FileReport
    /// The findings whose fixes were made, in the order of the file; at most as many as were asked for.
    public var made: [Diagnostic] = []
    /// How many values were written differently, exactly.
    public var count = 0
    /// How many more could be, if assuming something was allowed.
    public var unsafeCount = 0

    public var isTruncated: Bool { made.reduce(0) { $0 + ($1.fix?.count ?? 0) } < count }
}

extension Diagnostic {
    fileprivate var offset: Int { location?.byteOffset ?? 0 }
}

extension Fix {
    fileprivate var isTrimming: Bool { replacement == .trimmed }

    /// Leaves out the white space around values that are written anew as a whole.
    fileprivate mutating func leaveOut(_ values: [SourceEdit]) {
        guard !values.isEmpty else { return }
        var covered: Set<Int> = []
        edits.removeAll { edit in
            var low = 0, high = values.count
            while low < high {
                let middle = (low + high) / 2
                if values[middle].location.byteOffset <= edit.location.byteOffset {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            guard low > 0, values[low - 1].end >= edit.end else { return false }
            covered.insert(values[low - 1].location.byteOffset)
            return true
        }
        count -= covered.count
    }
}
