import EmissionsReports
import EmissionsStore
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

/// What whoever runs the service asks of it.
struct OperationsRoutes {
    let health: ServiceHealth

    func add(to router: some RouterMethods<ServiceContext>) {
        router.get("healthz") { _, _ in Response.json(["status": "alive"]) }
        router.get("readyz", use: ready)
        router.get("version") { _, _ in
            Response.json(["name": Tool.name, "version": Tool.version, "rules": RulePack.digest.description])
        }
    }

    @Sendable private func ready(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let reasons = await health.reasons()
        if reasons.isEmpty { return .json(Readiness(status: "ready", reasons: [])) }
        return .json(Readiness(status: "not ready", reasons: reasons), status: .serviceUnavailable)
    }

    private struct Readiness: Encodable {
        var status: String
        var reasons: [String]
    }
}

extension Response {
    static func json(_ value: some Encodable, status: HTTPResponse.Status = .ok) -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            let bytes = try encoder.encode(value)
            return Response(
                status: status, headers: [.contentType: "application/json"],
                body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        } catch {
            return Response(status: .internalServerError)
        }
    }
}
