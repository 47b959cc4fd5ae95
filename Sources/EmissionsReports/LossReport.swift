import EmissionsDiagnostics
public import EmissionsExchange

/// What became of every value of a conversion's source, as JSON (`schemas/emx-loss/1.0`).
public struct LossReport: Sendable {
    private let report: ConversionReport

    public init(_ report: ConversionReport) { self.report = report }

    public var bytes: [UInt8] {
        guard case .object(let members) = report.json else { return [] }
        let tool: [JSONValue.Member] = [.init("tool", .text(Tool.name)), .init("version", .text(Tool.version))]
        return JSONValue.object(tool + members).document
    }
}

extension ConversionReport {
    var json: JSONValue {
        [
            "source": [
                "path": .text(source.path), "format": JSONValue(source.format), "version": JSONValue(source.version),
                "verdict": .text(source.verdict.rawValue),
            ],
            "target": [
                "format": .text(target.format), "version": .text(target.version), "complete": .bool(isComplete),
            ],
            "account": account.json,
            "truncated": .bool(isTruncated),
            "losses": .list(losses.map(\.json)),
            "restatements": .list(restatements.map(\.json)),
            "supplied": .list(supplied.map { .text($0) }),
        ]
    }
}

extension Account {
    var json: JSONValue {
        [
            "total": .number(total), "carried": .number(carried), "converted": .number(converted),
            "kept": .number(kept), "supplied": .number(supplied), "dropped": .number(dropped),
            "changed": .number(changed), "unread": .number(unread),
        ]
    }
}

extension Loss {
    var json: JSONValue {
        [
            "kind": .text(kind.rawValue), "path": .text(path), "was": kind == .added ? .null : .text(was),
            "became": JSONValue(became), "source": source?.json ?? .null, "target": target?.json ?? .null,
        ]
    }
}

extension LocatedRestatement {
    var json: JSONValue {
        [
            "path": .text(path), "before": .text(before), "after": .text(after), "reason": .text(reason),
            "source": source?.json ?? .null,
        ]
    }
}
