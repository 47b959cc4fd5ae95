/// Who does something: for the audit log, and for what somebody may read of their own.
public enum Principal: Hashable, Sendable, CustomStringConvertible {
    case key(AccessKey.ID)
    /// A person or program that a token of the customer's own login names, or a user of this machine.
    case subject(String)
    /// The service itself.
    case service

    public var description: String {
        switch self {
        case .key(let id): "key:\(id)"
        case .subject(let name): "subject:\(name)"
        case .service: "service"
        }
    }

    init?(_ text: String) {
        if text == "service" {
            self = .service
        } else if text.hasPrefix("subject:") {
            self = .subject(String(text.dropFirst("subject:".count)))
        } else if text.hasPrefix("key:"), let id = AccessKey.ID(text.dropFirst("key:".count)) {
            self = .key(id)
        } else {
            return nil
        }
    }
}
