import EmissionsStore
import FoundationEssentials
import HTTPTypes

extension HTTPField.Name {
    static let contentDigest = HTTPField.Name("Content-Digest")!
    static let reprDigest = HTTPField.Name("Repr-Digest")!
    static let idempotencyKey = HTTPField.Name("Idempotency-Key")!
    static let prefer = HTTPField.Name("Prefer")!
    static let preferenceApplied = HTTPField.Name("Preference-Applied")!
}

/// The digests that a sender gives of a body (RFC 9530).
enum ContentDigest {
    /// - Throws: ``Problem`` where the body is not what was sent, or its SHA-256 can't be read. Digests by other
    ///   algorithms are left alone, as the RFC allows.
    static func verify(_ upload: Upload, _ headers: HTTPFields) throws(Problem) {
        for name in [HTTPField.Name.contentDigest, .reprDigest] {
            guard let field = headers[name] else { continue }
            for item in field.split(separator: ",") {
                let pair = item.split(separator: "=", maxSplits: 1).map { $0.trimmingPrefix { $0 == " " } }
                guard pair.count == 2, pair[0].lowercased() == "sha-256" else { continue }
                guard let given = bytes(pair[1]), given.count == 32 else { throw .unreadable(name, String(pair[1])) }
                let digits = given.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
                guard digits == upload.sha256 else { throw .mismatch(name, digits, upload.sha256) }
            }
        }
    }

    /// How the digest of what is sent is told.
    static func field(sha256 bytes: some Sequence<UInt8>) -> String {
        "sha-256=:\(Data(bytes).base64EncodedString()):"
    }

    /// A byte sequence of a structured field: base 64 between colons.
    private static func bytes(_ text: Substring) -> Data? {
        let trimmed = text.reversed().drop { $0 == " " }.reversed()
        guard trimmed.count >= 2, trimmed.first == ":", trimmed.last == ":" else { return nil }
        return Data(base64Encoded: String(trimmed.dropFirst().dropLast()))
    }
}

extension Problem {
    fileprivate static func mismatch(_ name: HTTPField.Name, _ given: String, _ found: String) -> Problem {
        var problem = Problem(
            "digest-mismatch", .badRequest, "the document was changed on its way",
            "\(name.canonicalName) tells another SHA-256 than the body has; send the document again")
        (problem.limit, problem.observed, problem.isRetryable) = (given, found, true)
        return problem
    }

    fileprivate static func unreadable(_ name: HTTPField.Name, _ text: String) -> Problem {
        var problem = Problem(
            "digest-unreadable", .badRequest, "the digest can't be read",
            "\(name.canonicalName) must be sha-256=:…:, with the SHA-256 of the body in base 64 (RFC 9530)")
        problem.observed = String(text.prefix(100))
        return problem
    }
}

extension Digest {
    /// The digest itself, not its digits.
    var bytes: [UInt8] {
        let digits = Array(description.utf8)
        return stride(from: 0, to: digits.count, by: 2).compactMap { index in
            UInt8(String(decoding: digits[index..<index + 2], as: UTF8.self), radix: 16)
        }
    }
}
