import EmissionsStore
import FoundationEssentials
import HTTPTypes
import Hummingbird
import Logging

/// Finds out who asks, and lets them through or not.
struct AccessControl: Sendable {
    let store: any Store
    let settings: ServiceConfiguration
    let audit: Audit
    let now: @Sendable () -> Date
    let keySet: KeySet?
    let quotas: QuotaKeeper

    init(
        _ store: any Store, _ settings: ServiceConfiguration, _ log: Logger,
        now: @escaping @Sendable () -> Date = { Date() }
    ) {
        (self.store, self.settings, self.now) = (store, settings, now)
        audit = Audit(store: store, log: log, now: now)
        let tokens = settings.tokens
        keySet = tokens.issuer.flatMap { _ in
            tokens.keys.map { KeySet(KeySetSource($0, certificates: tokens.certificatesFile), log) }
        }
        quotas = QuotaKeeper(store, settings.access, now)
    }

    /// Lets nobody through who may not do what is behind it.
    func require(_ scope: AccessKey.Scope) -> AccessMiddleware { AccessMiddleware(access: self, .scope(scope)) }

    /// Lets everybody through where documents are checked for anybody, else whoever is known.
    var checking: AccessMiddleware { AccessMiddleware(access: self, .checking) }

    /// Lets through whoever is known, whatever they may do.
    var known: AccessMiddleware { AccessMiddleware(access: self, .identity) }

    /// Whether documents are checked for those who don't say who they are.
    var isOpen: Bool {
        switch settings.access.anonymousChecking {
        case .yes: true
        case .no: false
        case .auto: settings.isPrivate
        }
    }

    /// Who asks; nobody where they don't say.
    ///
    /// - Throws: ``Problem`` where what they say is not right, whatever it is they ask for.
    func identity(_ request: Request, _ context: ServiceContext) async throws -> Identity? {
        if let field = request.headers[.authorization] {
            guard let credential = BearerCredential(field) else { throw Problem.unauthenticated }
            if AccessToken.isLikely(credential.text) { return try await identity(token: credential.text, context) }
            return try await identity(secret: credential.text, request, context)
        }
        guard let secret = SessionCookie.secret(in: request), request.isFromOwnPage(settings) else { return nil }
        return try await identity(session: secret)
    }

    // MARK: Keys

    func identity(secret: String, _ request: Request, _ context: ServiceContext) async throws -> Identity {
        let problem: Problem
        switch try await shown(secret) {
        case .open(let key) where key.parent == nil:
            return Identity(key: key, settings.access.quotas(key.quotas), .key)
        case .expired(let key) where key.parent == nil: problem = .expiredKey
        case .revoked(let key) where key.parent == nil: problem = .revokedKey
        default: problem = .unknownKey
        }
        await audit.noteUnknown("key.unknown", from: request.sender(context, settings))
        throw problem
    }

    private func shown(_ secret: String) async throws(StoreError) -> AccessKey.Shown? {
        guard secret.hasPrefix("emx_"), secret.utf8.count < 128 else { return nil }
        return try await store.key(withSecret: secret, now: now())
    }

    /// The cookie of a session that is over is as good as none: the page asks to sign in again.
    private func identity(session secret: String) async throws -> Identity? {
        guard case .open(let session) = try await shown(secret), let parent = session.parent,
            case .open(let key) = try await store.key(parent, of: session.tenant)?.shown(at: now())
        else { return nil }
        return Identity(key: key, settings.access.quotas(key.quotas), .session(session.id))
    }

    // MARK: Tokens

    private func identity(token text: String, _ context: ServiceContext) async throws -> Identity {
        guard let keySet else { throw Problem.noTokens }
        let time = now().timeIntervalSince1970
        let bearer: TokenBearer
        do {
            guard let token = AccessToken(text) else { throw TokenFault.malformed }
            do throws(TokenFault) {
                bearer = try await settings.tokens.bearer(token, keySet.keys(now: time), now: time)
            } catch .unknownKey, .signature {
                bearer = try await settings.tokens.bearer(token, keySet.keysAfterMiss(now: time), now: time)
            }
        } catch let fault as TokenFault {
            throw Problem(fault)
        }
        guard let tenant = Tenant.ID(bearer.tenant), try await store.tenant(tenant) != nil else {
            throw Problem.unknownTenant(bearer.tenant)
        }
        let scopes = settings.tokens.words.filter { bearer.words.contains($0.value) }.keys
        return Identity(
            tenant: tenant, principal: .subject(bearer.subject), scopes: Set(scopes),
            quotas: settings.access.quotas(AccessKey.Quotas()), key: nil, means: .token)
    }
}

extension Identity {
    init(key: AccessKey, _ quotas: AccessKey.Quotas, _ means: Means) {
        self.init(
            tenant: key.tenant, principal: .key(key.id), scopes: key.scopes, quotas: quotas, key: key, means: means)
    }
}

/// What stands behind `Bearer`.
private struct BearerCredential {
    let text: String

    init?(_ field: String) {
        let parts = field.split(separator: " ", omittingEmptySubsequences: true)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { return nil }
        text = String(parts[1])
    }
}
