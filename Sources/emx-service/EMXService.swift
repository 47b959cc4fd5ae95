import ArgumentParser
import EmissionsConsole
import EmissionsReports

/// The part of the command line that serves, and looks after what is kept. `emx` goes on as this program where one of its
/// commands is meant, so that help calls them by that name.
@main
struct EMXService: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "emx",
        abstract: "Serve, and look after what is kept: the commands of emx that are in the program emx-service.",
        usage: "emx <command> [options]",
        version: "\(Tool.name) \(Tool.version)",
        subcommands: [
            ServeCommand.self, SettingsCommand.self, TenantsCommand.self, KeysCommand.self, AuditCommand.self,
            BackupCommand.self, RestoreCommand.self,
        ])

    static func main() async {
        let arguments = CommandRun.arguments
        CommandRun.ignoreSignalsOfWrites()
        CommandRun.requireCommand(arguments, of: Self.self)
        do {
            let command = try parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                var command = command
                try command.run()
            }
            ExitStatus.success.exit()
        } catch {
            CommandRun.end(error, of: Self.self)
        }
    }
}

extension CommandConfiguration {
    /// One of the commands that `emx` lists, too.
    init(
        _ name: ServiceCommandName, discussion: String, subcommands: [any ParsableCommand.Type] = []
    ) {
        self.init(
            commandName: name.rawValue, abstract: name.abstract, discussion: discussion, subcommands: subcommands)
    }
}
