import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import EmissionsSchemas
import EmissionsSyntax

/// Holds one file against the schema that the user brought, or the one that its format has.
struct SchemaCheck {
    private let brought: BroughtSchema?
    /// Whose schemas are used where none is brought; `nil` where that is not wanted.
    private let format: Format?
    /// Follows an XML file as it is read; what it finds comes with the findings of the reader.
    private(set) var observer: XMLObserver?
    /// Against which schemas something was held, in the order in which they were first needed.
    private(set) var used: [UsedSchema] = []
    private var hasToldMisfit = false

    /// The version is that of the file, as far as its start tells.
    init(_ options: ReadingOptions, _ format: Format, version: String?) {
        (brought, self.format) = (options.schema, options.usesOwnSchemas ? format : nil)
        let own = own(version)
        guard case .xsd(let schema) = brought?.schema ?? own?.compiled else {
            return
        }
        observer = XSDValidator(schema, mostFindings: Self.mostFindings).observer
        if let own, brought == nil { used.append(.own(own)) }
        if let brought { used.append(.brought(brought.name, digest: brought.digest)) }
    }

    private static let mostFindings = 1_000_000

    /// What the schema says against a part that was just read, beyond what the observer sees.
    mutating func check(_ part: SubmissionPart, version: String?, _ log: inout ReadLog) -> [Diagnostic] {
        if let brought, let misfit = misfit(of: brought.schema, with: log.tree.syntax) { return misfit }
        guard log.tree.syntax == .json, !log.tree.isEmpty else { return [] }
        if case .header = part { return [] }
        let own = own(version)
        guard case .json(let schema) = brought?.schema ?? own?.compiled else { return [] }
        if let own, brought == nil { use(.own(own)) }
        if let brought { use(.brought(brought.name, digest: brought.digest)) }
        return schema.findings(in: &log.tree)
    }

    private func own(_ version: String?) -> OwnSchema? {
        guard let format, let version else { return nil }
        return OwnSchema.of(format.name, version)
    }

    private mutating func use(_ schema: UsedSchema) { if !used.contains(schema) { used.append(schema) } }

    /// Says once that the schema is of another kind than the file; empty where that was said, `nil` where it is not so.
    private mutating func misfit(of schema: CompiledSchema, with syntax: SourceTree.Syntax) -> [Diagnostic]? {
        let kind: String
        switch (schema, syntax) {
        case (.json, .json), (.xsd, .xml): return nil
        case (.json, _): kind = "a JSON Schema, for JSON"
        case (.xsd, _): kind = "an XSD, for XML"
        }
        guard !hasToldMisfit else { return [] }
        hasToldMisfit = true
        return [Diagnostic("SCH-001", .error, .misfit(kind, syntax), help: .misfit)]
    }
}

extension CodeDescription {
    static let brought = [
        CodeDescription(
            "SCH-001", .error, "a schema of another kind than the file",
            why: "An XSD can say nothing about JSON or a table, a JSON Schema nothing about XML: nothing was checked.",
            remedy: "Name a schema that is made for files of this kind.")
    ]
}

extension Diagnostic.Message {
    fileprivate static func misfit(_ kind: String, _ syntax: SourceTree.Syntax) -> Self {
        let found =
            switch syntax {
            case .json: "JSON"
            case .xml: "XML"
            case .csv: "a table"
            }
        return "the schema is \(kind), and the file is \(found): it was not checked against it"
    }
}

extension String {
    fileprivate static let misfit = "Name a schema that is made for files of this kind."
}
