import EmissionsDiagnostics
import EmissionsFormats
import EmissionsSyntax

/// What reader, schema and rules found in one part, with each cause told once.
///
/// A value that can't be read may also break the schema, and its field is missing for a rule. The gravest finding is
/// kept; of equally grave ones the schema's goes first, since it knows least about what is meant.
struct Causes {
    private var findings: [Diagnostic]
    private let schema: [Diagnostic]
    /// Whether rules may find again what was found already, so that their findings need their places.
    let areSeveral: Bool

    init(_ found: [Diagnostic]) {
        areSeveral = found.contains { $0.severity == .error }
        schema = areSeveral ? found.filter(\.isOfSchema) : []
        findings = schema.isEmpty ? found : found.filter { !$0.isOfSchema }
    }

    mutating func add(_ all: [Diagnostic], _ names: FieldNames?, _ log: inout ReadLog) {
        let found = all.filter { !isTold($0) }
        guard areSeveral else {
            for finding in found { findings.append(log.located(finding)) }
            return
        }
        let unreadable = Set(findings.filter { $0.severity == .error }.compactMap(\.path))
        var gaps: [(position: Int, names: Set<String>)] = []
        for finding in found {
            if let path = finding.path, !log.has(path) {
                if unreadable.contains(path) { continue }
                gaps.append((findings.count, names?.names(of: path) ?? []))
            }
            findings.append(log.located(finding))
        }
        settle(gaps, &log)
    }

    /// Whether the reader told it already, at the very text: what a result of a declaration is called and counted in is
    /// checked by whoever resolves its identifiers, and by rules.
    private func isTold(_ finding: Diagnostic) -> Bool {
        guard let path = finding.path, path.steps.count >= 3, path.steps[0] == .name("results") else { return false }
        return findings.contains { $0.severity >= finding.severity && $0.path?.hasPrefix(path) == true }
    }

    private mutating func settle(_ gaps: [(position: Int, names: Set<String>)], _ log: inout ReadLog) {
        guard !schema.isEmpty else { return }
        var fields: [SourceLocation.Address: FieldPath] = [:]
        for (path, node) in log.fields() where !path.steps.contains(.name("carried")) {
            fields[log.tree.address(of: node)] = path
        }
        let isGap = Set(gaps.map(\.position))
        var byAddress: [SourceLocation.Address: [Int]] = [:]
        // READ-003 counts the padded values of the whole part, of which one has its place.
        for (position, finding) in findings.enumerated() where !isGap.contains(position) && finding.code != "READ-003" {
            if let address = finding.location?.address { byAddress[address, default: []].append(position) }
        }
        var dropped: Set<Int> = [], kept: [Diagnostic] = []
        for var finding in schema {
            let same =
                if let missing = finding.missing {
                    gaps.filter { $0.names.contains(missing) && finding.isWithin(findings[$0.position]) }.map(
                        \.position)
                } else {
                    finding.location?.address.flatMap { byAddress[$0] } ?? []
                }
            if same.contains(where: { findings[$0].severity >= finding.severity }) { continue }
            if let other = same.first.map({ findings[$0] }) {
                finding.help = other.help ?? finding.help
                finding.path = other.path
                finding.fix = other.fix
            }
            finding.path = finding.path ?? finding.location?.address.flatMap { fields[$0] }
            dropped.formUnion(same + disorder(beside: finding))
            kept.append(finding)
        }
        let rest = findings.indices.filter { !dropped.contains($0) }.map { findings[$0] }
        findings = kept + rest
    }

    /// What the reader said of the order of the elements among which the schema found one out of place: of two that
    /// changed places, it names the other.
    private func disorder(beside finding: Diagnostic) -> [Int] {
        guard finding.code == "XSD-003", let parent = finding.parentAddress else { return [] }
        return findings.indices.filter { findings[$0].code == "READ-006" && findings[$0].parentAddress == parent }
    }

    /// In the order of the file; what has no place stands behind what has.
    var sorted: [Diagnostic] {
        guard findings.count > 1 else { return findings }
        func offset(_ finding: Diagnostic) -> Int { finding.location?.byteOffset ?? .max }
        return findings.enumerated().sorted { (offset($0.element), $0.offset) < (offset($1.element), $1.offset) }
            .map(\.element)
    }
}

/// What a format calls the fields of the model.
final class FieldNames {
    private let format: Format
    private lazy var names: [String: Set<String>] = {
        var names: [String: Set<String>] = [:]
        for row in format.tables().flatMap(\.rows) {
            guard let path = row.path.flatMap({ FieldPath($0) }) else { continue }
            let name = row.name.split { "./".contains($0) }.last.map { $0.prefix { $0 != "[" } } ?? ""
            names[path.withoutPositions.description, default: []].insert(String(name))
        }
        return names
    }()

    init(_ format: Format) { self.format = format }

    /// The last names only: what encloses them is known by their places.
    func names(of path: FieldPath) -> Set<String> { names[path.withoutPositions.description] ?? [] }
}

extension Diagnostic {
    /// Whether a schema found it.
    var isOfSchema: Bool {
        ["XSD-", "JSC-", "TAB-"].contains { code.description.hasPrefix($0) }
    }

    /// The XPath of the element around the one that this is about.
    fileprivate var parentAddress: Substring? {
        guard case .xpath(let path) = location?.address else { return nil }
        return path.lastIndex(of: "/").map { path[..<$0] }
    }

    /// Whether this is about something in what the other is about.
    fileprivate func isWithin(_ other: Diagnostic) -> Bool {
        switch (location?.address, other.location?.address) {
        case (.pointer(let inner), .pointer(let outer)), (.xpath(let inner), .xpath(let outer)):
            inner == outer || inner.hasPrefix(outer + "/")
        default: false
        }
    }
}
