public import EmissionsDiagnostics
public import EmissionsExchange

/// What is new in a file since an earlier report.
public struct FileChanges: Hashable, Sendable {
    /// For each listed finding whether the earlier report did not have it.
    public var isNew: [Bool]
    /// How many findings are new, of those that were compared.
    public var newCount: Int

    public init(isNew: [Bool], newCount: Int? = nil) {
        self.isNew = isNew
        self.newCount = newCount ?? isNew.count { $0 }
    }
}

/// How all files compare with an earlier report.
public struct ChangeSummary: Hashable, Sendable {
    public var baseline: String
    public var new = 0
    public var unchanged = 0
    /// What the earlier report had and the files have no more.
    public var fixed: [Baseline.Entry] = []
    /// Whether one of the reports lists less than was found, so that the numbers are about what is listed.
    public var isPartial = false
}

/// Compares files with an earlier report, one after another.
///
/// Findings are matched by fingerprint whatever file they are in, since a resubmission may be called anything. Of equal
/// fingerprints as many are unchanged as there were before.
public struct Comparison: Sendable {
    private let baseline: Baseline
    private var left: [String: Int] = [:]
    private var summary: ChangeSummary

    public init(with baseline: Baseline) {
        self.baseline = baseline
        summary = ChangeSummary(baseline: baseline.name, isPartial: baseline.isPartial)
        for entry in baseline.entries { left[entry.fingerprint, default: 0] += 1 }
    }

    /// Adds all that was listed of a file.
    public mutating func add(_ report: FileReport) -> FileChanges {
        let changes = FileChanges(isNew: report.findings.map { add($0) })
        end(report, hadAll: false)
        return changes
    }

    /// Adds one finding.
    ///
    /// - Returns: Whether it is new.
    public mutating func add(_ finding: Diagnostic) -> Bool {
        let fingerprint = finding.fingerprint
        let count = left[fingerprint] ?? 0
        if count > 0 { left[fingerprint] = count - 1 }
        if count > 0 { summary.unchanged += 1 } else { summary.new += 1 }
        return count == 0
    }

    /// Says that a file has no more findings, and whether all of them were added or only those that are listed.
    public mutating func end(_ report: FileReport, hadAll: Bool) {
        if report.isTruncated && !hadAll || !report.verdict.isKnown { summary.isPartial = true }
    }

    /// The comparison once all files were added.
    public func end() -> ChangeSummary {
        var left = left, result = summary
        for entry in baseline.entries.reversed() {
            guard let count = left[entry.fingerprint], count > 0 else { continue }
            left[entry.fingerprint] = count - 1
            result.fixed.append(entry)
        }
        result.fixed.reverse()
        return result
    }
}

extension ChangeSummary {
    /// `3 new, 2 fixed, 40 unchanged since 'report.json'`.
    var words: String {
        let counts = "\(new.grouped) new, \(fixed.count.grouped) fixed, \(unchanged.grouped) unchanged"
        return "\(counts) since '\(PlainText.line(baseline))'"
    }

    /// What has to be said when the comparison is not of everything.
    var caution: String? {
        guard isPartial else { return nil }
        return """
            one of the reports does not list all findings, or a file was not read to its end: these numbers are about \
            what is listed
            """
    }
}
