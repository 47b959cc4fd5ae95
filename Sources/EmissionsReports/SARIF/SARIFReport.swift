import EmissionsDiagnostics
public import EmissionsExchange
import EmissionsRules

/// What was found in some files as SARIF 2.1.0, which code hosts and review tools read.
///
/// Results are printed as they come; the rules that they refer to, and all that holds for the run, stand behind them.
public struct SARIFReport: FileByFileReport {
    private var count = 0
    private var verdict = FileReport.Verdict.valid
    private var totals = FileReport.Counts()
    /// The codes that were found, in the order in which results refer to them.
    private var codes: [Diagnostic.Code] = []
    private var indices: [Diagnostic.Code: Int] = [:]
    private var notifications: [JSONValue] = []
    private var schemas: [UsedSchema] = []
    private var policy: JSONValue?

    public init() {}

    public func opening() -> [UInt8] {
        Array(
            """
            {
              "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
              "version": "2.1.0",
              "runs": [
                {
                  "columnKind": "unicodeCodePoints",
                  "results": [
            """.utf8)
    }

    public mutating func file(_ report: FileReport, _ changes: FileChanges?) -> [UInt8] {
        verdict = .worst(verdict, report.verdict)
        totals.error += report.counts.error
        totals.warning += report.counts.warning
        totals.note += report.counts.note
        for schema in report.schemas where !schemas.contains(schema) { schemas.append(schema) }
        policy = policy ?? report.policy?.json(report.offCounts)
        if let truncation = report.truncation { notifications.append(Self.notification("warning", truncation)) }
        if !report.verdict.isKnown {
            notifications.append(
                Self.notification("error", "\(PlainText.path(report.path)): \(report.verdict.words)"))
        }
        var bytes: [UInt8] = []
        for (index, finding) in report.findings.enumerated() {
            let result = finding.result(
                in: report.path, ruleIndex: self.index(of: finding.code), isNew: changes?.isNew[index])
            bytes += Array((count > 0 ? ",\n        " : "\n        ").utf8) + result.printed(startingIndent: 8)
            count += 1
        }
        return bytes
    }

    public func closing(_ changes: ChangeSummary?) -> [UInt8] {
        let driver: JSONValue = [
            "name": .text(Tool.name), "version": .text(Tool.version), "semanticVersion": .text(Tool.version),
            "rules": .list(codes.map(Self.rule)), "properties": ["rulesDigest": .text(RuleDigest.current)],
        ]
        var invocation: JSONValue = ["executionSuccessful": .bool(verdict.isKnown)]
        if !notifications.isEmpty { invocation.append("toolExecutionNotifications", .list(notifications)) }
        var properties: JSONValue = ["verdict": .text(verdict.rawValue), "counts": totals.json]
        properties.append("schemas", .list(schemas.map(\.json)))
        if let policy { properties.append("policy", policy) }
        if let changes {
            properties.append(
                "baseline",
                [
                    "path": .text(changes.baseline), "new": .number(changes.new),
                    "fixed": .number(changes.fixed.count), "unchanged": .number(changes.unchanged),
                    "partial": .bool(changes.isPartial),
                ])
        }
        var bytes = Array("\(count > 0 ? "\n      " : "")]".utf8)
        for (name, value) in [
            ("tool", ["driver": driver] as JSONValue), ("invocations", [invocation]), ("properties", properties),
        ] {
            bytes += Array(",\n      \"\(name)\": ".utf8) + value.printed(startingIndent: 6)
        }
        return bytes + Array("\n    }\n  ]\n}\n".utf8)
    }

    private mutating func index(of code: Diagnostic.Code) -> Int {
        if let index = indices[code] { return index }
        codes.append(code)
        indices[code] = codes.count - 1
        return codes.count - 1
    }

    private static func notification(_ level: String, _ text: String) -> JSONValue {
        ["level": .text(level), "message": ["text": .text(text)]]
    }

    private static func rule(_ code: Diagnostic.Code) -> JSONValue {
        guard let explanation = CodeExplanation(code) else { return ["id": .text(code.description)] }
        let references = explanation.references.map(\.description)
        var text = "\(explanation.why.withoutMarkdown)\n\n\(explanation.remedy.withoutMarkdown)"
        var markdown = "\(explanation.why)\n\n**What to do.** \(explanation.remedy)"
        if !references.isEmpty {
            text += "\n\nReferences: \(references.joined(separator: "; "))"
            markdown += "\n\n" + references.map { "* \($0)\n" }.joined()
        }
        return [
            "id": .text(code.description),
            "name": .text(explanation.title.inPascalCase),
            "shortDescription": ["text": .text(explanation.title)],
            "fullDescription": ["text": .text(explanation.why.withoutMarkdown), "markdown": .text(explanation.why)],
            "help": ["text": .text(text), "markdown": .text(markdown)],
            "defaultConfiguration": ["level": .text(explanation.severity.rawValue)],
        ]
    }
}

extension String {
    /// `amount that can't be read` as `AmountThatCantBeRead`.
    fileprivate var inPascalCase: String {
        filter { $0 != "'" }.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
            .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    }
}
