import EmissionsDiagnostics
import EmissionsModel
import EmissionsSchemas
import EmissionsSyntax

/// Holds one file against the schema that the user brought.
struct SchemaCheck {
    private let schema: BroughtSchema
    private let validator: XSDValidator?
    private var hasToldMisfit = false

    init?(_ options: ReadingOptions) {
        guard let schema = options.schema else { return nil }
        self.schema = schema
        validator =
            if case .xsd(let schema) = schema {
                XSDValidator(schema, mostFindings: options.maxFindings)
            } else {
                nil
            }
    }

    /// Follows an XML file as it is read; what it finds comes with the findings of the reader.
    var observer: XMLObserver? { validator?.observer }

    /// What the schema says against a part that was just read, beyond what the observer sees.
    mutating func check(_ part: SubmissionPart, _ log: inout ReadLog) -> [Diagnostic] {
        switch (schema, log.tree.syntax) {
        case (.json(let schema), .json):
            if case .header = part { return [] }
            return log.tree.isEmpty ? [] : schema.findings(in: &log.tree)
        case (.xsd, .xml): return []
        case (_, let syntax):
            guard !hasToldMisfit else { return [] }
            hasToldMisfit = true
            let kind = validator == nil ? "a JSON Schema, for JSON" : "an XSD, for XML"
            return [Diagnostic("SCH-001", .error, .misfit(kind, syntax), help: .misfit)]
        }
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
