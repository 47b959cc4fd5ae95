import EmissionsStore
import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

/// Requests that come again under the name that the client gave them, and are done once.
struct RepeatedRequests: Sendable {
    let store: any Store
    let settings: KeepingSettings
    let now: @Sendable () -> Date

    /// Does something, unless it was done before: then says again what was said.
    ///
    /// - Throws: ``Problem`` where the name was used for another request, or the first is still being done.
    func once(
        _ request: Request, _ identity: Identity, _ upload: Upload, _ work: () async throws -> Response
    ) async throws -> Response {
        guard let key = request.headers[.idempotencyKey] else { return try await work() }
        guard (1...200).contains(key.utf8.count) else {
            throw Problem.badValue("Idempotency-Key", key, "1 to 200 characters")
        }
        let time = now()
        let what = [request.method.rawValue, request.uri.string, upload.sha256, "\(identity.principal)"]
        let repeatable = RepeatableRequest(
            tenant: identity.tenant, key: "\(identity.principal) \(key)",
            fingerprint: Digest(of: what.joined(separator: "\n").utf8), heldUntil: time.addingTimeInterval(600),
            expires: time.addingTimeInterval(Double(settings.retention.idempotencyHours) * 3_600))
        switch try await store.beginRequest(repeatable, now: time) {
        case .conflict: throw Problem.otherRequest
        case .inProgress: throw Problem.inProgress
        case .done(let kept): return Response(kept)
        case .new(let ticket):
            do {
                let response = try await work()
                let kept = try await StoredResponse(response)
                try await store.completeRequest(ticket, with: kept)
                return Response(kept)
            } catch {
                try await store.abandonRequest(ticket)
                throw error
            }
        }
    }
}

extension StoredResponse {
    fileprivate init(_ response: Response) async throws {
        let body = try await response.body.collected()
        self.init(
            status: response.status.code,
            headers: response.headers.map { Header(name: $0.name.rawName, value: $0.value) }, body: body)
    }
}

extension Response {
    fileprivate init(_ kept: StoredResponse) {
        self.init(status: HTTPResponse.Status(code: kept.status))
        for header in kept.headers {
            if let name = HTTPField.Name(header.name) { headers[name] = header.value }
        }
        body = ResponseBody(byteBuffer: ByteBuffer(bytes: kept.body))
    }
}

extension ResponseBody {
    /// All bytes of a small body.
    fileprivate func collected() async throws -> [UInt8] {
        final class Collector: ResponseBodyWriter, @unchecked Sendable {
            var bytes: [UInt8] = []
            func write(_ buffer: ByteBuffer) async throws { bytes += buffer.readableBytesView }
            func finish(_ trailingHeaders: HTTPFields?) async throws {}
        }
        let collector = Collector()
        try await write(collector)
        return collector.bytes
    }
}

extension Problem {
    fileprivate static let otherRequest = Problem(
        "idempotency-conflict", .conflict, "the Idempotency-Key was used for another request",
        "use a new key for each request, and the same key only to send the same request again")

    fileprivate static let inProgress: Problem = {
        var problem = Problem(
            "idempotency-in-progress", .conflict,
            "the first request under this Idempotency-Key is still being answered",
            "send it again in a moment")
        (problem.isRetryable, problem.retryAfter) = (true, 2)
        return problem
    }()
}
