public import EmissionsStore
import FoundationEssentials
import Logging
import NIOConcurrencyHelpers

/// Writes down who did what. Never what a submission contains.
public struct Audit: Sendable {
    /// What is written down, beside what the store writes down itself (tenants, keys, removals, jobs that are given up).
    public enum Action: String, Sendable {
        case submissionAdded = "submission.added"
        case submissionRead = "submission.read"
        case submissionConverted = "submission.converted"
        case signedIn = "session.begun"
        case signedOut = "session.ended"
        case accessDenied = "access.denied"
    }

    let store: any Store
    let log: Logger
    let now: @Sendable () -> Date
    private let throttle = AuditThrottle()

    init(store: any Store, log: Logger, now: @escaping @Sendable () -> Date) {
        (self.store, self.log, self.now) = (store, log, now)
    }

    /// Writes down that somebody did something.
    ///
    /// - Throws: `StoreError` where it can't be written down: then it must not be done either.
    public func note(
        _ action: Action, by identity: Identity, object: String? = nil, digest: Digest? = nil,
        rulePack: Digest? = nil, outcome: String? = nil
    ) async throws(StoreError) {
        let event = AuditEvent(
            actor: identity.principal, tenant: identity.tenant, action: action.rawValue, object: object,
            digest: digest, rulePack: rulePack, outcome: outcome)
        try await store.appendAudit(event, now: now())
    }

    /// Writes down that somebody was not let in, once a minute for each and each reason.
    func noteDenied(_ identity: Identity, _ reason: String) async {
        guard throttle.allows("\(identity.principal) \(reason)", now: now().timeIntervalSince1970) else { return }
        do {
            try await note(.accessDenied, by: identity, outcome: reason)
        } catch {
            log.error("can't write to the audit log", metadata: ["reason": "\(error)"])
        }
    }

    /// Writes down that somebody unknown tried, once a minute for each address.
    func noteUnknown(_ action: String, from sender: String) async {
        guard throttle.allows("unknown \(sender)", now: now().timeIntervalSince1970) else { return }
        do {
            try await store.appendAudit(
                AuditEvent(actor: .service, tenant: nil, action: action, object: "address:\(sender)"), now: now())
        } catch {
            log.error("can't write to the audit log", metadata: ["reason": "\(error)"])
        }
    }
}

/// Keeps those who are not let in from filling the log: at most 60 entries a minute for all of them.
private final class AuditThrottle: Sendable {
    private let state = NIOLockedValueBox((minute: 0, names: Set<String>()))
    private static let mostPerMinute = 60

    func allows(_ name: String, now: Double) -> Bool {
        state.withLockedValue { state in
            let minute = Int(now / 60)
            if state.minute != minute { state = (minute, []) }
            return state.names.count < Self.mostPerMinute && state.names.insert(name).inserted
        }
    }
}
