/// A JSON Web Token in the compact form (RFC 7519), taken apart but not yet believed.
struct AccessToken {
    let algorithm: String
    let keyIdentifier: String?
    let claims: ClaimValue
    fileprivate let signed: [UInt8]
    fileprivate let signature: [UInt8]

    private static let mostBytes = 16_384

    /// Nothing unless the text has the form of a token.
    init?(_ text: some StringProtocol) {
        guard text.utf8.count <= Self.mostBytes else { return nil }
        let parts = text.split(separator: ".", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 3, let header = Base64URL.decode(parts[0]).flatMap({ ClaimValue($0) }),
            let claims = Base64URL.decode(parts[1]).flatMap({ ClaimValue($0) }), case .record = claims,
            let signature = Base64URL.decode(parts[2]), let algorithm = header["alg"]?.text
        else { return nil }
        // What a token says must be understood is not.
        guard header["crit"] == nil else { return nil }
        (self.algorithm, keyIdentifier) = (algorithm, header["kid"]?.text)
        (self.claims, self.signature) = (claims, signature)
        signed = Array(parts[0].utf8) + [UInt8(ascii: ".")] + Array(parts[1].utf8)
    }

    /// Whether a text looks like a token rather than like a key.
    static func isLikely(_ text: some StringProtocol) -> Bool { text.utf8.count { $0 == UInt8(ascii: ".") } == 2 }
}

/// Why a token is not taken.
enum TokenFault: Error, Hashable {
    case malformed, algorithm, unknownKey, signature, expired, early, issuer, audience, subject, tenant
}

/// What a token that was believed says of its bearer.
struct TokenBearer: Hashable {
    var subject: String
    var tenant: String
    var words: Set<String>
}

extension TokenSettings {
    /// Whom a token is about, if it is the issuer's, made out for us, and valid at a time (in seconds since 1970).
    ///
    /// The signature is looked at before anything that the token claims.
    func bearer(_ token: AccessToken, _ keys: [JSONWebKey], now: Double) throws(TokenFault) -> TokenBearer {
        guard algorithms.contains(token.algorithm), JSONWebKey.algorithms.contains(token.algorithm) else {
            throw .algorithm
        }
        let candidates = keys.filter { token.keyIdentifier == nil || $0.identifier == token.keyIdentifier }
        guard !candidates.isEmpty else { throw .unknownKey }
        guard candidates.contains(where: { $0.verifies(token.signature, over: token.signed, by: token.algorithm) })
        else { throw .signature }
        let claims = token.claims
        guard claims["iss"]?.text == issuer else { throw .issuer }
        guard let audience, claims["aud"]?.texts.contains(audience) == true else { throw .audience }
        guard let expires = claims["exp"]?.number, expires + Double(leeway) > now else { throw .expired }
        if let notBefore = claims["nbf"] {
            guard let time = notBefore.number, time - Double(leeway) <= now else { throw .early }
        }
        guard let subject = claims["sub"]?.text, !subject.isEmpty, subject.utf8.count <= 255 else { throw .subject }
        guard let tenant = claims[tenantClaim] == nil ? self.tenant : claims[tenantClaim]?.text else { throw .tenant }
        let words = claims[scopeClaim]?.texts.flatMap { $0.split(separator: " ").map(String.init) } ?? []
        return TokenBearer(subject: subject, tenant: tenant, words: Set(words))
    }
}
