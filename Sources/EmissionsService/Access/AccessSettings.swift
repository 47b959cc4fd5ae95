public import EmissionsStore

/// Who may do what, as far as the operator says.
public struct AccessSettings: Sendable {
    public enum AnonymousChecking: String, Sendable, CaseIterable { case auto, yes, no }

    /// Whether documents are checked for those who say nothing of who they are.
    public var anonymousChecking = AnonymousChecking.auto
    /// How often one address may ask that says nothing of who it is.
    public var anonymousRequestsPerMinute = 120
    /// How many requests one key, or one address, may have under way.
    public var requestsAtOnce = 32
    /// How long somebody stays signed in to the page.
    public var sessionHours = 12
    /// What holds for keys that say nothing else.
    public var requestsPerMinute: Int?
    public var bytesPerDay: Int?

    /// The quotas of a key, or else those of all keys.
    func quotas(_ own: AccessKey.Quotas) -> AccessKey.Quotas {
        AccessKey.Quotas(
            requestsPerMinute: own.requestsPerMinute ?? requestsPerMinute,
            bytesPerDay: own.bytesPerDay ?? bytesPerDay)
    }
}

/// Whose tokens are taken, and what they say (OpenID Connect).
public struct TokenSettings: Sendable {
    /// Nothing where no tokens are taken.
    public var issuer: String?
    public var audience: String?
    /// The issuer's JSON Web Key Set: a file, or an address that it is fetched from.
    public var keys: String?
    /// Certificates (PEM) that the address may be certified by, besides those that the system knows.
    public var certificatesFile: String?
    public var algorithms = ["RS256", "PS256", "ES256", "ES384", "EdDSA"]
    /// The claim that names the tenant, and the tenant where there is no such claim.
    public var tenantClaim = "tenant"
    public var tenant: String?
    /// The claim that names what may be done, and the words for it.
    public var scopeClaim = "scope"
    public var words: [AccessKey.Scope: String] = [
        .submit: "emx.submit", .readOwn: "emx.readOwn", .readAll: "emx.readAll", .admin: "emx.admin",
    ]
    /// How far the clocks may be apart, in seconds.
    public var leeway = 30

    /// What is asked for before tokens are taken, and is not there.
    var missing: [String] {
        guard issuer != nil || audience != nil || keys != nil else { return [] }
        return [("oidc.issuer", issuer), ("oidc.audience", audience), ("oidc.keys", keys)]
            .compactMap { $0.1 == nil ? $0.0 : nil }
    }
}
