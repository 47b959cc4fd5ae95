import EmissionsDiagnostics
import EmissionsModel
import EmissionsRules
import EmissionsSyntax

/// Reads a policy from its tree, and notes what is wrong with it.
struct PolicyReader {
    private var tree: SourceTree
    private var policy = Policy()
    private(set) var problems: [Diagnostic] = []

    init(_ tree: SourceTree) { self.tree = tree }

    mutating func read() -> Policy {
        let root = SourceTree.root
        guard isRecord(root, "a policy") else { return policy }
        let members = members(of: root, known: ["policy", "name", "profile", "rules", "limits"], "a policy")
        if let node = members["policy"] {
            if tree.text(of: node) != "1" { wrong(node, "1, the version of such files") }
        } else {
            report("POL-003", "the policy does not say which version it is in", "Begin it with policy: 1.", root)
        }
        if let node = members["name"] { policy.name = text(node, "a name") }
        if let node = members["profile"] {
            for item in tree.kind(of: node) == .list ? Array(tree.children(of: node)) : [node] { readProfile(item) }
        }
        if let node = members["rules"], isRecord(node, "rules") {
            for rule in Array(tree.children(of: node)) { readRule(rule) }
        }
        if let node = members["limits"], isRecord(node, "limits") { readLimits(node) }
        return policy
    }

    private mutating func readProfile(_ node: SourceTree.NodeID) {
        guard let name = text(node, "the name of a profile") else { return }
        let names = Profile.all.map(\.name)
        if names.contains(name) {
            policy.profiles.append(name)
        } else {
            report(
                "POL-003", "there is no profile '\(name.prefix(80))'\(Suggestion(for: name, among: names))",
                "The profiles are \(names.joined(separator: ", ")).", node)
        }
    }

    private mutating func readRule(_ node: SourceTree.NodeID) {
        let code = Diagnostic.Code(tree.name(of: node))
        guard CodeCatalog.codes.contains(code) else {
            let near = Suggestion(for: code.description, among: CodeCatalog.codes.map(\.description))
            return report("POL-002", "there is no code '\(code.description.prefix(80))'\(near)", .codes, node)
        }
        guard code.isForPolicies else { return report("POL-005", .fixed(code), .fixed, node) }
        if tree.isLeaf(node) {
            if let severity = severity(node) { policy.changes[code] = .severity(severity, reason: nil) }
            return
        }
        guard isRecord(node, code.description) else { return }
        let members = members(of: node, known: ["severity", "off", "reason"], code.description)
        let reason = members["reason"].flatMap { text($0, "a reason in words") }
        switch (members["severity"], members["off"]) {
        case (let level?, nil):
            if let severity = severity(level) { policy.changes[code] = .severity(severity, reason: reason) }
        case (nil, let off?):
            let words = tree.kind(of: off) == .bool ? reason : text(off, "a reason in words")
            guard let words, words.contains(where: { $0.isLetter }) else {
                return report("POL-004", "\(code) is off without a reason", .reason, off)
            }
            if tree.kind(of: off) == .bool, tree.text(of: off) == "false" {
                return report("POL-003", "\(code) is off: false, which says nothing", "Leave it out.", off)
            }
            policy.changes[code] = .off(reason: words)
        case (nil, nil):
            report("POL-003", "nothing is said of \(code)", "Give it a severity, or off with a reason.", node)
        case (_?, let off?):
            report("POL-003", "\(code) has a severity and is off", "Keep one of them.", off)
        }
    }

    private mutating func severity(_ node: SourceTree.NodeID) -> Diagnostic.Severity? {
        let severity = Diagnostic.Severity(rawValue: tree.text(of: node))
        if severity == nil { wrong(node, "error, warning or note") }
        return severity
    }
}

// MARK: Limits

extension PolicyReader {
    private mutating func readLimits(_ node: SourceTree.NodeID) {
        let known = ["emissions-decimals", "exempted-share", "validity-years", "plausible-emissions"]
        let members = members(of: node, known: known, "limits")
        if let node = members["emissions-decimals"], let count = count(node, 0...30) {
            policy.limits.emissionsDecimals = count
        }
        if let node = members["validity-years"], let count = count(node, 1...100) {
            policy.limits.validityYears = count
        }
        if let node = members["exempted-share"], let share = decimal(node) {
            if share.isNegative || share > 100 { wrong(node, "a percentage from 0 to 100") }
            policy.limits.exemptedShare = share
        }
        if let node = members["plausible-emissions"], isRecord(node, "plausible-emissions") {
            for range in Array(tree.children(of: node)) { readRange(range) }
        }
    }

