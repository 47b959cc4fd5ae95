import EmissionsDiagnostics
import EmissionsSyntax

/// Turns schemas into a ``SchemaProgram``, one after another, as they are referred to.
///
/// A class, as the readers of single schemas add to it.
final class SchemaCompiler {
    private var index: SchemaIndex
    private var program = SchemaProgram()
    private var idOf: [SchemaPlace: SchemaID] = [:]
    private var places: [SchemaPlace] = []
    private(set) var problems: [SchemaProblem] = []

    init(sources: SchemaSources, dialect: Dialect) { index = SchemaIndex(sources: sources, dialect: dialect) }

    func compile(_ document: SchemaDocument) throws(SchemaError) -> SchemaProgram {
        program.root = schema(at: index.add(document))
        var next = 0
        while next < places.count {
            compile(next)
            next += 1
            if next == places.count { addDynamicAnchors() }
        }
        program.documents = index.documents.map(\.tree)
        program.looksAtRest = program.keywords.contains(where: \.isUnevaluated)
        if let circle = program.circle() { problems.append(.circle(at: places[circle])) }
        problems = index.problems + problems
        guard problems.isEmpty else { throw SchemaError(diagnostics: problems.map(diagnostic)) }
        return program
    }

    /// Makes the schemas at dynamic anchors known, which may bring in further schemas.
    private func addDynamicAnchors() {
        program.dynamicAnchors = Array(repeating: [:], count: index.resources.count)
        for (number, resource) in index.resources.enumerated() {
            for (name, node) in resource.dynamicAnchors.sorted(by: { $0.key < $1.key }) {
                let place = SchemaPlace(document: resource.root.document, node: node)
                program.dynamicAnchors[number][name] = schema(at: place)
            }
        }
    }

    /// The number of a schema, which is compiled in its turn.
    func schema(at place: SchemaPlace) -> SchemaID {
        if let id = idOf[place] { return id }
        let id = places.count
        idOf[place] = id
        places.append(place)
        program.schemas.append(SchemaProgram.Schema())
        return id
    }

    private func compile(_ id: SchemaID) {
        let place = places[id], tree = index.documents[place.document].tree
        let resource = index.resource(of: place)
        let start = program.keywords.count
        program.schemas[id].resource = resource
        switch tree.kind(of: place.node) {
        case .bool: if tree.text(of: place.node) == "false" { program.keywords.append(.nothing) }
        case .record:
            var reader = KeywordReader(
                tree: tree, place: place, dialect: index.resources[resource].dialect, compiler: self)
            program.keywords += reader.read()
        default: problems.append(.noSchema(at: place))
        }
        program.schemas[id].keywords = start..<program.keywords.count
    }

    private func diagnostic(_ problem: SchemaProblem) -> Diagnostic {
        var document = index.documents[problem.place.document]
        var location = document.tree.location(of: problem.place.node)
        if problem.place.document > 0, !document.uri.isEmpty { location.part = document.uri }
        return Diagnostic(
            problem.code, .error, problem.message, help: problem.help, location: location,
            excerpt: document.tree.excerpt(of: problem.place.node))
    }
}

// MARK: What keywords need

extension SchemaCompiler {
    func report(_ problem: SchemaProblem) { problems.append(problem) }

    /// The schema that a reference at `place` names, and its dynamic anchor if it names one.
    func reference(_ text: String, at place: SchemaPlace) -> (schema: SchemaID, dynamicAnchor: String?)? {
        let uri = SchemaURI(text)
        guard let target = index.resolve(uri, from: place) else {
            report(.unresolved(text, at: place))
            return nil
        }
        return (schema(at: target), index.dynamicAnchor(uri, at: target))
    }
}
