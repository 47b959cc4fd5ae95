import EmissionsDiagnostics
public import EmissionsSyntax

/// A JSON document that is, or holds, a schema.
public struct SchemaDocument: Sendable {
    public var tree: SourceTree
    /// Where in the tree the schema begins.
    public var root: SourceTree.NodeID
    /// What others call it, and what its own references are relative to; may be empty.
    public var uri: String

    public init(_ tree: SourceTree, at root: SourceTree.NodeID = SourceTree.root, uri: String = "") {
        (self.tree, self.root, self.uri) = (tree, root, uri)
    }

    /// Reads a document that is one JSON object, or a truth value.
    public init(_ bytes: [UInt8], uri: String = "", limits: Limits = Limits()) throws(SyntaxError) {
        var reader = JSONReader(ByteSource(bytes), limits: limits), tree = SourceTree(), rest = SourceTree()
        _ = try reader.next(into: &tree)
        _ = try reader.next(into: &rest)
        if let finding = reader.takeFindings().first(where: { $0.severity == .error }) {
            throw SyntaxError(.malformed, finding)
        }
        guard tree.rootAddress.isEmpty, !tree.isEmpty, rest.isEmpty else {
            let location = tree.isEmpty ? nil : tree.location(of: SourceTree.root)
            throw SyntaxError(.malformed, Diagnostic("JSC-101", .error, .notOneValue, location: location))
        }
        self.init(tree, uri: uri)
    }
}

extension SchemaDocument {
    /// What it calls itself (`$id`).
    public var identifier: String? { tree.member("$id", of: root).map { tree.text(of: $0) } }
}

/// Where schemas find the other schemas that they refer to. Nothing is ever fetched.
public struct SchemaSources: Sendable {
    private(set) var documents: [String: SchemaDocument] = [:]

    public init(_ documents: [SchemaDocument] = []) {
        for document in documents { add(document) }
    }

    /// Makes a document known under its URI.
    public mutating func add(_ document: SchemaDocument) {
        documents[SchemaURI(document.uri).withoutFragment.description] = document
    }

    subscript(uri: String) -> SchemaDocument? { documents[uri] }
}

extension Diagnostic.Message {
    fileprivate static let notOneValue: Self = "the document is a list or several values, must be one schema"
}
