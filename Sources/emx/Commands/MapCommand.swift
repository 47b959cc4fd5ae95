import ArgumentParser
import EmissionsConsole
import EmissionsDiagnostics
import EmissionsFormats
import EmissionsSyntax

struct MapCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map", abstract: "Draft and check mappings of spreadsheets.",
        discussion: """
            A mapping says in YAML which columns of a partner's spreadsheet (CSV) are which
            fields of the model, and how its numbers, dates, units and words are written.
            'validate', 'convert', 'fix' and 'info' read a sheet with --map; 'convert -t map'
            writes one. docs/MAPPING.md tells how to write a mapping.

            Examples:
              emx map init mill.csv > mill.yaml
              emx map check mill.yaml
              emx validate mill.csv --map mill.yaml
              emx convert mill.csv --map mill.yaml -t pact -o footprints.json
              emx convert footprints.json -t map --map mill.yaml -o mill.csv
            """,
        subcommands: [Draft.self, Check.self, Fields.self])

    struct Draft: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "init", abstract: "Draft a mapping by the headers and first rows of a sheet.",
            discussion: """
                Each line says how sure it is of its guess. Units, and what figures are for,
                are never guessed: a '?' stands where you have to ask.
                """)

        @Argument(help: "The sheet, as CSV; '-' is standard input.")
        var input: String

        @Option(help: "What the mapping is called: small letters, digits and hyphens. By default the file's name.")
        var name: String?

        func run() throws {
            do throws(SyntaxError) {
                let draft = try SheetDraft(try InputFile(path: input).bytes(), name: name ?? Self.name(of: input))
                StandardOutput.write(draft.yaml)
            } catch {
                StandardError.write("error[\(error.diagnostic.code)]: \(error.diagnostic.message)\n")
                throw error.kind == .unavailable ? ExitStatus.unavailable : ExitStatus.unreadable
            }
        }

        private static func name(of path: String) -> String {
            let file = path.split(separator: "/").last ?? "sheet"
            let stem = file.split(separator: ".").first ?? "sheet"
            let name = stem.lowercased().unicodeScalars.map { scalar -> Character in
                let isPlain = ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
                return isPlain ? Character(scalar) : "-"
            }
            return name.allSatisfy { $0 == "-" } ? "sheet" : String(String(name).prefix(40))
        }
    }

    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "Say what is wrong with a mapping, each at its place.",
            discussion: "Exit status: 0 it can be used, 2 it can't, 6 it could not be read.")

        @Argument(help: "The mapping, in YAML; '-' is standard input.")
        var input: String

        @OptionGroup var display: DisplayOptions

        func run() throws {
            let mapping = try SteeringFile(path: input).mapping(display)
            StandardOutput.write("\(input): the mapping \(mapping.name) can be used: \(mapping.summary)\n")
        }
    }

    struct Fields: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "fields", abstract: "List the fields that a column can be.")

        func run() throws {
            let rows = SheetMapping.fields.map { [$0.name, $0.kind] }
            StandardOutput.write(Columns(titles: ["field", "takes"], rows: rows).text)
        }
    }
}
