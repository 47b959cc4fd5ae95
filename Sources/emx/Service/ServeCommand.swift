import ArgumentParser
import EmissionsReports
import EmissionsService
import Glibc
import Logging

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Check, convert and keep submissions for others, over HTTP.",
        discussion: """
            Example:
              emx serve
              curl --data-binary @footprints.json http://127.0.0.1:8080/v1/validate
            """)

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 for any that is free.")
    var port = 8080

    func run() async throws {
        var configuration = ServiceConfiguration(executable: try Self.executable())
        (configuration.host, configuration.port) = (host, port)
        LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
        let host = host
        try await SubmissionService(configuration, Logger(label: Tool.name)).run { port in
            StandardError.write("listening on http://\(host):\(port)\n")
        }
    }

    /// This program, to be started again as a worker.
    static func executable() throws -> String {
        guard let path = realpath("/proc/self/exe", nil) else { throw UsageError("can't find the program itself") }
        defer { free(path) }
        return String(cString: path)
    }
}
