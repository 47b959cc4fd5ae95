import EmissionsStore
import HTTPTypes
import Hummingbird
import NIOCore

/// Stands before routes and asks who comes, whether they may, and whether they have come too often.
struct AccessMiddleware: RouterMiddleware {
    typealias Context = ServiceContext
    private let access: AccessControl
    private let requirement: AccessRequirement

    init(access: AccessControl, _ requirement: AccessRequirement) {
        (self.access, self.requirement) = (access, requirement)
    }

    func handle(
        _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        var context = context, request = request
        let identity = try await access.identity(request, context)
        try await check(identity, request, context)
        context.identity = identity
        let account = QuotaAccount(identity, sender: request.sender(context, access.settings))
        let place = try access.quotas.enter(account)
        defer { place.leave() }
        let length = try bodyLength(request)
        try await access.quotas.charge(account, requests: 1, bytes: length ?? 0)
        if length == nil, request.hasBody {
            let quotas = access.quotas
            request.body = RequestBody(
                asyncSequence: CountedBody(base: request.body) {
                    try await quotas.charge(account, requests: 0, bytes: $0)
                })
        }
        return try await next(request, context)
    }

    private func check(_ identity: Identity?, _ request: Request, _ context: ServiceContext) async throws {
        guard let identity else {
            if case .checking = requirement, access.isOpen { return }
            throw Problem.unauthenticated
        }
        if case .session = identity.means, !request.method.isSafe, !request.saysOwnOrigin(access.settings) {
            await access.audit.noteDenied(identity, "cross-origin")
            throw Problem.crossOrigin
        }
        if case .scope(let scope) = requirement, !identity.may(scope) {
            await access.audit.noteDenied(identity, scope.rawValue)
            throw Problem.forbidden(scope)
        }
    }

    /// What the request says that it sends. Nothing is counted of what will not be taken.
    private func bodyLength(_ request: Request) throws(Problem) -> Int? {
        guard let length = request.headers[.contentLength].flatMap({ Int($0) }) else { return nil }
        if length > access.settings.uploads.maxBytes { throw .tooLarge(access.settings.uploads.maxBytes) }
        return max(0, length)
    }
}

extension HTTPRequest.Method {
    var isSafe: Bool { self == .get || self == .head || self == .options }
}

extension Request {
    /// A body without a length comes in chunks.
    fileprivate var hasBody: Bool { headers[.transferEncoding] != nil }
}

/// A body whose bytes are counted as they come, for those who don't say how many there will be.
private struct CountedBody: AsyncSequence, Sendable {
    typealias Element = ByteBuffer
    let base: RequestBody
    let count: @Sendable (Int) async throws -> Void

    func makeAsyncIterator() -> Iterator { Iterator(base: base.makeAsyncIterator(), count: count) }

    struct Iterator: AsyncIteratorProtocol {
        var base: RequestBody.AsyncIterator
        let count: @Sendable (Int) async throws -> Void
        private var pending = 0
        private static let portion = 1 << 20

        init(base: RequestBody.AsyncIterator, count: @escaping @Sendable (Int) async throws -> Void) {
            (self.base, self.count) = (base, count)
        }

        mutating func next() async throws -> ByteBuffer? {
            let chunk = try await base.next()
            pending += chunk?.readableBytes ?? 0
            if pending >= Self.portion || chunk == nil && pending > 0 {
                try await count(pending)
                pending = 0
            }
            return chunk
        }
    }
}