    private mutating func readRange(_ node: SourceTree.NodeID) {
        let digits = tree.name(of: node)
        guard (2...8).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return report(
                "POL-003", "'\(digits.prefix(80))' is no beginning of a CN code, must be 2 to 8 digits",
                "Write the first digits of the codes, in quotation marks if they begin with 0.", node)
        }
        guard isRecord(node, digits) else { return }
        let members = members(of: node, known: ["from", "to"], digits)
        guard let from = members["from"], let to = members["to"] else {
            return report(
                "POL-003", "the range of \(digits) is without from or to", "Give both, in t CO2e per tonne.", node)
        }
        guard let lower = decimal(from), let upper = decimal(to) else { return }
        if upper < lower { return wrong(to, "no less than \(lower), from which the range begins") }
        policy.limits.plausibleEmissions[digits] = PlausibleRange(lower: lower, upper: upper)
    }

    private mutating func count(_ node: SourceTree.NodeID, _ range: ClosedRange<Int>) -> Int? {
        let count = Int(tree.text(of: node)).flatMap { range.contains($0) ? $0 : nil }
        if count == nil { wrong(node, "a whole number from \(range.lowerBound) to \(range.upperBound)") }
        return count
    }

    private mutating func decimal(_ node: SourceTree.NodeID) -> ExactDecimal? {
        let number = tree.isLeaf(node) ? ExactDecimal(tree.text(of: node)) : nil
        if number == nil { wrong(node, "a decimal number with a point") }
        return number
    }
}

// MARK: Steps

extension PolicyReader {
    private mutating func members(
        of node: SourceTree.NodeID, known: [String], _ owner: String
    ) -> [String: SourceTree.NodeID] {
        var members: [String: SourceTree.NodeID] = [:]
        for member in Array(tree.children(of: node)) {
            let name = tree.name(of: member)
            if known.contains(name) {
                members[name] = member
            } else {
                report(
                    "POL-001", "\(owner) has no '\(name.prefix(80))'\(Suggestion(for: name, among: known))",
                    "It may have \(known.joined(separator: ", ")).", member)
            }
        }
        return members
    }

    private mutating func isRecord(_ node: SourceTree.NodeID, _ what: String) -> Bool {
        if tree.kind(of: node) == .record { return true }
        report("POL-003", "\(what) is not made of keys with values", "Write KEY: VALUE, a line each.", node)
        return false
    }

    private mutating func text(_ node: SourceTree.NodeID, _ expected: String) -> String? {
        guard tree.isLeaf(node), !tree.textIsEmpty(node) else {
            wrong(node, expected)
            return nil
        }
        return tree.text(of: node)
    }

    private mutating func wrong(_ node: SourceTree.NodeID, _ expected: String) {
        let name = tree.name(of: node),
            value = tree.isLeaf(node) ? "'\(tree.text(of: node).prefix(80))'" : "no single value"
        report(
            "POL-003", "\(name.isEmpty ? "this" : name) is \(value), must be \(expected)", "Write \(expected).", node)
    }

    private mutating func report(
        _ code: Diagnostic.Code, _ message: Diagnostic.Message, _ help: String, _ node: SourceTree.NodeID
    ) {
        problems.append(
            Diagnostic(
                code, .error, message, help: help, location: tree.location(of: node), excerpt: tree.excerpt(of: node)))
    }
}

extension Diagnostic.Code {
    /// What is found when a file can't be read, can't be converted or can't be had is no matter of opinion.
    fileprivate var isForPolicies: Bool {
        let family = description.prefix { $0 != "-" }
        return !["SYN", "IO", "LIM", "TGT", "CNV", "SCH", "POL", "YML"].contains(String(family))
            && !(family == "JSC" && description.hasPrefix("JSC-1"))
    }
}

extension CodeDescription {
    static let policy: [CodeDescription] = [
        CodeDescription(
            "POL-001", .error, "a key that no policy has",
            why: "A key that is misspelled would leave the policy without effect, and nobody would notice.",
            remedy: "Spell the key as the finding says, or take it out."),
        CodeDescription(
            "POL-002", .error, "a policy for a code that does not exist",
            why: "A code that is misspelled would leave the policy without effect, and nobody would notice.",
            remedy: "`emx rules` lists the codes of the rules."),
        CodeDescription(
            "POL-003", .error, "a value in a policy that is not understood",
            why: "Nothing is checked by half a policy.", remedy: "Write a value as the finding says."),
        CodeDescription(
            "POL-004", .error, "a rule that is off without a reason",
            why: "Whoever reads the report has to know why something was not looked at.",
            remedy: "Write the reason behind `off:`, in words."),
        CodeDescription(
            "POL-005", .error, "a policy for a code that no policy can change",
            why: "What is found when a file can't be read, or can't be converted, is no matter of opinion.",
            remedy: "Take the code out of the policy."),
    ]
}

extension Diagnostic.Message {
    fileprivate static func fixed(_ code: Diagnostic.Code) -> Self { "\(code) can't be changed by a policy" }
}

extension String {
    fileprivate static let codes = "`emx rules` lists the codes of the rules; `emx explain CODE` knows all codes."
    fileprivate static let fixed = "Take it out: it says that the file can't be read or converted."
    fileprivate static let reason = "Write why behind off, in words: the report says it."
}
