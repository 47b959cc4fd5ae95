import FoundationEssentials

/// How requests and replies travel through pipes: the length of the message and that of what follows it, 4 and 8 bytes
/// with the highest first; the message as JSON; what follows.
public enum WorkerFrame {
    public static let headLength = 12
    /// More than any message has, so that a stray byte on the pipe is not taken for a length.
    public static let maxMessage = 1 << 24

    public static func head(message: Int, payload: Int) -> [UInt8] {
        bytes(UInt32(message)) + bytes(UInt64(payload))
    }

    /// The lengths that a head tells; `nil` for what is none.
    public static func lengths(_ head: some Collection<UInt8>) -> (message: Int, payload: Int)? {
        guard head.count == headLength else { return nil }
        let message = head.prefix(4).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        let payload = head.dropFirst(4).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard message <= maxMessage, payload <= UInt64(Int64.max) else { return nil }
        return (Int(message), Int(payload))
    }

    public static func encode(_ message: some Encodable, payload: Int) throws -> [UInt8] {
        let body = try JSONEncoder().encode(message)
        return head(message: body.count, payload: payload) + body
    }

    public static func decode<Message: Decodable>(_ type: Message.Type, _ bytes: [UInt8]) throws -> Message {
        try JSONDecoder().decode(type, from: Data(bytes))
    }

    private static func bytes(_ value: some FixedWidthInteger) -> [UInt8] {
        withUnsafeBytes(of: value.bigEndian) { Array($0) }
    }
}
