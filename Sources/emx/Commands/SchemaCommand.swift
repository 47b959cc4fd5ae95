import ArgumentParser
import EmissionsConsole
import EmissionsDiagnostics
import EmissionsReports
import EmissionsSchemas

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print a schema of ours, or list them.",
        discussion: """
            Files are checked against these schemas whatever else they are checked against; 'emx validate --schema'
            takes another one in their place. An XSD that imports others names them by their paths: print each of
            them into a file of its path.

            Examples:
              emx schema
              emx schema pact@2.3
              emx schema cbam-qreport > qreport.xsd
              emx schema emx-report/1.0/line.schema.json
              emx schema ilcd-epd/1.1/common.xsd
            """)

    @Argument(
        help: "What it is about, such as pact or pact@2.3 (without a version: the newest), or its path as listed.")
    var format: String?

    func run() throws {
        guard let format else {
            let rows = OwnSchema.all.map { [$0.format, $0.version, $0.path, "sha256:" + $0.digest.prefix(16)] }
            return StandardOutput.write(Columns(titles: ["format", "version", "schema", "digest"], rows: rows).text)
        }
        StandardOutput.write(try schema(format).bytes)
    }

    private func schema(_ text: String) throws -> OwnSchema {
        if let schema = OwnSchema.all.first(where: { $0.path == text }) { return schema }
        let pieces = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let schemas = OwnSchema.all.filter { $0.format == pieces[0] }
        guard let newest = schemas.last(where: { !$0.isPart }) else {
            let names = OwnSchema.all.map(\.format).reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
            throw UsageError(
                "there is no schema of '\(pieces[0])'\(Suggestion(for: pieces[0], among: names)); "
                    + "there are schemas of \(names.joined(separator: ", "))")
        }
        guard pieces.count > 1 else { return newest }
        guard let schema = OwnSchema.of(pieces[0], pieces[1]) else {
            let versions = schemas.filter { !$0.isPart }.map(\.version)
            throw UsageError(
                "there is no schema of \(pieces[0]) in version '\(pieces[1])'\(Suggestion(for: pieces[1], among: versions)); "
                    + "its versions are \(versions.joined(separator: ", "))")
        }
        return schema
    }
}
