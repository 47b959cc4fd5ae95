import EmissionsReports
import FoundationEssentials
import HTTPTypes
import Hummingbird
public import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// The upload service: a server, and the workers that it hands documents to.
public struct SubmissionService: Sendable {
    public var configuration: ServiceConfiguration
    public let log: Logger

    public init(_ configuration: ServiceConfiguration, _ log: Logger) {
        (self.configuration, self.log) = (configuration, log)
    }

    /// Serves until it is told to stop, and then ends what it has begun.
    ///
    /// - Parameter isReady: Told the port once requests are taken.
    /// - Throws: what keeps it from listening.
    public func run(_ isReady: @escaping @Sendable (Int) -> Void = { _ in }) async throws {
        let pool = WorkerPool(configuration.workers, log)
        let checking = Checking(pool: pool, uploads: configuration.uploads, today: Today.day)
        let application = Application(
            router: router(checking, Site(files: try PageFiles.load())),
            server: .http1(configuration: .init(idleTimeout: .seconds(30))),
            configuration: ApplicationConfiguration(
                address: .hostname(configuration.host, port: configuration.port), serverName: Tool.name),
            onServerRunning: { isReady($0.localAddress?.port ?? 0) }, logger: log)
        let group = ServiceGroup(
            configuration: .init(
                services: [.init(service: pool), .init(service: application)],
                gracefulShutdownSignals: [.sigterm, .sigint], logger: log))
        try await group.run()
    }

    func router(_ checking: Checking, _ site: Site) -> Router<ServiceContext> {
        let router = Router(context: ServiceContext.self)
        router.add(middleware: AnswerMiddleware(log: log, site: site))
        CheckingRoutes(checking: checking).add(to: router.group("v1"))
        PageRoutes(site: site, checking: checking).add(to: router)
        return router
    }
}

enum Today {
    /// The day in UTC.
    static func day() -> String { String(Date().formatted(.iso8601).prefix(10)) }
}
