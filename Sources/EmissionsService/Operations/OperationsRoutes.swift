import EmissionsReports
import EmissionsStore
import HTTPTypes
import Hummingbird

/// What whoever runs the service asks of it.
struct OperationsRoutes {
    let health: ServiceHealth

    func add(to router: some RouterMethods<ServiceContext>) {
        router.get("healthz") { _, _ in try Response.json(["status": "alive"]) }
        router.get("readyz", use: ready)
        router.get("version") { _, _ in
            try Response.json(["name": Tool.name, "version": Tool.version, "rules": RuleDigest.current])
        }
    }

    @Sendable private func ready(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let reasons = await health.reasons()
        if reasons.isEmpty { return try .json(Readiness(status: "ready", reasons: [])) }
        return try .json(Readiness(status: "not ready", reasons: reasons), .serviceUnavailable)
    }

    private struct Readiness: Encodable {
        var status: String
        var reasons: [String]
    }
}
