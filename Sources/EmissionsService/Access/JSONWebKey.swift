import Crypto
import CryptoExtras
import FoundationEssentials

/// A public key of an issuer of tokens, as JSON Web Key Sets have them (RFC 7517), and the algorithms it is good for.
///
/// Secret keys are no keys here: who can check a signature by one could make it, too.
struct JSONWebKey: Sendable {
    /// What is known, all of them by public keys.
    static let algorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]

    let identifier: String?
    /// The one algorithm that the key says it is for.
    private let algorithm: String?
    private let material: Material

    private enum Material {
        case rsa(_RSA.Signing.PublicKey)
        case p256(P256.Signing.PublicKey)
        case p384(P384.Signing.PublicKey)
        case p521(P521.Signing.PublicKey)
        case ed25519(Curve25519.Signing.PublicKey)
    }

    /// Whether a signature is this key's. Which algorithm it is by is the token's word, and taken only where the key is
    /// of its kind.
    func verifies(_ signature: [UInt8], over bytes: [UInt8], by algorithm: String) -> Bool {
        if let own = self.algorithm, own != algorithm { return false }
        let data = Data(bytes)
        return switch (material, algorithm) {
        case (.rsa(let key), "RS256"): key.isValid(signature, SHA256.hash(data: data), .insecurePKCS1v1_5)
        case (.rsa(let key), "RS384"): key.isValid(signature, SHA384.hash(data: data), .insecurePKCS1v1_5)
        case (.rsa(let key), "RS512"): key.isValid(signature, SHA512.hash(data: data), .insecurePKCS1v1_5)
        case (.rsa(let key), "PS256"): key.isValid(signature, SHA256.hash(data: data), .PSS)
        case (.rsa(let key), "PS384"): key.isValid(signature, SHA384.hash(data: data), .PSS)
        case (.rsa(let key), "PS512"): key.isValid(signature, SHA512.hash(data: data), .PSS)
        case (.p256(let key), "ES256"):
            P256.Signing.ECDSASignature.read(signature).map { key.isValidSignature($0, for: data) } ?? false
        case (.p384(let key), "ES384"):
            P384.Signing.ECDSASignature.read(signature).map { key.isValidSignature($0, for: data) } ?? false
        case (.p521(let key), "ES512"):
            P521.Signing.ECDSASignature.read(signature).map { key.isValidSignature($0, for: data) } ?? false
        case (.ed25519(let key), "EdDSA"): key.isValidSignature(Data(signature), for: data)
        default: false
        }
    }
}

extension JSONWebKey {
    /// Nothing for keys of a kind that is not taken, or that are for something else than signatures.
    init?(_ key: ClaimValue) {
        if let use = key["use"]?.text, use != "sig" { return nil }
        identifier = key["kid"]?.text
        algorithm = key["alg"]?.text
        guard let material = Self.material(key) else { return nil }
        self.material = material
    }

    private static func material(_ key: ClaimValue) -> Material? {
        func bytes(_ name: String) -> [UInt8]? { key[name]?.text.flatMap(Base64URL.decode) }
        do {
            switch (key["kty"]?.text, key["crv"]?.text) {
            case ("RSA", _):
                guard let n = bytes("n"), let e = bytes("e"), n.count >= 256, n.count <= 2_048 else { return nil }
                return .rsa(try _RSA.Signing.PublicKey(n: n, e: e))
            case ("EC", "P-256"):
                guard let point = point(bytes("x"), bytes("y"), 32) else { return nil }
                return .p256(try P256.Signing.PublicKey(x963Representation: point))
            case ("EC", "P-384"):
                guard let point = point(bytes("x"), bytes("y"), 48) else { return nil }
                return .p384(try P384.Signing.PublicKey(x963Representation: point))
            case ("EC", "P-521"):
                guard let point = point(bytes("x"), bytes("y"), 66) else { return nil }
                return .p521(try P521.Signing.PublicKey(x963Representation: point))
            case ("OKP", "Ed25519"):
                guard let x = bytes("x") else { return nil }
                return .ed25519(try Curve25519.Signing.PublicKey(rawRepresentation: x))
            default: return nil
            }
        } catch {
            return nil
        }
    }

    private static func point(_ x: [UInt8]?, _ y: [UInt8]?, _ size: Int) -> [UInt8]? {
        guard let x, let y, x.count == size, y.count == size else { return nil }
        return [4] + x + y
    }
}

extension _RSA.Signing.PublicKey {
    fileprivate func isValid(_ signature: [UInt8], _ digest: some Digest, _ padding: _RSA.Signing.Padding) -> Bool {
        isValidSignature(_RSA.Signing.RSASignature(rawRepresentation: signature), for: digest, padding: padding)
    }
}

extension P256.Signing.ECDSASignature {
    fileprivate static func read(_ bytes: [UInt8]) -> Self? {
        do { return try Self(rawRepresentation: bytes) } catch { return nil }
    }
}

extension P384.Signing.ECDSASignature {
    fileprivate static func read(_ bytes: [UInt8]) -> Self? {
        do { return try Self(rawRepresentation: bytes) } catch { return nil }
    }
}

extension P521.Signing.ECDSASignature {
    fileprivate static func read(_ bytes: [UInt8]) -> Self? {
        do { return try Self(rawRepresentation: bytes) } catch { return nil }
    }
}

/// Bytes in the alphabet of tokens, without padding.
enum Base64URL {
    static func decode(_ text: some StringProtocol) -> [UInt8]? {
        guard text.utf8.count % 4 != 1 else { return nil }
        var bytes: [UInt8] = [], held: UInt32 = 0, bits = 0
        bytes.reserveCapacity(text.utf8.count * 3 / 4)
        for character in text.utf8 {
            guard let value = value(character) else { return nil }
            held = held << 6 | UInt32(value)
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: held >> UInt32(bits)))
                held &= (1 << UInt32(bits)) - 1
            }
        }
        // What is left over has to be nothing, so that no two texts stand for the same bytes.
        return held == 0 ? bytes : nil
    }

    private static func value(_ character: UInt8) -> UInt8? {
        switch character {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): character - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): character - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): character - UInt8(ascii: "0") + 52
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
