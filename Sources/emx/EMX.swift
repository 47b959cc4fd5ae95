import ArgumentParser
import EmissionsConsole
import EmissionsReports

/// The command line.
@main
struct EMX: ParsableCommand {
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
            MapCommand.self, ServiceStub.Serve.self, WorkerCommand.self, ServiceStub.Settings.self,
            ServiceStub.Tenants.self,
            ServiceStub.Keys.self, ServiceStub.Audit.self, ServiceStub.Backup.self, ServiceStub.Restore.self,
        ])

    static func main() {
        let arguments = CommandRun.arguments
        if let name = ServiceCommandName(arguments) { ServiceStub.become(name, arguments) }
        CommandRun.ignoreSignalsOfWrites()
        CommandRun.requireCommand(arguments, of: Self.self)
        do {
            var command = try parseAsRoot(arguments)
            try command.run()
            ExitStatus.success.exit()
        } catch {
            CommandRun.end(error, of: Self.self)
        }
    }
}
