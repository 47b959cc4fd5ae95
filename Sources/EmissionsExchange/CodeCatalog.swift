public import EmissionsDiagnostics
import EmissionsFormats
import EmissionsRules
import EmissionsSchemas
import EmissionsSyntax

/// Every code that a report can hold, and what it stands for.
public enum CodeCatalog {
    /// The codes of reading, of schemas, of writing and converting, in the order of the codes. Rules are in
    /// `RuleCatalog`.
    public static let engine: [CodeDescription] =
        (CodeDescription.syntax + CodeDescription.xsd + CodeDescription.jsonSchema + CodeDescription.tableSchema
        + CodeDescription.mapping + CodeDescription.formats + CodeDescription.brought + CodeDescription.policy
        + CodeDescription.comparing + CodeDescription.reporting + CodeDescription.configuration)
        .sorted { $0.code < $1.code }

    public static func description(of code: Diagnostic.Code) -> CodeDescription? {
        engine.first { $0.code == code }
    }

    /// Every code there is, the engine's and the rules'.
    public static var codes: [Diagnostic.Code] { (engine.map(\.code) + RuleCatalog.all.map { $0.about.code }).sorted() }
}

extension CodeDescription {
    fileprivate static let reporting = [
        CodeDescription(
            "LIM-012", .warning, "a report that became too long",
            why:
                "The service bounds how long a report of all findings may become, so that one document does not fill its "
                + "memory. The counts are exact; only the list ends early.",
            remedy: "Run emx validate --report csv or ndjson on the file itself, which list every finding.")
    ]
}
