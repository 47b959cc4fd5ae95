import EmissionsDiagnostics
public import EmissionsExchange
import EmissionsRules

/// What was found in some files, as JSON (`schemas/emx-report/1.0`), printed file by file so that a report on many
/// files is never in memory at once.
public struct JSONReport: Sendable {
    private var verdict = FileReport.Verdict.valid
    private var count = 0

    public init() {}

    public func begin() -> [UInt8] {
        let tool = JSONValue.text(Tool.name).printed(), version = JSONValue.text(Tool.version).printed()
        return Array("{\n  \"tool\": ".utf8) + tool + Array(",\n  \"version\": ".utf8) + version
            + Array(",\n  \"rules\": ".utf8) + JSONValue.text(RuleDigest.current).printed()
            + Array(",\n  \"files\": [".utf8)
    }

    public mutating func add(_ report: FileReport, _ changes: FileChanges? = nil) -> [UInt8] {
        add(report, changes, [])
    }

    /// One of several files that are converted, with what became of its values, and the outputs that were published.
    public mutating func add(_ report: FileReport, conversion: ConversionReport?, outputs: [String]) -> [UInt8] {
        let outputs = JSONValue.list(outputs.map { .text($0) })
        return add(report, nil, [.init("outputs", outputs), .init("conversion", conversion?.json ?? .null)])
    }

    private mutating func add(_ report: FileReport, _ changes: FileChanges?, _ more: [JSONValue.Member]) -> [UInt8] {
        verdict = .worst(verdict, report.verdict)
        count += 1
        return Array((count > 1 ? ",\n    " : "\n    ").utf8) + report.json(changes, more, startingIndent: 4)
    }

    /// The end of the report; in one about a conversion also what became of the values, in one with a baseline also how
    /// it compares.
    public func end(conversion: ConversionReport? = nil, changes: ChangeSummary? = nil) -> [UInt8] {
        var bytes = Array("\(count > 0 ? "\n  " : "")],\n  \"verdict\": ".utf8)
        bytes += JSONValue.text(verdict.rawValue).printed()
        if let conversion {
            bytes += Array(",\n  \"conversion\": ".utf8) + conversion.json.printed(startingIndent: 2)
        }
        if let changes {
            bytes += Array(",\n  \"baseline\": ".utf8) + JSONValue.object(changes.members).printed(startingIndent: 2)
        }
        return bytes + Array("\n}\n".utf8)
    }
}

extension JSONReport: FileByFileReport {
    public func opening() -> [UInt8] { begin() }
    public mutating func file(_ report: FileReport, _ changes: FileChanges?) -> [UInt8] { add(report, changes) }
    public func closing(_ changes: ChangeSummary?) -> [UInt8] { end(changes: changes) }
}

extension FileReport {
    /// All of it; of the rules, which are many, one a line.
    func json(_ changes: FileChanges?, _ more: [JSONValue.Member] = [], startingIndent indent: Int) -> [UInt8] {
        let listed = findings.enumerated().map { index, finding in
            JSONValue.object(finding.members(isNew: changes?.isNew[index]))
        }
        let margin = String(repeating: " ", count: indent)
        var bytes = JSONValue.object(members(isTruncated: isTruncated) + more + [.init("findings", .list(listed))])
            .printed(startingIndent: indent)
        bytes.removeLast("\n\(margin)}".utf8.count)
        bytes += ",\n\(margin)  \"rules\": [".utf8
        for (position, outcome) in ruleOutcomes.enumerated() {
            bytes += "\(position > 0 ? "," : "")\n\(margin)    ".utf8
            bytes += outcome.json.line.dropLast()
        }
        return bytes + "\(ruleOutcomes.isEmpty ? "" : "\n\(margin)  ")]\n\(margin)}".utf8
    }

    /// All but what is listed one by one.
    func members(isTruncated: Bool) -> [JSONValue.Member] {
        [
            .init("path", .text(path)),
            .init("format", JSONValue(format)),
            .init("version", JSONValue(version)),
            .init("profiles", .list(profiles.map { .text($0) })),
            .init("schemas", .list(schemas.map(\.json))),
            .init("policy", policy?.json(offCounts) ?? .null),
            .init("records", .number(records)),
            .init("verdict", .text(verdict.rawValue)),
            .init("counts", counts.json),
            .init(
                "countsByCode",
                .object(countsByCode.sorted { $0.key < $1.key }.map { .init($0.key.description, .number($0.value)) })),
            .init("truncated", .bool(isTruncated)),
            .init("ruleCounts", RuleCounts(ruleOutcomes).json),
            .init("usability", usability?.json ?? .null),
        ]
    }
}

extension UsedSchema {
    var json: JSONValue { ["name": .text(name), "digest": .text("sha256:" + digest)] }
}

extension FileReport.Counts {
    var json: JSONValue { ["error": .number(error), "warning": .number(warning), "note": .number(note)] }
}

extension ChangeSummary {
    var members: [JSONValue.Member] {
        let fixed = fixed.map { entry -> JSONValue in
            [
                "file": .text(entry.file), "code": .text(entry.code), "message": .text(entry.message),
                "fingerprint": .text(entry.fingerprint),
            ]
        }
        return [
            .init("path", .text(baseline)), .init("new", .number(new)), .init("fixed", .number(fixed.count)),
            .init("unchanged", .number(unchanged)), .init("partial", .bool(isPartial)),
            .init("fixedFindings", .list(fixed)),
        ]
    }
}

extension Diagnostic {
    /// With whether it is new since an earlier report, where there is one.
    func members(isNew: Bool?) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = [
            .init("code", .text(code.description)),
            .init("severity", .text(severity.rawValue)),
            .init("message", .text(message.description)),
            .init("help", JSONValue(help)),
            .init("path", JSONValue(fieldText)),
            .init("fingerprint", .text(fingerprint)),
            .init("location", location?.json ?? .null),
            .init("excerpt", location == nil ? .null : excerpt?.json ?? .null),
            .init("record", JSONValue(subject)),
            .init("value", JSONValue(value)),
            .init("missing", JSONValue(missing)),
        ]
        if let fix { members.append(.init("fix", fix.json)) }
        if let isNew { members.append(.init("status", isNew ? "new" : "unchanged")) }
        return members
    }
}

extension Excerpt {
    /// In three pieces, so that no reader has to count characters to mark the stretch.
    var json: JSONValue {
        let text = ExcerptText(self)
        return ["before": .text(text.before), "marked": .text(text.marked), "after": .text(text.after)]
    }
}

extension Fix {
    var json: JSONValue {
        let edits = edits.map { edit -> JSONValue in
            [
                "location": edit.location.json, "before": .text(edit.before), "after": .text(edit.after),
            ]
        }
        return [
            "safety": .text(safety.rawValue), "action": .text(action), "count": .number(count), "edits": .list(edits),
        ]
    }
}

extension SourceLocation {
    var json: JSONValue {
        var json: JSONValue = [
            "part": JSONValue(part),
            "line": .number(line),
            "column": .number(column),
            "length": .number(length),
            "byteOffset": .number(byteOffset),
        ]
        switch address {
        case .pointer(let pointer): json.append("pointer", .text(pointer))
        case .xpath(let path): json.append("xpath", .text(path))
        case .cell(let cell): json.append("cell", .text(cell))
        case nil: break
        }
        return json
    }
}
