import EmissionsDiagnostics
public import EmissionsExchange

/// How two submissions differ, as JSON (`schemas/emx-diff/1.0`), printed record by record.
public struct DifferenceJSON: Sendable {
    private var count = 0

    public init() {}

    public func begin() -> [UInt8] {
        let tool = JSONValue.text(Tool.name).printed(), version = JSONValue.text(Tool.version).printed()
        return Array("{\n  \"tool\": ".utf8) + tool + Array(",\n  \"version\": ".utf8) + version
            + Array(",\n  \"records\": [".utf8)
    }

    public mutating func add(_ record: RecordDifference) -> [UInt8] {
        count += 1
        return Array((count > 1 ? ",\n    " : "\n    ").utf8) + record.json.printed(startingIndent: 4)
    }

    /// What was compared, and the sum of it, which are known at the end.
    public func end(_ report: DifferenceReport, isStrict: Bool) -> [UInt8] {
        let members: [(String, JSONValue)] = [
            ("a", report.a.jsonOfFile), ("b", report.b.jsonOfFile), ("strict", .bool(isStrict)),
            ("differs", .bool(report.summary.differs || isStrict && report.summary.count(.respelled) > 0)),
            ("summary", report.summary.json),
        ]
        var bytes = Array("\(count > 0 ? "\n  " : "")]".utf8)
        for (name, value) in members {
            bytes += Array(",\n  \"\(name)\": ".utf8) + value.printed(startingIndent: 2)
        }
        return bytes + Array("\n}\n".utf8)
    }
}

extension FileReport {
    fileprivate var jsonOfFile: JSONValue {
        [
            "path": .text(path), "format": JSONValue(format), "version": JSONValue(version),
            "records": .number(records), "readingErrors": .number(counts.error),
        ]
    }
}

extension RecordDifference {
    fileprivate var json: JSONValue {
        [
            "kind": .text(kind.rawValue), "presence": .text(presence.rawValue), "match": JSONValue(match?.rawValue),
            "title": JSONValue(title), "a": a?.json ?? .null, "b": b?.json ?? .null,
            "differences": .list(differences.map(\.json)),
        ]
    }
}

extension RecordDifference.Side {
    fileprivate var json: JSONValue {
        [
            "place": .text(place.description), "identifier": JSONValue(identifier), "location": location?.json ?? .null,
        ]
    }
}

extension Difference {
    fileprivate var json: JSONValue {
        [
            "kind": .text(kind.rawValue), "path": .text(path.description), "a": a.json, "b": b.json,
            "change": change?.json ?? .null,
        ]
    }
}

extension Difference.Side {
    fileprivate var json: JSONValue {
        [
            "path": .text(path.description), "value": JSONValue(value), "unit": JSONValue(unit),
            "location": location?.json ?? .null,
        ]
    }
}

extension RelativeChange {
    /// The percentage is text, so that its digits are kept; there is none where it was zero before.
    fileprivate var json: JSONValue {
        let isExact = if case .percent(_, _, let isExact) = amount { isExact } else { false }
        return [
            "direction": isIncrease ? "up" : "down", "percent": JSONValue(percent), "exact": .bool(isExact),
            "fromZero": .bool(amount == .fromZero), "words": .text(description),
        ]
    }
}

extension DifferenceSummary {
    fileprivate var json: JSONValue {
        let fields = Difference.Kind.allCases.map { JSONValue.Member($0.rawValue, .number(count($0))) }
        let largest = largest.map { largest -> JSONValue in
            [
                "path": .text(largest.path.description), "kind": .text(largest.kind.rawValue),
                "identifier": JSONValue(largest.identifier), "change": largest.change.json,
            ]
        }
        return [
            "both": .number(both), "onlyInA": .number(onlyInA), "onlyInB": .number(onlyInB),
            "differing": .number(differing), "fields": .object(fields), "up": .number(up), "down": .number(down),
            "largest": largest ?? .null,
        ]
    }
}
