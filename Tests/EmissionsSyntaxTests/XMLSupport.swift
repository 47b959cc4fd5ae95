import EmissionsDiagnostics
import EmissionsSyntax

/// All that came of reading a file.
struct ReadXML {
    var parts: [(role: RecordRole, tree: SourceTree)] = []
    var findings: [Diagnostic] = []
    var error: SyntaxError?

    var header: SourceTree { parts[0].tree }
    var records: [SourceTree] { parts.filter { $0.role != .header }.map(\.tree) }

    /// - Parameters:
    ///   - bytes: The file.
    ///   - chunk: How many bytes the source gives at a time.
    ///   - limits: The limits.
    ///   - records: What to hand out one at a time.
    init(_ bytes: [UInt8], chunk: Int = 64 << 10, limits: Limits = Limits(), records: [String] = []) {
        var position = 0
        let source = ByteSource {
            guard position < bytes.count else { return nil }
            defer { position += chunk }
            return Array(bytes[position..<min(position + chunk, bytes.count)])
        }
        var reader = XMLReader(source, limits: limits, records: records)
        do throws(SyntaxError) {
            while true {
                var tree = SourceTree()
                guard let role = try reader.next(into: &tree) else { break }
                parts.append((role, tree))
            }
        } catch { self.error = error }
        findings = reader.takeFindings()
    }

    init(_ text: String, limits: Limits = Limits(), records: [String] = []) {
        self.init(Array(text.utf8), limits: limits, records: records)
    }

    /// Every node of every part with its place, for comparing two readings.
    var listing: [String] {
        parts.flatMap { part -> [String] in
            var tree = part.tree
            return ["\(part.role) \(tree.rootAddress)"]
                + (0..<tree.count).map { "\(tree.location(of: $0)) \(tree.text(of: $0)) \(tree.outline(of: $0))" }
        } + [error.map { "\($0.diagnostic)" } ?? ""]
    }

    /// The code and the words of the error, for tests about them.
    var complaint: String { error.map { "\($0.diagnostic)" } ?? "none" }
}

extension SourceTree {
    /// The kind and the name of a node with all that is below it, in brackets.
    func outline(of id: NodeID = SourceTree.root) -> String {
        let children = children(of: id).map { outline(of: $0) }.joined(separator: " ")
        let text = textIsEmpty(id) ? "" : "=\(text(of: id))"
        return "\(name(of: id))\(isLeaf(id) ? ":" : "")\(text)\(children.isEmpty ? "" : "(\(children))")"
    }

    /// The node that a path of names leads to.
    func node(_ path: String...) -> NodeID? {
        path.reduce(SourceTree.root) { id, name in
            id.flatMap { id in children(of: id).first { self.name(of: $0) == name } }
        }
    }
}

extension String {
    /// Little-endian, without a byte order mark.
    var asUTF16: [UInt8] { utf16.flatMap { unit -> [UInt8] in [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] } }
}
