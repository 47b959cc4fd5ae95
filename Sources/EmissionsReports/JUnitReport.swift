public import EmissionsDiagnostics
public import EmissionsExchange
import EmissionsRules
import EmissionsSyntax

/// What was found in some files as JUnit's XML, which servers for continuous integration read: a suite per file, a test
/// case per code found and per rule that passed. A case fails from a severity on; what is less grave stands in the output
/// of cases that pass. Rules that were not run are skipped cases; those that do not apply, or have nothing
/// to be run on, are no cases.
public struct JUnitReport: FileByFileReport {
    /// How many findings of one code are spelled out.
    private static let capacity = 50

    private let severity: Diagnostic.Severity

    public init(failingFrom severity: Diagnostic.Severity = .error) { self.severity = severity }

    public func opening() -> [UInt8] {
        Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"\(Tool.name)\">\n".utf8)
    }

    public func closing(_ changes: ChangeSummary?) -> [UInt8] { Array("</testsuites>\n".utf8) }

    public func file(_ report: FileReport, _ changes: FileChanges?) -> [UInt8] {
        let codes = report.severitiesByCode.sorted { $0.key < $1.key }
        var listed: [Diagnostic.Code: [Diagnostic]] = [:]
        for finding in report.findings where listed[finding.code, default: []].count < Self.capacity {
            listed[finding.code, default: []].append(finding)
        }
        var suite = Suite(path: PlainText.path(report.path))
        if report.verdict == .valid { suite.add("valid") }
        for (code, counts) in codes {
            let text = self.text(of: listed[code] ?? [], count: counts.count(atLeast: .note), in: report.path)
            suite.add(code, counts.count(atLeast: .note), fails: counts.count(atLeast: severity) > 0, text)
        }
        for outcome in report.ruleOutcomes
        where outcome.hasSubjects && report.severitiesByCode[outcome.code] == nil {
            suite.add(outcome)
        }
        if !report.verdict.isKnown { suite.addError(report.verdict.rawValue, report.verdict.words) }
        suite.properties = [("tool", "\(Tool.name) \(Tool.version)"), ("rules", RuleDigest.current)]
        suite.properties += report.schemas.map { ("schema", "\($0.name) sha256:\($0.digest)") }
        if let policy = report.policy { suite.properties.append(("policy", policy.title + " sha256:" + policy.digest)) }
        return suite.printed(truncation: report.truncation)
    }

    private func text(of findings: [Diagnostic], count: Int, in path: String) -> String {
        var text = ""
        for finding in findings {
            text += "\(PlainText.place(finding.location, in: path)): \(finding.severity.rawValue): "
            text += "\(PlainText.line(finding.message.description))\n"
            if let help = finding.help { text += "  help: \(PlainText.line(help))\n" }
        }
        if count > findings.count { text += "… and \((count - findings.count).grouped) more\n" }
        return text
    }
}

/// The test cases of one file.
private struct Suite {
    private let path: String
    private var tree = SourceTree()
    private var cases: [(name: String, outcome: Outcome)] = []
    var properties: [(name: String, value: String)] = []
    private enum Outcome {
        case passed(output: String?)
        case failed(message: String, type: String, text: String)
        case error(message: String, type: String)
        case skipped(message: String)
    }

    init(path: String) { self.path = path }

    mutating func add(_ name: String) { cases.append((name, .passed(output: nil))) }

    /// Adds a rule that nothing was found by.
    mutating func add(_ outcome: RuleOutcome) {
        switch outcome.status {
        case .passed: cases.append((name(of: outcome.code), .passed(output: nil)))
        case .notRun: cases.append((name(of: outcome.code), .skipped(message: outcome.reason ?? "not run")))
        case .failed, .notApplicable: break
        }
    }

    private func name(of code: Diagnostic.Code) -> String {
        CodeExplanation(code).map { "\(code) \($0.title)" } ?? code.description
    }

    mutating func addError(_ type: String, _ message: String) {
        cases.append(("read to its end", .error(message: message, type: type)))
    }

    mutating func add(_ code: Diagnostic.Code, _ count: Int, fails: Bool, _ text: String) {
        let title = CodeExplanation(code)?.title, name = name(of: code)
        if fails {
            let message = "\(count.counted("finding")): \(title ?? code.description)"
            cases.append((name, .failed(message: message, type: code.description, text: text)))
        } else {
            cases.append((name, .passed(output: text)))
        }
    }

    func printed(truncation: String?) -> [UInt8] {
        var tree = SourceTree()
        let suite = tree.append(.record, named: "testsuite", under: nil)
        func add(_ name: String, _ text: String, to node: SourceTree.NodeID) {
            tree.append(.text, named: name, text: text, under: node)
        }
        let failures = cases.count { if case .failed = $0.outcome { true } else { false } }
        let skipped = cases.count { if case .skipped = $0.outcome { true } else { false } }
        let errors = cases.count { if case .error = $0.outcome { true } else { false } }
        for (name, value) in [
            ("@name", path), ("@tests", String(cases.count)), ("@failures", String(failures)),
            ("@errors", String(errors)), ("@skipped", String(skipped)), ("@time", "0"),
        ] { add(name, value, to: suite) }
        let list = tree.append(.record, named: "properties", under: suite)
        for (name, value) in properties {
            let property = tree.append(.record, named: "property", under: list)
            add("@name", name, to: property)
            add("@value", value, to: property)
        }
        for (name, outcome) in cases {
            let node = tree.append(.record, named: "testcase", under: suite)
            for (attribute, value) in [("@classname", path), ("@name", name), ("@time", "0")] {
                add(attribute, value, to: node)
            }
            switch outcome {
            case .passed(nil): break
            case .passed(let output?): add("system-out", output, to: node)
            case .failed(let message, let type, let text):
                let failure = tree.append(.record, named: "failure", under: node)
                for (attribute, value) in [("@message", message), ("@type", type), ("#text", text)] {
                    add(attribute, value, to: failure)
                }
            case .error(let message, let type):
                let error = tree.append(.record, named: "error", under: node)
                for (attribute, value) in [("@message", message), ("@type", type)] { add(attribute, value, to: error) }
            case .skipped(let message):
                add("@message", message, to: tree.append(.record, named: "skipped", under: node))
            }
        }
        if let truncation { add("system-out", truncation, to: suite) }
        var bytes: [UInt8] = []
        // What XML can't say is replaced: nothing of it is a verdict.
        _ = XMLPrinter.print(tree, indent: 2, startingIndent: 2, into: &bytes)
        return bytes
    }
}
