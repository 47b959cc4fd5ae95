public import EmissionsDiagnostics
public import EmissionsExchange

/// What was found in some files, one JSON value a line, all of it: `{"kind": "finding", …}` for each finding, with the
/// members that it has in the JSON report, `{"kind": "record", …}` for each footprint whose usability was judged, and
/// `{"kind": "file", …}` behind what is said of each file.
public struct NDJSONReport: FileByFileReport {
    public init() {}

    public func opening() -> [UInt8] { [] }

    public var hasAllFindings: Bool { true }

    public func finding(_ finding: Diagnostic, in path: String, isNew: Bool?) -> [UInt8] {
        let members: [JSONValue.Member] = [.init("kind", "finding"), .init("file", .text(path))]
        return JSONValue.object(members + finding.members(isNew: isNew)).line
    }

    public func record(_ record: RecordUsability, in path: String) -> [UInt8] { record.json(in: path).line }

    public func file(_ report: FileReport, _ changes: FileChanges?) -> [UInt8] {
        var summary: [JSONValue.Member] = [.init("kind", "file")] + report.members(isTruncated: false)
        if let changes { summary.append(.init("new", .number(changes.newCount))) }
        summary += [
            .init("tool", .text(Tool.name)), .init("toolVersion", .text(Tool.version)),
            .init("rules", .text(RuleDigest.current)),
        ]
        return JSONValue.object(summary).line
    }

    public func closing(_ changes: ChangeSummary?) -> [UInt8] {
        changes.map { JSONValue.object([.init("kind", "baseline")] + $0.members).line } ?? []
    }
}
