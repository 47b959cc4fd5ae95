import Crypto

/// The SHA-256 of some bytes.
public struct Digest: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// 64 hexadecimal digits in lower case.
    public let description: String

    /// Nothing unless the text is 64 hexadecimal digits in lower case.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 64, text.utf8.allSatisfy(Self.digits.contains) else { return nil }
        description = String(text)
    }

    /// The digest of bytes that are at hand.
    public init(of bytes: some Sequence<UInt8>) { self.init(SHA256.hash(data: Array(bytes))) }

    init(_ digest: SHA256.Digest) {
        let text = digest.flatMap { [Self.digits[Int($0 >> 4)], Self.digits[Int($0 & 15)]] }
        description = String(decoding: text, as: UTF8.self)
    }

    public static func < (one: Digest, other: Digest) -> Bool { one.description < other.description }

    private static let digits = Array("0123456789abcdef".utf8)
}
