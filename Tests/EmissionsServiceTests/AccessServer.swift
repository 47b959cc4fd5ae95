import EmissionsStore
import Foundation
import Hummingbird
import Logging
import ServiceLifecycle
import TestSupport

@testable import EmissionsService

/// A server on a port of this machine, with a store of its own that has a tenant `acme` and a tenant `other`.
struct AccessServer {
    let http: HTTPExchange
    let store: any Store
    let configuration: ServiceConfiguration
    let acme: Tenant.ID
    let other: Tenant.ID

    /// The whole service, as `emx serve` runs it.
    static func running(
        _ change: (inout ServiceConfiguration) -> Void = { _ in }, _ body: (AccessServer) async throws -> Void
    ) async throws {
        try await withStore(change) { store, configuration in
            let service = SubmissionService(configuration, quietLog)
            return { isReady in try await service.run(store, isReady) }
        } body: {
            try await body($0)
        }
    }

    /// Nothing but routes, one behind each scope: `/submit`, `/readOwn`, …, which say who asks, or how much was sent.
    static func guarding(
        _ change: (inout ServiceConfiguration) -> Void = { _ in }, now: @escaping @Sendable () -> Date = { Date() },
        _ body: (AccessServer) async throws -> Void
    ) async throws {
        try await withStore(change) { store, configuration in
            let access = AccessControl(store, configuration, quietLog, now: now)
            return { isReady in
                try await Application(
                    router: try guardedRoutes(access),
                    configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
                    onServerRunning: { isReady($0.localAddress?.port ?? 0) }, logger: quietLog
                ).run()
            }
        } body: {
            try await body($0)
        }
    }

    private static func guardedRoutes(_ access: AccessControl) throws -> Router<ServiceContext> {
        let router = Router(context: ServiceContext.self)
        router.add(middleware: AnswerMiddleware(log: quietLog, site: Site(files: try PageFiles.load())))
        SessionRoutes(session: Session(access: access)).add(to: router)
        for scope in AccessKey.Scope.allCases {
            let group = router.group().add(middleware: access.require(scope))
            group.get("\(scope.rawValue)") { _, context in try context.requiredIdentity.principal.description }
            group.post("\(scope.rawValue)") { request, _ in
                var count = 0
                for try await chunk in request.body { count += chunk.readableBytes }
                return String(count)
            }
        }
        return router
    }

    private static let quietLog = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private static func withStore(
        _ change: (inout ServiceConfiguration) -> Void,
        serve: (any Store, ServiceConfiguration) -> @Sendable (@escaping @Sendable (Int) -> Void) async throws -> Void,
        body: (AccessServer) async throws -> Void
    ) async throws {
        let folder = NSTemporaryDirectory() + "/emx-access-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var configuration = ServiceConfiguration(executable: productsFolder + "/emx")
        (configuration.port, configuration.dataFolder) = (0, folder)
        configuration.minFreeBytes = 0
        change(&configuration)
        let store = try await configuration.openStore()
        let acme = Tenant.ID("acme")!, other = Tenant.ID("other")!
        for id in [acme, other] {
            try await store.addTenant(Tenant(id: id, name: id.description, created: Date()), by: .service)
        }
        let run = serve(store, configuration)
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let server = Task {
            defer { port.finish() }
            try await run { port.yield($0) }
        }
        guard let number = await ports.first(where: { _ in true }) else { return try await server.value }
        let running = AccessServer(
            http: HTTPExchange(port: number), store: store, configuration: configuration, acme: acme, other: other)
        do {
            try await body(running)
        } catch {
            server.cancel()
            _ = await server.result
            throw error
        }
        server.cancel()
        _ = await server.result
    }

    /// Another key of `acme`, unless another tenant is named.
    func key(
        _ scopes: Set<AccessKey.Scope>, of tenant: Tenant.ID? = nil, quotas: AccessKey.Quotas = .init(),
        expires: Date? = nil
    ) async throws -> AccessKey.Issued {
        try await store.issueKey(
            AccessKey.Request(
                tenant: tenant ?? acme, name: "test", scopes: scopes, quotas: quotas, expires: expires),
            by: .service, now: Date())
    }

    func actions() async throws -> [String] {
        try await store.auditEntries(after: 0, of: nil, limit: 1_000).map(\.event.action)
    }
}

extension HTTPAnswer {
    /// A text in the record of JSON that the body is.
    func member(_ name: String) -> String? {
        let record = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]
        return record?[name] as? String
    }

    /// The end of the problem's type; nothing for what is no problem.
    var problem: String? {
        guard self["Content-Type"] == "application/problem+json" else { return nil }
        return member("type")?.split(separator: "/").last.map(String.init)
    }

    /// The cookie, as it is sent back.
    var cookie: String? { self["Set-Cookie"]?.split(separator: ";").first.map(String.init) }
}

extension AccessKey.Issued {
    var bearer: [String: String] { ["Authorization": "Bearer \(secret)"] }
}
