import Crypto
import CryptoExtras
import EmissionsStore
import Foundation

@testable import EmissionsService

/// An issuer of tokens: signs what it is told to, as the tests' own code has it.
struct Issuer: Sendable {
    static let now = Date(timeIntervalSince1970: 1_800_000_000)
    private static let rsa = try! _RSA.Signing.PrivateKey(keySize: .bits2048)
    private static let curve = P256.Signing.PrivateKey()

    static var publicPEM: Data { Data(rsa.publicKey.pemRepresentation.utf8) }
    static var publicDER: Data { rsa.publicKey.derRepresentation }

    /// A token with good claims, unless they are changed.
    func token(
        algorithm: String = "RS256", kid: String? = "one", header more: [String: Any] = [:],
        signature: [UInt8]? = nil, _ change: (inout [String: Any?]) -> Void = { _ in },
        sign: ((Data) throws -> [UInt8])? = nil
    ) throws -> String {
        var claims: [String: Any?] = [
            "iss": "https://issuer.example", "aud": ["emx", "others"], "sub": "robot", "tenant": "acme",
            "scope": "openid emx.submit", "exp": Self.now.timeIntervalSince1970 + 300,
        ]
        change(&claims)
        var header: [String: Any] = ["alg": algorithm, "typ": "at+jwt"]
        header["kid"] = kid
        header.merge(more) { $1 }
        let signed = try Self.part(header) + "." + Self.part(claims.compactMapValues { $0 })
        let data = Data(signed.utf8)
        let bytes = try signature ?? sign?(data) ?? Self.sign(data, algorithm)
        return signed + "." + Self.encode(Data(bytes))
    }

    static func sign(_ data: Data, _ algorithm: String) throws -> [UInt8] {
        switch algorithm {
        case "RS256", "PS256":
            Array(
                try rsa.signature(
                    for: SHA256.hash(data: data), padding: algorithm == "PS256" ? .PSS : .insecurePKCS1v1_5
                ).rawRepresentation)
        default: Array(try curve.signature(for: data).rawRepresentation)
        }
    }

    /// The key set, with the same keys under the names that are wanted, and the curve's as `curve`.
    func writeKeys(to path: String, names: [String], withCurve: Bool = false) throws {
        let (n, e) = Self.parts
        var keys: [[String: String]] = names.map { ["kty": "RSA", "use": "sig", "kid": $0, "n": n, "e": e] }
        if withCurve {
            let point = Self.curve.publicKey.x963Representation
            keys.append([
                "kty": "EC", "crv": "P-256", "kid": "curve", "alg": "ES256",
                "x": Self.encode(point[1..<33]), "y": Self.encode(point[33..<65]),
            ])
        }
        try JSONSerialization.data(withJSONObject: ["keys": keys]).write(to: URL(fileURLWithPath: path))
    }

    /// The key of RSA in a key set, with more members.
    static func publicKey(_ more: [String: String]) -> String {
        let members = ["kty": "RSA", "n": parts.n, "e": parts.e].merging(more) { $1 }
        return "{" + members.map { #""\#($0)":"\#($1)""# }.joined(separator: ",") + "}"
    }

    private static let parts: (n: String, e: String) = {
        let numbers = try! rsa.publicKey.getKeyPrimitives()
        return (encode(numbers.modulus), encode(numbers.publicExponent))
    }()

    /// A server that takes this issuer's tokens.
    func serving(
        _ change: (inout ServiceConfiguration) -> Void = { _ in }, _ body: (AccessServer) async throws -> Void
    ) async throws {
        let path = NSTemporaryDirectory() + "/emx-keys-" + UUID().uuidString
        defer { try? FileManager.default.removeItem(atPath: path) }
        try writeKeys(to: path, names: ["one"], withCurve: true)
        try await AccessServer.guarding(
            {
                $0.tokens.issuer = "https://issuer.example"
                $0.tokens.audience = "emx"
                $0.tokens.keys = path
                change(&$0)
            }, now: { Self.now }, body)
    }

    private static func part(_ value: [String: Any]) throws -> String {
        encode(try JSONSerialization.data(withJSONObject: value))
    }

    static func encode(_ data: Data) -> String {
        data.base64EncodedString().replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }
}

extension String {
    var bearer: [String: String] { ["Authorization": "Bearer \(self)"] }
}
