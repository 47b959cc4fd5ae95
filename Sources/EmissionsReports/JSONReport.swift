import EmissionsDiagnostics
public import EmissionsExchange

/// What was found in some files, as JSON (`schemas/emx-report/1.0`), printed file by file so that a report on many
/// files is never in memory at once.
public struct JSONReport: Sendable {
    private var verdict = FileReport.Verdict.valid
    private var count = 0

    public init() {}

    public func begin() -> [UInt8] {
        let tool = JSONValue.text(Tool.name).printed(), version = JSONValue.text(Tool.version).printed()
        return Array("{\n  \"tool\": ".utf8) + tool + Array(",\n  \"version\": ".utf8) + version
            + Array(",\n  \"files\": [".utf8)
    }

    public mutating func add(_ report: FileReport) -> [UInt8] {
        verdict = .worst(verdict, report.verdict)
        count += 1
        return Array((count > 1 ? ",\n    " : "\n    ").utf8) + report.json.printed(startingIndent: 4)
    }

    /// The end of the report; in one about a conversion also what became of the values.
    public func end(conversion: ConversionReport? = nil) -> [UInt8] {
        var bytes = Array("\(count > 0 ? "\n  " : "")],\n  \"verdict\": ".utf8)
        bytes += JSONValue.text(verdict.rawValue).printed()
        if let conversion {
            bytes += Array(",\n  \"conversion\": ".utf8) + conversion.json.printed(startingIndent: 2)
        }
        return bytes + Array("\n}\n".utf8)
    }
}

extension FileReport {
    var json: JSONValue {
        [
            "path": .text(path),
            "format": JSONValue(format),
            "version": JSONValue(version),
            "profiles": .list(profiles.map { .text($0) }),
            "records": .number(records),
            "verdict": .text(verdict.rawValue),
            "counts": [
                "error": .number(counts.error), "warning": .number(counts.warning), "note": .number(counts.note),
            ],
            "countsByCode": .object(
                countsByCode.sorted { $0.key < $1.key }.map { .init($0.key.description, .number($0.value)) }),
            "truncated": .bool(isTruncated),
            "findings": .list(findings.map(\.json)),
        ]
    }
}

extension Diagnostic {
    var json: JSONValue {
        [
            "code": .text(code.description),
            "severity": .text(severity.rawValue),
            "message": .text(message.description),
            "help": JSONValue(help),
            "path": JSONValue(path.flatMap { $0.steps.isEmpty ? nil : $0.description }),
            "location": location?.json ?? .null,
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
