public import Foundation

/// Requests that may be sent twice and are done once.
public protocol IdempotencyStore: Sendable {
    /// Begins a request under the name that the client chose for it. Of two that begin at once, one is first.
    func beginRequest(_ request: RepeatableRequest, now: Date) async throws(StoreError) -> RequestStanding
    /// Keeps what was answered, for when the request comes again. Refused with `leaseLost` if another began it since.
    func completeRequest(_ ticket: RequestTicket, with response: StoredResponse) async throws(StoreError)
    /// Forgets that a request was begun, so that it can be tried again.
    func abandonRequest(_ ticket: RequestTicket) async throws(StoreError)
}

/// A request as its client names it.
public struct RepeatableRequest: Hashable, Sendable {
    public var tenant: Tenant.ID
    /// The client's `Idempotency-Key`.
    public var key: String
    /// Says whether it is the same request: over method, path and content.
    public var fingerprint: Digest
    /// When whoever began it and was not heard of again no longer counts.
    public var heldUntil: Date
    /// When it is forgotten.
    public var expires: Date

    public init(tenant: Tenant.ID, key: String, fingerprint: Digest, heldUntil: Date, expires: Date) {
        self.tenant = tenant
        self.key = key
        self.fingerprint = fingerprint
        self.heldUntil = heldUntil
        self.expires = expires
    }
}

/// The right to answer a request.
public struct RequestTicket: Hashable, Sendable {
    public let tenant: Tenant.ID
    public let key: String
    let token: String
}

/// What a request that begins is.
public enum RequestStanding: Hashable, Sendable {
    /// Do it.
    case new(RequestTicket)
    /// The same is being done.
    case inProgress
    /// The same was done; say again what was said.
    case done(StoredResponse)
    /// The name was used for a different request.
    case conflict
}

/// What was answered.
public struct StoredResponse: Hashable, Sendable {
    public var status: Int
    public var headers: [Header]
    public var body: [UInt8]

    public init(status: Int, headers: [Header], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    public struct Header: Hashable, Sendable, Codable {
        public var name: String
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }
}
