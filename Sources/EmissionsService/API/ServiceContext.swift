public import Hummingbird
import Logging
import NIOCore

/// What is known of a request while it is answered.
public struct ServiceContext: RequestContext {
    public var coreContext: CoreRequestContextStorage
    /// Names the request in answers and in the log.
    public var traceID: String
    /// Whether it came from this machine.
    public let isLocal: Bool
    /// The address that it came from.
    let remoteAddress: String
    /// Who asks, once that is known.
    public var identity: Identity?

    public init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        traceID = RandomName.make(bytes: 8)
        isLocal = source.channel.remoteAddress?.isLoopback ?? true
        remoteAddress = source.channel.remoteAddress?.ipAddress ?? "local"
    }

    /// Bodies are read by ``Upload``, which has limits of its own.
    public var maxUploadSize: Int { 1 << 16 }
}

extension SocketAddress {
    fileprivate var isLoopback: Bool {
        switch self {
        case .v4: ipAddress?.hasPrefix("127.") == true
        case .v6: ipAddress == "::1" || ipAddress?.hasPrefix("::ffff:127.") == true
        case .unixDomainSocket: true
        }
    }
}

/// Names that nobody can guess.
enum RandomName {
    static func make(bytes count: Int) -> String {
        var generator = SystemRandomNumberGenerator()
        var text = ""
        for _ in 0..<count {
            let byte = UInt8.random(in: .min ... .max, using: &generator)
            text += String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }
        return text
    }
}
