import Foundation

/// How entries of the audit log hang together. Never changed: what was written by it has to be verified for years.
enum AuditChain {
    /// What the first entry continues.
    static let beginning = String(repeating: "0", count: 64)

    static func entry(_ event: AuditEvent, sequence: Int, at time: Date, previous: Digest) -> AuditEntry {
        let event = event.kept, time = time.kept
        return AuditEntry(
            sequence: sequence, at: time, event: event, previous: previous,
            hash: hash(of: event, sequence: sequence, at: time, previous: previous))
    }

    /// Over every field with its length, so that no two entries have the same bytes.
    static func hash(of event: AuditEvent, sequence: Int, at time: Date, previous: Digest) -> Digest {
        var bytes = Array("emx-audit-1".utf8)
        func append(_ number: Int) { withUnsafeBytes(of: Int64(number).bigEndian) { bytes += $0 } }
        func append(_ text: String?) {
            guard let text else { return append(-1) }
            append(text.utf8.count)
            bytes += text.utf8
        }
        append(sequence)
        append(time.milliseconds)
        append(event.actor.description)
        append(event.tenant?.description)
        append(event.action)
        append(event.object)
        append(event.digest?.description)
        append(event.rulePack?.description)
        append(event.outcome)
        append(previous.description)
        return Digest(of: bytes)
    }
}

extension AuditEvent {
    /// As it comes back from the store.
    fileprivate var kept: AuditEvent {
        var event = self
        if case .subject(let name) = actor { event.actor = .subject(name.kept) }
        event.action = action.kept
        event.object = object?.kept
        event.outcome = outcome?.kept
        return event
    }
}
