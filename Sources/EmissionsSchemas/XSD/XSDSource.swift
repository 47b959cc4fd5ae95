import CLibXML2
import EmissionsDiagnostics
import EmissionsSyntax

/// A schema document as it was read for its places.
struct XSDSource {
    var tree = SourceTree()
    let part: String?
    /// The namespaces that the outermost element declares, by their prefixes; the empty one is for names without.
    let namespaces: [String: String]
    /// Whether other elements declare some, too, so that a prefix alone does not tell its namespace.
    let declaresMoreNamespaces: Bool

    init(_ bytes: [UInt8], part: String?) throws(XSDSchema.CompilationError) {
        self.part = part
        let declarations = NamespaceDeclarations()
        var reader = XMLReader(ByteSource(bytes), observer: XMLObserver(declarations))
        do throws(SyntaxError) {
            _ = try reader.next(into: &tree)
            var rest = SourceTree()
            while try reader.next(into: &rest) != nil {}
        } catch {
            var diagnostic = error.diagnostic
            diagnostic.location?.part = part
            throw XSDSchema.CompilationError(findings: [diagnostic])
        }
        namespaces = declarations.ofRoot ?? [:]
        declaresMoreNamespaces = declarations.areElsewhere
    }

    /// The first element whose start tag begins on a line, or else the last one before it.
    mutating func element(onLine line: Int) -> SourceTree.NodeID {
        var found = SourceTree.root, foundLine = 0
        for node in 0..<tree.count where !tree.name(of: node).hasPrefix("@") {
            let start = tree.location(of: node).line
            if start > line { break }
            if start > foundLine { (found, foundLine) = (node, start) }
        }
        return found
    }
}

/// Notes which namespaces a document declares.
private final class NamespaceDeclarations: XMLEvents {
    var ofRoot: [String: String]?
    var areElsewhere = false

    func start(_ tag: XMLTagEvent, at place: XMLPlace) {
        guard ofRoot == nil else {
            areElsewhere = areElsewhere || tag.namespaceCount > 0
            return
        }
        var found: [String: String] = [:]
        for index in 0..<Int(tag.namespaceCount) {
            guard let uri = tag.namespaces?[index * 2 + 1] else { continue }
            found[tag.namespaces?[index * 2].map { String(cString: $0) } ?? ""] = String(cString: uri)
        }
        ofRoot = found
    }

    func text(_ bytes: UnsafePointer<xmlChar>?, count: CInt, isSection: Bool, at place: XMLPlace) {}
    func end(_ tag: XMLTagEvent, at place: XMLPlace) {}
    func finish(at place: XMLPlace) {}
}
