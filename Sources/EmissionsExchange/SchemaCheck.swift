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
    /// Follows a file as it is read; what it finds comes with the findings of the reader.
    let observer: SourceObserver?
    /// Against which schemas something was held, in the order in which they were first needed.
    var used: [UsedSchema] { usedForAll + (chosen?.schemas.map { .own($0) } ?? []) }
    private var usedForAll: [UsedSchema] = []
    private let chosen: ChosenSchemas?
    private var hasToldMisfit = false
    private var hasSeenHeader = false

    /// The version is that of the file, as far as its start tells.
    init(_ options: ReadingOptions, _ format: Format, version: String?) {
        (brought, self.format) = (options.schema, options.usesOwnSchemas ? format : nil)
        let own = Self.own(self.format, version)
        chosen = brought == nil && own == nil ? self.format.flatMap { ChosenSchemas(of: $0) } : nil
        observer =
            (brought?.schema ?? own?.compiled)?.observer(mostFindings: Self.mostFindings)
            ?? chosen?.observer(mostFindings: Self.mostFindings)
        guard observer != nil, chosen == nil else { return }
        if let own, brought == nil { usedForAll.append(.own(own)) }
        if let brought { usedForAll.append(.brought(brought.name, digest: brought.digest)) }
    }

    private static let mostFindings = 1_000_000

    /// What the schema says against a part that was just read, beyond what the observer sees.
    mutating func check(_ part: SubmissionPart, version: String?, _ log: inout ReadLog) -> [Diagnostic] {
        if let brought, let misfit = misfit(of: brought.schema, with: log.tree.syntax) { return misfit }
        guard log.tree.syntax == .json, !log.tree.isEmpty else { return [] }
        if case .header = part {
            // What stands behind the records is reported by the reader.
            guard format?.describesHeader == true, !hasSeenHeader else { return [] }
            hasSeenHeader = true
        }
        let own = Self.own(format, version)
        guard case .json(let schema) = brought?.schema ?? own?.compiled else { return [] }
        if let own, brought == nil { use(.own(own)) }
        if let brought { use(.brought(brought.name, digest: brought.digest)) }
        return schema.findings(in: &log.tree)
    }

    fileprivate static func own(_ format: Format?, _ version: String?) -> OwnSchema? {
        guard let format, let version else { return nil }
        return OwnSchema.of(format.name, version)
    }

    private mutating func use(_ schema: UsedSchema) { if !usedForAll.contains(schema) { usedForAll.append(schema) } }

    /// Says once that the schema is of another kind than the file; empty where that was said, `nil` where it is not so.
    private mutating func misfit(of schema: CompiledSchema, with syntax: SourceTree.Syntax) -> [Diagnostic]? {
        switch (schema, syntax) {
        case (.json, .json), (.xsd, .xml), (.table, .csv): return nil
        case (.json, _), (.xsd, _), (.table, _): break
        }
        guard !hasToldMisfit else { return [] }
        hasToldMisfit = true
        return [Diagnostic("SCH-001", .error, .misfit(schema.kind, syntax), help: .misfit)]
    }
}

/// The schemas of ours that documents are held against as they turn out to be in one version or another.
private final class ChosenSchemas {
    private let format: Format
    private let version: @Sendable (XMLRoot) -> String?
    private(set) var schemas: [OwnSchema] = []

    init?(of format: Format) {
        guard let version = format.schemaVersion else { return nil }
        (self.format, self.version) = (format, version)
    }

    func observer(mostFindings: Int) -> SourceObserver {
        .xml(XSDDocuments(mostFindings: mostFindings) { self.schema(for: $0) }.observer)
    }

    private func schema(for root: XMLRoot) -> XSDSchema? {
        guard let own = SchemaCheck.own(format, version(root)), case .xsd(let schema) = own.compiled else { return nil }
        if !schemas.contains(own) { schemas.append(own) }
        return schema
    }
}

extension CodeDescription {
    static let brought = [
        CodeDescription(
            "SCH-001", .error, "a schema of another kind than the file",
            why: "A schema can only say something about files of its own syntax: nothing was checked.",
            remedy: "Name a schema that is made for files of this kind.")
    ]
}

extension CompiledSchema {
    /// What follows a file to check it; `nil` where records are checked one by one.
    fileprivate func observer(mostFindings: Int) -> SourceObserver? {
        switch self {
        case .json: nil
        case .xsd(let schema): .xml(XSDDocuments(mostFindings: mostFindings) { _ in schema }.observer)
        case .table(let schema): .csv(TableValidator(schema, mostFindings: mostFindings).observer)
        }
    }

    fileprivate var kind: String {
        switch self {
        case .json: "a JSON Schema, for JSON"
        case .xsd: "an XSD, for XML"
        case .table: "a table schema, for CSV"
        }
    }
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
