import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

/// Signing in to the page with a key, and out again.
struct SessionRoutes {
    let session: Session

    func add(to router: some RouterMethods<ServiceContext>) {
        router.post("session", use: begin)
        router.group().add(middleware: session.access.known).post("session/end", use: end)
    }

    @Sendable private func begin(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let secret = try await SignIn.secret(request)
        return answer(request, cookie: try await session.begin(secret: secret, request, context))
    }

    @Sendable private func end(_ request: Request, _ context: ServiceContext) async throws -> Response {
        answer(request, cookie: try await session.end(context.identity))
    }

    /// Forms go on with the first page; programs need nothing but the cookie.
    private func answer(_ request: Request, cookie: String) -> Response {
        let isPage = request.headers[.accept]?.contains("text/html") == true
        var response = Response(status: isPage ? .seeOther : .noContent)
        if isPage { response.headers[.location] = "/" }
        response.headers[.setCookie] = cookie
        return response
    }
}

/// The key in a form's `key`, or in JSON's.
private enum SignIn {
    private struct Field: Decodable { let key: String }

    static func secret(_ request: Request) async throws -> String {
        let buffer: ByteBuffer
        do { buffer = try await request.body.collect(upTo: 4_096) } catch { throw Problem.noKey }
        let bytes = Array(buffer.readableBytesView)
        if request.headers[.contentType]?.hasPrefix("application/json") == true {
            do { return try JSONDecoder().decode(Field.self, from: Data(bytes)).key } catch { throw Problem.noKey }
        }
        for pair in String(decoding: bytes, as: UTF8.self).split(separator: "&") where pair.hasPrefix("key=") {
            // Keys are letters, digits and one underscore, which forms send as they are.
            return pair.dropFirst(4).filter { $0 != "+" }
        }
        throw Problem.noKey
    }
}

extension Problem {
    fileprivate static let noKey = Problem(
        "no-key", .badRequest, "there is no key", "send a form with the field key, or JSON as {\"key\":\"emx_…\"}")
}
