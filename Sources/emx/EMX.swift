import ArgumentParser
import EmissionsDiagnostics
import EmissionsReports
import Glibc

/// The command line.
@main
struct EMX: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "emx",
        abstract: "Read, check and convert product footprints and emissions reports.",
        usage: "emx <command> [options]",
        discussion: """
            Examples:
              emx validate footprints.json
              emx fix footprints.json -o fixed.json
              emx convert footprints.json -t pact@2.3 -o old.json --loss loss.json
              emx diff last-year.json this-year.json
              emx info supplier.csv
              emx explain READ-002

            Data goes to standard output, everything else to standard error; '-' is standard input or output.

            Exit status:
              0   a verdict was reached, nothing stands against the data
              1   findings at or above --fail-on, an incomplete target, or a difference
              2   the command line is wrong
              3   the conversion loses something and --on-loss is fail
              4   the input is in no format that is known, or broken
              5   a limit was reached: there is no verdict
              6   a file could not be read or written
              70  an error of emx itself
            Of several files the highest counts.
            """,
        version: "\(Tool.name) \(Tool.version)",
        subcommands: [
            DetectCommand.self, ValidateCommand.self, FixCommand.self, ConvertCommand.self, DiffCommand.self,
            InfoCommand.self, FormatsCommand.self, RulesCommand.self, SchemaCommand.self, ExplainCommand.self,
            MapCommand.self,
            ServeCommand.self, WorkerCommand.self, SettingsCommand.self, TenantsCommand.self, KeysCommand.self,
            AuditCommand.self, BackupCommand.self, RestoreCommand.self,
        ])

    static func main() async {
        // What these stand for comes back as an error of the write that caused it.
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        let arguments = Array(CommandLine.arguments.dropFirst())
        if let word = arguments.first, !word.hasPrefix("-"), let message = unknownCommand(word) {
            StandardError.write("error: \(message)\n")
            ExitStatus.usage.exit()
        }
        do {
            try await run(try parseAsRoot(arguments))
            ExitStatus.success.exit()
        } catch let status as ExitStatus {
            status.exit()
        } catch let error as UsageError {
            StandardError.write("error: \(error.message)\n")
            ExitStatus.usage.exit()
        } catch {
            report(error).exit()
        }
    }

    private static func run(_ command: any ParsableCommand) async throws {
        guard var serving = command as? any AsyncParsableCommand else {
            var command = command
            return try command.run()
        }
        try await serving.run()
    }

    /// Prints what ArgumentParser has to say, which is help as often as an error.
    private static func report(_ error: any Error) -> ExitStatus {
        let text = fullMessage(for: error)
        guard exitCode(for: error).isSuccess else {
            StandardError.write(text.hasPrefix("Error: ") ? "error: \(text.dropFirst(7))\n" : "\(text)\n")
            return .usage
        }
        StandardOutput.write("\(text)\n")
        return .success
    }

    private static func unknownCommand(_ word: String) -> String? {
        let commands = configuration.subcommands.map { $0.configuration }
        if word == "help" || commands.contains(where: { $0.commandName == word }) { return nil }
        let names = commands.filter(\.shouldDisplay).compactMap(\.commandName) + ["help"]
        return "there is no command '\(word)'\(Suggestion(for: word, among: names)); "
            + "the commands are \(names.joined(separator: ", "))"
    }
}
