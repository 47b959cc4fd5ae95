package import ArgumentParser
import EmissionsDiagnostics
import Glibc

/// What both programs do around a command.
package enum CommandRun {
    /// The words of this run after the program's name.
    package static var arguments: [String] { Array(CommandLine.arguments.dropFirst()) }

    /// What these stand for comes back as an error of the write that caused it.
    package static func ignoreSignalsOfWrites() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }

    /// Ends the run where its first word is no command.
    package static func requireCommand(_ arguments: [String], of root: (some ParsableCommand).Type) {
        guard let word = arguments.first, !word.hasPrefix("-"), word != "help" else { return }
        let commands = root.configuration.subcommands.map { $0.configuration }
        if commands.contains(where: { $0.commandName == word }) { return }
        let names = commands.filter(\.shouldDisplay).compactMap(\.commandName) + ["help"]
        StandardError.write(
            "error: there is no command '\(word)'\(Suggestion(for: word, among: names)); "
                + "the commands are \(names.joined(separator: ", "))\n")
        ExitStatus.usage.exit()
    }

    /// Ends the run as what a command threw asks for.
    package static func end(_ error: any Error, of root: (some ParsableCommand).Type) -> Never {
        switch error {
        case let status as ExitStatus: status.exit()
        case let error as UsageError:
            StandardError.write("error: \(error.message)\n")
            ExitStatus.usage.exit()
        default: report(error, root).exit()
        }
    }

    /// Prints what ArgumentParser has to say, which is help as often as an error.
    private static func report(_ error: any Error, _ root: (some ParsableCommand).Type) -> ExitStatus {
        let text = root.fullMessage(for: error)
        guard root.exitCode(for: error).isSuccess else {
            StandardError.write(text.hasPrefix("Error: ") ? "error: \(text.dropFirst(7))\n" : "\(text)\n")
            return .usage
        }
        StandardOutput.write("\(text)\n")
        return .success
    }
}
