import EmissionsReports
public import EmissionsStore
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
    /// Counts what happens, where somebody asks for it.
    public var metrics: MetricsRegistry?

    public init(_ configuration: ServiceConfiguration, _ log: Logger, metrics: MetricsRegistry? = nil) {
        (self.configuration, self.log, self.metrics) = (configuration, log, metrics)
    }

    /// Serves until it is told to stop, and then ends what it has begun.
    ///
    /// - Parameters:
    ///   - store: What is kept; closed at the end.
    ///   - isReady: Told the port once requests are taken.
    /// - Throws: what keeps it from listening.
    public func run(_ store: any Store, _ isReady: @escaping @Sendable (Int) -> Void = { _ in }) async throws {
        let now: @Sendable () -> Date = { Date() }
        let folder = try WorkFolder(configuration.workFolder, now: now().timeIntervalSince1970).path
        var workers = configuration.workers, uploads = configuration.uploads
        (workers.temporaryFolder, uploads.folder) = (folder, folder)
        let pool = WorkerPool(workers, log)
        let quarantine = QuarantineList(store, log, now: now)
        await quarantine.read()
        let checking = Checking(
            pool: pool, uploads: uploads, synchronousBytes: configuration.syncMaxBytes,
            quarantine: quarantine, today: Today.day)
        let keeping = Keeping(store: store, checking: checking, settings: KeepingSettings(configuration), now: now)
        let access = AccessControl(store, configuration, log)
        // So that what is wrong with the key set is told at the start.
        _ = await access.keySet?.keys(now: now().timeIntervalSince1970)
        let operations = OperationsRoutes(
            health: ServiceHealth(
                store: store, pool: pool, folders: [configuration.dataFolder, folder],
                minFreeBytes: configuration.minFreeBytes))
        let application = server(
            router(keeping, access, operations, Site(files: try PageFiles.load())), configuration.host,
            configuration.port, isReady)
        var services: [any Service] = [pool, JobRunner(keeping: keeping, log: log), application]
        if let metrics, let port = configuration.adminPort {
            let router = Router(context: ServiceContext.self)
            operations.add(to: router)
            AdminRoutes(registry: metrics, pool: pool, store: store).add(to: router)
            services.append(server(router, configuration.adminHost, port) { _ in })
        }
        warnOfExposure()
        let group = ServiceGroup(
            configuration: .init(
                services: services.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint],
                logger: log))
        do {
            try await group.run()
        } catch {
            try await store.close()
            throw error
        }
        try await store.close()
    }

    func router(
        _ keeping: Keeping, _ access: AccessControl, _ operations: OperationsRoutes, _ site: Site
    ) -> Router<ServiceContext> {
        let router = Router(context: ServiceContext.self)
        router.add(middleware: AnswerMiddleware(log: log, site: site))
        operations.add(to: router)
        SessionRoutes(session: Session(access: access)).add(to: router)
        let interface = router.group("v1")
        let open = router.group("v1").add(middleware: access.checking)
        CheckingRoutes(checking: keeping.checking).add(to: open)
        CatalogRoutes().add(to: open)
        router.get("openapi.json", use: CatalogRoutes.openAPI)
        let desk = JobDesk(keeping: keeping)
        let repeats = RepeatedRequests(store: keeping.store, settings: keeping.settings, now: keeping.now)
        let submissions = SubmissionRoutes(keeping: keeping, jobs: desk, repeats: repeats, audit: access.audit)
        submissions.add(to: interface, access)
        JobRoutes(keeping: keeping, desk: desk, repeats: repeats, submissions: submissions).add(to: interface, access)
        PageRoutes(site: site, keeping: keeping, access: access).add(to: router)
        return router
    }

    private func server(
        _ router: Router<ServiceContext>, _ host: String, _ port: Int, _ isReady: @escaping @Sendable (Int) -> Void
    ) -> some ApplicationProtocol {
        Application(
            router: router, server: .http1(configuration: .init(idleTimeout: .seconds(30))),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port), serverName: Tool.name),
            onServerRunning: { isReady($0.localAddress?.port ?? 0) }, logger: log)
    }

    private func warnOfExposure() {
        guard !configuration.isLoopback, configuration.publicURL == nil, !configuration.trustsProxy else { return }
        log.warning(
            "others can reach this service without TLS; put a proxy before it and set listen.publicURL",
            metadata: ["host": "\(configuration.host)"])
    }
}

enum Today {
    /// The day in UTC.
    static func day() -> String { String(Date().formatted(.iso8601).prefix(10)) }
}
