import EmissionsStore
import FoundationEssentials
import HTTPTypes
import Hummingbird

/// Somebody signed in to the page: a key of its own that ends by itself, with which the page asks in place of theirs.
///
/// It has that key as its parent, and opens nothing once that key no longer does.
struct Session: Sendable {
    let access: AccessControl

    /// Signs somebody in who has a key, and hands out the cookie.
    ///
    /// - Throws: ``Problem`` where the key opens nothing.
    func begin(secret: String, _ request: Request, _ context: ServiceContext) async throws -> String {
        if let origin = request.headers[.origin] ?? request.headers[.fetchSite], !origin.isEmpty,
            !request.saysOwnOrigin(access.settings)
        {
            throw Problem.crossOrigin
        }
        let sender = QuotaAccount(nil, sender: request.sender(context, access.settings))
        try await access.quotas.charge(sender, requests: 1, bytes: 0)
        let identity = try await access.identity(secret: secret, request, context)
        guard let key = identity.key else { throw Problem.unknownKey }
        let now = access.now(), seconds = Double(access.settings.access.sessionHours) * 3_600
        let end = min(now.addingTimeInterval(seconds), key.expires ?? .distantFuture)
        let issued = try await access.store.issueKey(
            AccessKey.Request(
                tenant: key.tenant, name: "session", scopes: key.scopes, expires: end, parent: key.id),
            by: identity.principal, now: now)
        try await access.audit.note(.signedIn, by: identity, object: issued.key.id.description)
        return SessionCookie.field(issued.secret, seconds: Int(end.timeIntervalSince(now)), access.settings)
    }

    /// Signs somebody out, and hands out a cookie that says so.
    func end(_ identity: Identity?) async throws -> String {
        if let identity, case .session(let id) = identity.means {
            try await access.store.revokeKey(id, of: identity.tenant, by: identity.principal, now: access.now())
            try await access.audit.note(.signedOut, by: identity, object: id.description)
        }
        return SessionCookie.field("", seconds: 0, access.settings)
    }
}

/// The cookie of the page.
enum SessionCookie {
    private static let name = "emx_session"

    static func secret(in request: Request) -> String? {
        for cookie in request.headers[.cookie]?.split(separator: ";") ?? [] {
            let pair = cookie.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
            if pair.count == 2, pair[0] == name { return String(pair[1]) }
        }
        return nil
    }

    static func field(_ secret: String, seconds: Int, _ settings: ServiceConfiguration) -> String {
        let isPlain = settings.publicURL.map { $0.hasPrefix("http://") } ?? settings.isLoopback
        return "\(name)=\(secret); Path=/; Max-Age=\(max(0, seconds)); HttpOnly; SameSite=Strict"
            + (isPlain ? "" : "; Secure")
    }
}
