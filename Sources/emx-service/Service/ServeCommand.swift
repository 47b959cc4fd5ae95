import ArgumentParser
import EmissionsConsole
import EmissionsReports
import EmissionsService
import EmissionsStore
import FoundationEssentials
import Glibc
import Logging
import Metrics

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        .serve,
        discussion: """
            The first start makes the folder for data, and tells a key for whoever runs the service, once.

            Example:
              emx serve
              curl --data-binary @footprints.json http://127.0.0.1:8080/v1/validate
              emx serve --set access.anonymousChecking=no --set workers.count=4

            `emx settings` lists all that can be set, here, in the environment, or in a file.
            """)

    @Option(help: "The address to listen on (listen.host).")
    var host: String?

    @Option(help: "The port to listen on; 0 for any that is free (listen.port).")
    var port: String?

    @OptionGroup var settings: SettingsOptions

    func run() async throws {
        let given = [("listen.host", host), ("listen.port", port)].compactMap { name, value in
            value.map { (name: name, value: $0) }
        }
        var configuration = try settings.outcome(given).configuration
        guard let worker = CompanionProgram.emx.path else {
            let places = CompanionProgram.emx.places.map { "'\($0)'" }.joined(separator: " and ")
            StandardError.write("error: emx, which works on documents, is not installed: looked for \(places)\n")
            throw ExitStatus.unavailable
        }
        configuration.workers.executable = worker
        let form = configuration.logging.form
        let level = Logger.Level(rawValue: configuration.logging.level.rawValue) ?? .info
        LoggingSystem.bootstrap { label in
            var handler: any LogHandler =
                form == .json ? JSONLogHandler() : StreamLogHandler.standardError(label: label)
            handler.logLevel = level
            return handler
        }
        let registry = configuration.adminPort.map { _ in MetricsRegistry() }
        if let registry { MetricsSystem.bootstrap(registry) }
        let host = configuration.host
        try await OpenedStore.use(configuration, making: true) { store in
            if let secret = try await FirstStart.prepare(store, now: Date()) {
                StandardError.write(
                    """
                    This is the first start. The key for whoever runs the service is shown once; keep it:
                      \(secret)

                    """)
            }
            do {
                try await SubmissionService(configuration, Logger(label: Tool.name), metrics: registry).run(store) {
                    StandardError.write("listening on http://\(host):\($0)\n")
                }
            } catch {
                // What can go wrong before anybody asks is the address.
                StandardError.write("error: can't serve on \(host) port \(configuration.port): \(error)\n")
                throw ExitStatus.unavailable
            }
        }
    }
}
