import EmissionsStore
import FoundationEssentials
import HTTPTypes
import Logging
import NIOConcurrencyHelpers

/// Digests of documents that ended a worker of late, which are not tried again for a day.
///
/// Held in memory, as every document is looked up; what other servers add is read every half minute.
final class QuarantineList: Sendable {
    private struct State {
        var digests: [String: Date] = [:]
        var read = Date.distantPast
    }

    private let store: any Store
    private let now: @Sendable () -> Date
    private let log: Logger
    private let state = NIOLockedValueBox(State())
    private static let duration = 86_400.0

    init(_ store: any Store, _ log: Logger, now: @escaping @Sendable () -> Date) {
        (self.store, self.log, self.now) = (store, log, now)
    }

    func contains(_ digest: String) -> Bool {
        let time = now()
        let (isListed, isOld) = state.withLockedValue { state in
            let isOld = time.timeIntervalSince(state.read) > 30
            if isOld { state.read = time }
            return (state.digests[digest].map { time.timeIntervalSince($0) < Self.duration } ?? false, isOld)
        }
        if isOld { Task { await read() } }
        return isListed
    }

    func add(_ digest: String, _ failure: WorkerFailure) async {
        guard let digest = Digest(digest) else { return }
        let time = now()
        state.withLockedValue { $0.digests[digest.description] = time }
        let reason: Quarantine.Reason =
            switch failure {
            case .memory: .memory
            case .cpu, .time: .time
            default: .crash
            }
        do {
            try await store.quarantine(digest, for: reason, now: time)
        } catch {
            log.error("a quarantine can't be written down", metadata: ["reason": "\(error)"])
        }
    }

    /// Takes over what the store has.
    func read() async {
        do {
            let listed = try await store.quarantines()
            state.withLockedValue { state in
                state.digests = Dictionary(listed.map { ($0.digest.description, $0.last) }) { max($0, $1) }
            }
        } catch {
            log.error("the quarantines can't be read", metadata: ["reason": "\(error)"])
        }
    }
}

extension Problem {
    static let quarantined = Problem(
        "quarantined", .unprocessableContent, "the document ended the program that read it before",
        "it is not tried again for a day, and there is no verdict; tell the operator, who can look into it and "
            + "release it")
}
