import ArgumentParser
import EmissionsConsole
import EmissionsFormats
import EmissionsReports

struct FormatsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "formats", abstract: "List the formats, or the fields of one.",
        discussion: """
            Examples:
              emx formats
              emx formats pact
            """)

    @Argument(help: "A format, to see how its fields line up with the model.")
    var name: String?

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        if let name {
            let format = try FormatName(name).format
            StandardOutput.write(json ? fields(of: format).document : Array(text(of: format).utf8))
        } else if json {
            StandardOutput.write(JSONValue.list(Format.all.map(summary)).document)
        } else {
            StandardOutput.write(list)
        }
    }

    private var list: String {
        Columns(
            titles: ["format", "reads", "writes", "title"],
            rows: Format.all.map { format in
                [
                    format.name, format.versions.joined(separator: " "), format.writtenVersions.joined(separator: " "),
                    format.title,
                ]
            }
        ).text
    }

    private func text(of format: Format) -> String {
        let tables = format.tables().map { table in
            "\n\(table.title)\n"
                + Columns(
                    titles: ["field", "model", "", "spelling"],
                    rows: table.rows.map { row in
                        let spelling = [row.spelling, row.remark.map { "(\($0))" }].compactMap { $0 }
                        return [
                            row.name, row.path ?? "", row.isRequired ? "required" : "", spelling.joined(separator: " "),
                        ]
                    }
                ).text
        }
        return "\(format.name): \(format.title)\n" + tables.joined()
    }

    private func summary(_ format: Format) -> JSONValue {
        [
            "name": .text(format.name), "title": .text(format.title),
            "reads": .list(format.versions.map { .text($0) }),
            "writes": .list(format.writtenVersions.map { .text($0) }), "extension": .text(format.fileExtension),
        ]
    }

    private func fields(of format: Format) -> JSONValue {
        var json = summary(format)
        json.append(
            "tables",
            .list(
                format.tables().map { table in
                    [
                        "title": .text(table.title),
                        "fields": .list(
                            table.rows.map { row in
                                [
                                    "name": .text(row.name), "path": JSONValue(row.path),
                                    "spelling": .text(row.spelling), "required": .bool(row.isRequired),
                                    "remark": JSONValue(row.remark),
                                ]
                            }),
                    ]
                }))
        return json
    }
}
