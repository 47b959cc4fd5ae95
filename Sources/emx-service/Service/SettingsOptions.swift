import ArgumentParser
import EmissionsConsole
import EmissionsReports
import EmissionsService
import EmissionsSyntax
import Glibc

/// How the service is configured: what is said here, then in the environment, then in a file.
struct SettingsOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The file with settings; EMX_CONFIG, or emx.yaml if there is one.", valueName: "file"))
    var config: String?

    @Option(help: ArgumentHelp("The folder with everything that is kept (data.folder).", valueName: "folder"))
    var data: String?

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("A setting, as `emx settings` lists them.", valueName: "name=value"))
    var assignments: [String] = []

    /// What is in force, with what the command's own options say. What is wrong goes to standard error.
    func outcome(_ given: [(name: String, value: String)] = []) throws -> SettingSources.Outcome {
        let path = config ?? Environment["EMX_CONFIG"]
        let file = path ?? (access("emx.yaml", F_OK) == 0 ? "emx.yaml" : nil)
        var values = data.map { [(name: "data.folder", value: $0)] } ?? []
        for assignment in assignments {
            let pair = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard pair.count == 2 else { throw UsageError("--set is '\(assignment)', must be NAME=VALUE") }
            values.append((pair[0], pair[1]))
        }
        let sources = SettingSources(
            file: try file.map(read), environment: Environment.all, given: values + given)
        do {
            let outcome = try sources.applied(to: ServiceConfiguration(executable: CompanionProgram.emx.name))
            for variable in outcome.unknownVariables {
                StandardError.write("warning: \(variable) is no setting, and is not looked at\n")
            }
            return outcome
        } catch {
            let text = TextReport(.off)
            for problem in error.diagnostics { StandardError.write(text.text(of: problem, in: file ?? "emx.yaml")) }
            for words in error.words { StandardError.write("error: \(words)\n") }
            throw ExitStatus.usage
        }
    }

    private func read(_ path: String) throws -> [UInt8] {
        do throws(SystemError) {
            let file = path == "-" ? .standardInput : try FileDescriptor(reading: path)
            defer { file.close() }
            var bytes: [UInt8] = []
            while true {
                let chunk = try file.read(64 * 1024)
                if chunk.isEmpty { return bytes }
                bytes += chunk
            }
        } catch {
            let failure = SyntaxError.unavailable(path, error.words)
            StandardError.write(TextReport(.off).text(of: failure.diagnostic, in: path))
            throw ExitStatus.unavailable
        }
    }
}

extension Environment {
    /// All that begin with `EMX_`.
    static var all: [String: String] {
        var variables: [String: String] = [:]
        var pointer = environ
        while let entry = pointer.pointee {
            let text = String(cString: entry)
            if text.hasPrefix("EMX_"), let end = text.firstIndex(of: "=") {
                variables[String(text[..<end])] = String(text[text.index(after: end)...])
            }
            pointer += 1
        }
        return variables
    }
}
