import EmissionsDiagnostics
public import EmissionsExchange

/// What was found in some files, one JSON value a line: `{"kind": "finding", …}` for each finding, with the members that it
/// has in the JSON report, `{"kind": "record", …}` for each footprint whose usability was judged, and
/// `{"kind": "file", …}` behind what is said of each file.
public struct NDJSONReport: FileByFileReport {
    public init() {}

    public func opening() -> [UInt8] { [] }

    public func file(_ report: FileReport, _ changes: FileChanges?) -> [UInt8] {
        var bytes: [UInt8] = []
        for (index, finding) in report.findings.enumerated() {
            let members: [JSONValue.Member] = [.init("kind", "finding"), .init("file", .text(report.path))]
            bytes += JSONValue.object(members + finding.members(isNew: changes?.isNew[index])).line
        }
        for record in report.usabilityByRecord { bytes += record.json(in: report.path).line }
        var summary: [JSONValue.Member] = [.init("kind", "file")] + report.members
        if let changes { summary.append(.init("new", .number(changes.newCount))) }
        summary += [
            .init("tool", .text(Tool.name)), .init("toolVersion", .text(Tool.version)),
            .init("rules", .text(RuleDigest.current)),
        ]
        return bytes + JSONValue.object(summary).line
    }

    public func closing(_ changes: ChangeSummary?) -> [UInt8] {
        changes.map { JSONValue.object([.init("kind", "baseline")] + $0.members).line } ?? []
    }
}
