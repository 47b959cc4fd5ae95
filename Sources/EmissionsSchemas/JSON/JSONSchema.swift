public import EmissionsDiagnostics
public import EmissionsSyntax

/// A JSON Schema (draft 2020-12 or draft-07), compiled once, to check located trees against.
///
/// Numbers are compared as decimals, texts scalar by scalar, patterns in linear time. References lead to places in the
/// schema and in its ``SchemaSources``, nowhere else.
public struct JSONSchema: Sendable {
    let program: SchemaProgram

    public struct Options: Sendable {
        /// What a schema is written in that does not say so.
        public var draft = SchemaDraft.draft2020
        /// Whether values have to be what `format` calls them. By the standard it is a remark.
        public var assertsFormats = false
        public init() {}
    }

    /// - Throws: ``SchemaError`` with all that is wrong with the schema, each at its place.
    public init(
        _ document: SchemaDocument, sources: SchemaSources = SchemaSources(), options: Options = Options()
    ) throws(SchemaError) {
        var dialect = Dialect(options.draft)
        dialect.assertsFormats = options.assertsFormats
        let compiler = SchemaCompiler(sources: sources, dialect: dialect)
        program = try compiler.compile(document)
    }

    /// Whether a value is what the schema asks for. A check that takes too many steps is no.
    public func allows(_ tree: SourceTree, at node: SourceTree.NodeID = SourceTree.root) -> Bool {
        var checker = SchemaChecker(program, tree)
        return checker.check(program.root, at: node) && !checker.isExhausted
    }

    /// What in a value is not as the schema asks for, in the order of the document.
    public func findings(in tree: inout SourceTree, at node: SourceTree.NodeID = SourceTree.root) -> [Diagnostic] {
        let found = problems(in: tree, at: node)
        return found.map { finding in
            var diagnostic = Diagnostic(
                finding.code, .error, finding.message, help: finding.help, location: tree.location(of: finding.node),
                excerpt: tree.excerpt(of: finding.node))
            diagnostic.value = tree.opening(of: finding.node)
            diagnostic.missing = finding.missing
            return diagnostic
        }
    }

    private func problems(in tree: SourceTree, at node: SourceTree.NodeID) -> [SchemaFinding] {
        var verdict = SchemaChecker(program, tree)
        let isMet = verdict.check(program.root, at: node)
        if verdict.isExhausted { return [.tooManySteps(at: node)] }
        if isMet { return [] }
        var checker = SchemaChecker(program, tree)
        checker.isCollecting = true
        _ = checker.check(program.root, at: node)
        var seen: Set<SchemaFinding> = []
        let found = checker.findings.filter { seen.insert($0).inserted }.enumerated()
            .sorted { ($0.element.node, $0.offset) < ($1.element.node, $1.offset) }.map(\.element)
        return found + (checker.isExhausted ? [.tooManySteps(at: node)] : [])
    }
}
