import EmissionsDiagnostics
import EmissionsSyntax

/// Where a schema stands: in which document, and where in it.
struct SchemaPlace: Hashable, Sendable {
    var document: Int
    var node: SourceTree.NodeID
}

/// The documents that are in use, and what in them has a name.
struct SchemaIndex {
    /// A schema with a URI of its own, and all in it that has none.
    struct Resource {
        var uri: SchemaURI
        var root: SchemaPlace
        var dialect: Dialect
        var anchors: [String: SourceTree.NodeID] = [:]
        var dynamicAnchors: [String: SourceTree.NodeID] = [:]
    }

    private(set) var documents: [SchemaDocument] = []
    private(set) var resources: [Resource] = []
    private var resourceAt: [SchemaPlace: Int] = [:]
    private var resourceNamed: [String: Int] = [:]
    private let sources: SchemaSources
    private let dialect: Dialect
    private(set) var problems: [SchemaProblem] = []

    init(sources: SchemaSources, dialect: Dialect) { (self.sources, self.dialect) = (sources, dialect) }

    /// Takes a document in, and returns where its schema begins.
    @discardableResult
    mutating func add(_ document: SchemaDocument) -> SchemaPlace {
        let root = SchemaPlace(document: documents.count, node: document.root)
        documents.append(document)
        addResource(at: root, uri: SchemaURI(document.uri).withoutFragment, dialect: dialect)
        var open: [(node: SourceTree.NodeID, resource: Int)] = [(document.root, resources.count - 1)]
        while let (node, outer) = open.popLast() {
            let resource = enter(SchemaPlace(document: root.document, node: node), in: outer)
            open += Subschemas.of(node, in: document.tree).reversed().map { ($0, resource) }
        }
        return root
    }

    /// The resource that a schema belongs to.
    func resource(of place: SchemaPlace) -> Int {
        var place = place
        while true {
            if let resource = resourceAt[place] { return resource }
            guard let parent = documents[place.document].tree.parent(of: place.node) else { return 0 }
            place.node = parent
        }
    }

    private mutating func addResource(at place: SchemaPlace, uri: SchemaURI, dialect: Dialect) {
        resourceAt[place] = resources.count
        if resourceNamed[uri.description] == nil { resourceNamed[uri.description] = resources.count }
        resources.append(Resource(uri: uri, root: place, dialect: dialect))
    }

    /// Notes the names that a schema gives itself. Returns the resource that it belongs to.
    private mutating func enter(_ place: SchemaPlace, in outer: Int) -> Int {
        let tree = documents[place.document].tree, node = place.node
        guard tree.kind(of: node) == .record else { return outer }
        var resource = outer
        let isRoot = node == documents[place.document].root
        let dialect = self.dialect(of: place, otherwise: resources[outer].dialect)
        if isRoot { resources[outer].dialect = dialect }
        let hidesNames = dialect.draft == .draft07 && tree.member("$ref", of: node) != nil
        if let id = tree.member("$id", of: node), tree.kind(of: id) == .text, !hidesNames {
            let uri = SchemaURI(tree.text(of: id))
            if dialect.draft == .draft07, uri.isFragment, let fragment = uri.fragment {
                resources[resource].anchors[String(fragment)] = node
            } else {
                let full = resources[outer].uri.resolving(uri).withoutFragment
                if isRoot {
                    resources[outer].uri = full
                    if resourceNamed[full.description] == nil { resourceNamed[full.description] = outer }
                } else {
                    resource = resources.count
                    addResource(at: place, uri: full, dialect: dialect)
                }
            }
        }
        guard dialect.draft == .draft2020 else { return resource }
        if let anchor = tree.member("$anchor", of: node) { resources[resource].anchors[tree.text(of: anchor)] = node }
        if let anchor = tree.member("$dynamicAnchor", of: node) {
            resources[resource].anchors[tree.text(of: anchor)] = node
            resources[resource].dynamicAnchors[tree.text(of: anchor)] = node
        }
        return resource
    }
}

// MARK: Dialects

extension SchemaIndex {
    /// The dialect that a schema says it is written in.
    private mutating func dialect(of place: SchemaPlace, otherwise: Dialect) -> Dialect {
        let tree = documents[place.document].tree
        guard let node = tree.member("$schema", of: place.node), tree.kind(of: node) == .text else { return otherwise }
        var uri = SchemaURI(tree.text(of: node)).withoutFragment.description
        // A metaschema is written in a dialect itself; a few steps lead to a known one.
        for _ in 0..<4 {
            if let draft = SchemaDraft.allCases.first(where: { $0.uri == uri }) {
                var known = Dialect(draft)
                known.assertsFormats = dialect.assertsFormats
                return known
            }
            guard let metaschema = sources[uri] else { break }
            if let vocabulary = metaschema.tree.member("$vocabulary", of: metaschema.root) {
                do throws(Dialect.UnknownVocabulary) {
                    var own = try Dialect(vocabulary: vocabulary, in: metaschema.tree)
                    own.assertsFormats = own.assertsFormats || dialect.assertsFormats
                    return own
                } catch {
                    problems.append(.unknownVocabulary(error.uri, at: at(node, place)))
                    return otherwise
                }
            }
            guard let next = metaschema.tree.member("$schema", of: metaschema.root) else { break }
            uri = SchemaURI(metaschema.tree.text(of: next)).withoutFragment.description
        }
        problems.append(.unknownDialect(tree.text(of: node), at: at(node, place)))
        return otherwise
    }

    private func at(_ node: SourceTree.NodeID, _ place: SchemaPlace) -> SchemaPlace {
        SchemaPlace(document: place.document, node: node)
    }
}

// MARK: References

extension SchemaIndex {
    /// What a reference names, from where it stands; `nil` where there is no such schema.
    mutating func resolve(_ reference: SchemaURI, from place: SchemaPlace) -> SchemaPlace? {
        let target = resources[resource(of: place)].uri.resolving(reference)
        guard let resource = resourceCalled(target.withoutFragment.description) else { return nil }
        let fragment = (target.fragment ?? "").percentDecoded
        let root = resources[resource].root
        if fragment.isEmpty { return root }
        if fragment.hasPrefix("/") { return follow(fragment, from: root) }
        return resources[resource].anchors[fragment].map { SchemaPlace(document: root.document, node: $0) }
    }

    /// The dynamic anchor that a reference names, if the schema there has one of just that name.
    func dynamicAnchor(_ reference: SchemaURI, at place: SchemaPlace) -> String? {
        guard let name = reference.fragment?.percentDecoded,
            resources[resource(of: place)].dynamicAnchors[name] == place.node
        else { return nil }
        return name
    }

    private mutating func resourceCalled(_ uri: String) -> Int? {
        if let known = resourceNamed[uri] { return known }
        guard let document = sources[uri] else { return nil }
        add(document)
        return resourceNamed[uri]
    }

    private func follow(_ pointer: String, from root: SchemaPlace) -> SchemaPlace? {
        let tree = documents[root.document].tree
        var node = root.node
        for step in pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst() {
            let name =
                step.contains("~")
                ? step.split(separator: "~1", omittingEmptySubsequences: false)
                    .map { $0.split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~") }
                    .joined(separator: "/") : String(step)
            let child =
                tree.kind(of: node) == .list
                ? Int(name).flatMap { position in tree.children(of: node).first { tree.ordinal(of: $0) == position } }
                : tree.member(NodeName(name), of: node)
            guard let child else { return nil }
            node = child
        }
        return SchemaPlace(document: root.document, node: node)
    }
}
