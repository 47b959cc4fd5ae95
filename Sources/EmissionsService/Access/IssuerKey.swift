import FoundationEssentials
import JWTKit

/// A public key of an issuer of tokens, and the algorithms it is good for.
///
/// Secret keys are no keys here: who can check a signature by one could make it, too.
struct IssuerKey: Sendable {
    /// What is known, all of them by public keys.
    static let algorithms = rsa + ["ES256", "ES384", "ES512", "EdDSA"]
    private static let rsa = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512"]

    let identifier: String
    /// A collection of one key for each algorithm: JWTKit takes another key of a collection where it does not know the
    /// one that a token names, and stays with the first algorithm that it checked a signature by.
    private let collections: [String: JWTKeyCollection]

    /// What a token claims, if its signature is this key's by the algorithm that it names.
    func claims(of token: AccessToken) async -> TokenClaims? {
        guard let collection = collections[token.algorithm] else { return nil }
        do { return try await collection.verify(token.text) } catch { return nil }
    }
}

extension IssuerKey {
    /// The keys of a JSON Web Key Set (RFC 7517), without those of a kind that is not taken, that have no name, that are
    /// too weak, or that are for something else than signatures.
    ///
    /// - Throws: where it is no such set.
    static func keys(in set: Data) async throws -> [IssuerKey] {
        var keys: [IssuerKey] = []
        for member in try JSONDecoder().decode(Members.self, from: set).keys {
            if let key = await IssuerKey(member) { keys.append(key) }
        }
        return keys
    }

    private init?(_ member: Member) async {
        guard let key = member.key, member.use ?? "sig" == "sig", let identifier = key.keyIdentifier,
            !identifier.string.isEmpty
        else { return nil }
        var collections: [String: JWTKeyCollection] = [:]
        for name in Self.algorithms(of: key) where key.algorithm.map({ $0.rawValue == name }) ?? true {
            guard let algorithm = JWK.Algorithm(rawValue: name) else { continue }
            do {
                let collection = try await JWTKeyCollection().add(jwk: key.publicPart(for: algorithm))
                _ = try await collection.getKey(for: identifier, alg: name)
                collections[name] = collection
            } catch {
                return nil
            }
        }
        if collections.isEmpty { return nil }
        (self.identifier, self.collections) = (identifier.string, collections)
    }

    private static func algorithms(of key: JWK) -> [String] {
        switch (key.keyType, key.curve?.rawValue) {
        case (.rsa, _): rsa
        case (.ecdsa, "P-256"): ["ES256"]
        case (.ecdsa, "P-384"): ["ES384"]
        case (.ecdsa, "P-521"): ["ES512"]
        case (.octetKeyPair, "Ed25519"): ["EdDSA"]
        default: []
        }
    }

    private struct Members: Decodable { let keys: [Member] }

    /// JWTKit refuses a whole set for one key of a kind that it does not know, and does not read what a key is for.
    private struct Member: Decodable {
        let key: JWK?
        let use: String?

        private enum Name: String, CodingKey { case use }

        init(from decoder: any Decoder) throws {
            use = try decoder.container(keyedBy: Name.self).decodeIfPresent(String.self, forKey: .use)
            do { key = try JWK(from: decoder) } catch { key = nil }
        }
    }
}

extension JWK {
    /// The key for one algorithm, without what only its owner should have.
    fileprivate func publicPart(for algorithm: Algorithm) -> JWK {
        var key = self
        key.algorithm = algorithm
        (key.privateExponent, key.prime1, key.prime2) = (nil, nil, nil)
        return key
    }
}
