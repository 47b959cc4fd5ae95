import FoundationEssentials
import JWTKit

/// A JSON Web Token in the compact form (RFC 7519), of which only the header was looked at.
struct AccessToken {
    let text: String
    let algorithm: String
    let keyIdentifier: String

    private static let mostBytes = 16_384

    /// Nothing unless the text has the form of a token, names its key, and asks for nothing else to be understood.
    ///
    /// JWTKit's own header is not used: it traps on numbers beyond those of `Int`.
    init?(_ text: String) {
        guard text.utf8.count <= Self.mostBytes else { return nil }
        let parts = text.split(separator: ".", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[1].isEmpty, !parts[2].isEmpty, let bytes = Data(base64URL: parts[0]) else {
            return nil
        }
        do {
            let header = try JSONDecoder().decode(Header.self, from: bytes)
            guard !header.isCritical, !header.keyIdentifier.isEmpty else { return nil }
            (algorithm, keyIdentifier) = (header.algorithm, header.keyIdentifier)
        } catch {
            return nil
        }
        self.text = text
    }

    /// Whether a text looks like a token rather than like a key.
    static func isLikely(_ text: some StringProtocol) -> Bool { text.utf8.count { $0 == UInt8(ascii: ".") } == 2 }

    private struct Header: Decodable {
        let algorithm: String
        let keyIdentifier: String
        /// Whether it says that something must be understood.
        let isCritical: Bool

        private enum Name: String, CodingKey { case alg, kid, crit }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: Name.self)
            algorithm = try container.decode(String.self, forKey: .alg)
            keyIdentifier = try container.decode(String.self, forKey: .kid)
            isCritical = container.contains(.crit)
        }
    }
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
    /// The algorithm is looked at before the signature, and the signature before anything that the token claims.
    func bearer(
        _ token: AccessToken, _ keys: [IssuerKey], now: Double
    )
        async throws(TokenFault) -> TokenBearer
    {
        guard algorithms.contains(token.algorithm), IssuerKey.algorithms.contains(token.algorithm) else {
            throw .algorithm
        }
        let candidates = keys.filter { $0.identifier == token.keyIdentifier }
        guard !candidates.isEmpty else { throw .unknownKey }
        for key in candidates {
            if let claims = await key.claims(of: token) { return try bearer(claims, now) }
        }
        throw .signature
    }

    private func bearer(_ claims: TokenClaims, _ now: Double) throws(TokenFault) -> TokenBearer {
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

extension Data {
    /// Bytes in the alphabet of tokens, without padding.
    fileprivate init?(base64URL text: some StringProtocol) {
        guard !text.utf8.contains(where: { "+/=".utf8.contains($0) }) else { return nil }
        var bytes = text.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "+") : $0 }
        bytes = bytes.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "/") : $0 }
        bytes += [UInt8](repeating: UInt8(ascii: "="), count: (4 - bytes.count % 4) % 4)
        self.init(base64Encoded: Data(bytes))
    }
}
