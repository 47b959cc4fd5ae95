import EmissionsStore
import HTTPTypes

extension Problem {
    private static func refused(_ type: String, _ title: String, _ detail: String, error: String? = nil) -> Problem {
        var problem = Problem(type, .unauthorized, title, detail)
        problem.fields[.wwwAuthenticate] = #"Bearer realm="emissions""# + (error.map { #", error="\#($0)""# } ?? "")
        return problem
    }

    static let unauthenticated = refused(
        "unauthenticated", "the service does not know who asks", "send a key as Authorization: Bearer emx_…")

    static let unknownKey = refused(
        "unknown-key", "the key is not known", "the key is none that opens anything here; ask the operator for another",
        error: "invalid_token")

    static let expiredKey = refused(
        "key-expired", "the key has expired", "ask the operator for another key", error: "invalid_token")

    static let revokedKey = refused(
        "key-revoked", "the key was revoked", "ask the operator for another key", error: "invalid_token")

    static let noTokens = refused(
        "unknown-token", "tokens are not taken", "the service takes keys only, as Authorization: Bearer emx_…",
        error: "invalid_token")

    init(_ fault: TokenFault) {
        let words = fault.words
        self = .refused(words.type, words.title, words.detail, error: "invalid_token")
    }

    static func forbidden(_ scope: AccessKey.Scope) -> Problem {
        var problem = Problem(
            "forbidden", .forbidden, "that may not be done with this key",
            "the key lacks the scope \(scope.rawValue); ask the operator for a key that has it")
        problem.limit = "scope=\(scope.rawValue)"
        problem.fields[.wwwAuthenticate] =
            #"Bearer realm="emissions", error="insufficient_scope", scope="\#(scope.rawValue)""#
        return problem
    }

    /// Said only of tokens whose signature is right.
    static func unknownTenant(_ name: String) -> Problem {
        Problem(
            "unknown-tenant", .forbidden, "the token's tenant is not known",
            "there is no tenant '\(name.prefix(64))' here; ask the operator to add it")
    }

    static let crossOrigin = Problem(
        "cross-origin", .forbidden, "another site asks",
        "somebody signed in to the page can do this from the page only; programs send a key as Authorization: Bearer")

    /// Why what is kept can't be reached.
    init(_ error: StoreError) {
        switch error {
        case .notFound(let what):
            self.init("not-found", .notFound, "there is nothing here", "there is no such \(what)")
        case .alreadyExists(let what):
            self.init("exists", .conflict, "it is there already", "there is such a \(what) already")
        case .cursor:
            self.init("cursor", .badRequest, "the page is not known", "\(error); begin with the first page")
        case _ where error.isTransient:
            self.init(
                "store-busy", .serviceUnavailable, "what is kept can't be reached", "try again in a moment")
            (isRetryable, retryAfter) = (true, 2)
        default:
            self.init(
                "internal", .internalServerError, "the service failed",
                "this is an error of ours; tell the operator the traceId")
        }
    }
}

extension TokenFault {
    /// What the bearer is told. Before the signature is known to be right, nothing but that the token is not taken.
    fileprivate var words: (type: String, title: String, detail: String) {
        switch self {
        case .malformed, .algorithm, .unknownKey, .signature:
            ("unknown-token", "the token is not taken", "its form, algorithm, key or signature is not right")
        case .expired: ("token-expired", "the token has expired", "ask the issuer for another")
        case .early: ("unknown-token", "the token is not valid yet", "its nbf is later than now")
        case .issuer: ("unknown-token", "the token is not taken", "its iss is not oidc.issuer")
        case .audience: ("unknown-token", "the token is not for this service", "its aud is not oidc.audience")
        case .subject: ("unknown-token", "the token names nobody", "its sub is missing")
        case .tenant: ("unknown-token", "the token names no tenant", "the claim of oidc.tenantClaim is missing")
        }
    }
}
