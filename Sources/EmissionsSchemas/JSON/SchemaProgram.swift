import EmissionsSyntax

/// A schema, and all the schemas that it refers to, ready to be checked against.
struct SchemaProgram: Sendable {
    struct Schema: Sendable {
        /// In ``SchemaProgram/keywords``.
        var keywords: Range<Int> = 0..<0
        var resource = 0
    }

    var schemas: [Schema] = []
    var keywords: [Keyword] = []
    var root: SchemaID = 0
    /// For each resource, the schemas at its dynamic anchors.
    var dynamicAnchors: [[String: SchemaID]] = []
    /// The documents, which hold the values of `enum` and `const`.
    var documents: [SourceTree] = []
    /// Whether it has to be kept track of which children other keywords looked at.
    var looksAtRest = false

    /// Whether a schema is `false`.
    func isNothing(_ id: SchemaID) -> Bool {
        guard let first = schemas[id].keywords.first, case .nothing = keywords[first] else { return false }
        return true
    }

    /// A schema that is applied to a value only if it is applied to the same value before, without an end.
    func circle() -> SchemaID? {
        enum Mark { case new, open, done }
        var marks = Array(repeating: Mark.new, count: schemas.count)
        for start in schemas.indices where marks[start] == .new {
            var path: [(id: SchemaID, rest: ArraySlice<SchemaID>)] = [(start, inPlace(start)[...])]
            marks[start] = .open
            while let top = path.indices.last {
                guard let next = path[top].rest.popFirst() else {
                    marks[path.removeLast().id] = .done
                    continue
                }
                if marks[next] == .open { return next }
                if marks[next] == .new {
                    marks[next] = .open
                    path.append((next, inPlace(next)[...]))
                }
            }
        }
        return nil
    }

    private func inPlace(_ id: SchemaID) -> [SchemaID] { keywords[schemas[id].keywords].flatMap(\.schemasInPlace) }
}
