import EmissionsSchemas
import EmissionsSyntax
import FoundationEssentials
import TestSupport

/// The JSON Schema Test Suite, as far as it is about one draft.
struct SchemaSuite {
    static let folder = "conformance/JSON-Schema-Test-Suite"
    static let isHere = Shared.has(folder)

    let draft: SchemaDraft
    /// The suite's name for it.
    var name: String { draft == .draft07 ? "draft7" : "draft2020-12" }

    /// One verdict that was asked for.
    struct Case: Hashable, Sendable {
        var file: String
        var group: String
        var name: String
        var passed: Bool
    }

    /// The names of files, such as `optional/format/date.json`.
    func files(in part: String = "") throws -> [String] {
        try Shared.files(in: "\(Self.folder)/tests/\(name)/\(part)").filter { $0.hasSuffix(".json") }.map { part + $0 }
    }

    func run(_ file: String) throws -> [Case] {
        let bytes = try Shared.bytes("\(Self.folder)/tests/\(name)/\(file)")
        var reader = JSONReader(ByteSource(bytes)), tree = SourceTree(), cases: [Case] = []
        var options = JSONSchema.Options()
        options.draft = draft
        options.assertsFormats = file.hasPrefix("optional/format/")
        while try reader.next(into: &tree) != nil {
            let members = tree.members(of: SourceTree.root)
            guard let root = members["schema"], let tests = members["tests"] else { continue }
            let schema = compile(SchemaDocument(tree, at: root), options)
            for test in tree.children(of: tests) {
                let parts = tree.members(of: test)
                guard let data = parts["data"], let valid = parts["valid"], let name = parts["description"] else {
                    continue
                }
                let isRight = schema.map { verdict($0, tree, data) == (tree.text(of: valid) == "true") } ?? false
                cases.append(
                    Case(
                        file: file, group: members["description"].map { tree.text(of: $0) } ?? "",
                        name: tree.text(of: name), passed: isRight))
            }
        }
        return cases
    }

    private func compile(_ document: SchemaDocument, _ options: JSONSchema.Options) -> JSONSchema? {
        do { return try JSONSchema(document, sources: Self.sources, options: options) } catch { return nil }
    }

    /// The verdict, or `nil` where the verdict and the findings do not agree.
    private func verdict(_ schema: JSONSchema, _ tree: SourceTree, _ data: SourceTree.NodeID) -> Bool? {
        var copy = tree
        let isAllowed = schema.allows(tree, at: data)
        return schema.findings(in: &copy, at: data).isEmpty == isAllowed ? isAllowed : nil
    }

    /// What the suite supposes at `http://localhost:1234/`, and the metaschemas.
    private static let sources: SchemaSources = {
        let remotes = documents(in: Shared.path(folder + "/remotes")) { "http://localhost:1234/\($0)" }
        return SchemaSources(
            remotes + documents(in: packageFolder + "/Tests/EmissionsSchemasTests/Metaschemas") { _ in "" })
    }()

    private static func documents(in folder: String, uri: (String) -> String) -> [SchemaDocument] {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".json") }.compactMap { name in
            guard let bytes = try? read("\(folder)/\(name)"), var document = try? SchemaDocument(bytes) else {
                return nil
            }
            let id = document.tree.members(of: SourceTree.root)["$id"].map { document.tree.text(of: $0) }
            document.uri = uri(name).isEmpty ? id ?? "" : uri(name)
            return document
        }
    }
}

extension SourceTree {
    func members(of id: NodeID) -> [String: NodeID] {
        Dictionary(children(of: id).map { (name(of: $0), $0) }) { first, _ in first }
    }
}
