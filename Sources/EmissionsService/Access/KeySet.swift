import FoundationEssentials
import Logging

/// The keys of an issuer, from a place that somebody else keeps up to date.
///
/// They are fetched again when a token names a key that is not among them, at most once a minute, and every five minutes
/// in any case, so that a key that was taken out is not trusted for long. What can't be fetched, or holds no key, leaves
/// the keys as they were, and is tried again after a minute. However many ask, there is one fetch at a time.
actor KeySet {
    private let source: KeySetSource
    private let log: Logger
    private var known: [IssuerKey] = []
    /// When to fetch again, in seconds; nothing before the first time.
    private var due: Double?
    private var asked: Double?
    private var fetch: Task<Void, Never>?
    private static let shortest = 60.0, longest = 300.0

    init(_ source: KeySetSource, _ log: Logger) { (self.source, self.log) = (source, log) }

    /// The keys as of a time, in seconds. Nobody waits for an issuer who is slow while there are keys.
    func keys(now: Double) async -> [IssuerKey] {
        guard due.map({ now >= $0 }) ?? true else {
            // The first fetch is still under way.
            if known.isEmpty { await fetch?.value }
            return known
        }
        if known.isEmpty || !source.isRemote { await refresh(now) } else { Task { await refresh(now) } }
        return known
    }

    /// The keys after a token named one that is not among them.
    func keysAfterMiss(now: Double) async -> [IssuerKey] {
        if let fetch {
            await fetch.value
        } else if asked.map({ now - $0 >= Self.shortest }) ?? true {
            asked = now
            await refresh(now)
        }
        return known
    }

    private func refresh(_ now: Double) async {
        if fetch == nil {
            due = now + Self.longest
            fetch = Task { await load(now) }
        }
        await fetch?.value
    }

    private func load(_ now: Double) async {
        if let keys = await fetched() { known = keys } else { due = now + Self.shortest }
        fetch = nil
    }

    /// The keys as they are there now; `nil` where they can't be used, which the log says.
    private func fetched() async -> [IssuerKey]? {
        let reason: String
        do {
            let keys = try await IssuerKey.keys(in: Data(try await source.bytes()))
            if !keys.isEmpty { return keys }
            reason = "it holds no key that can be used"
        } catch let failure as KeySetSource.Failure {
            reason = failure.words
        } catch is DecodingError {
            reason = "it is no JSON Web Key Set"
        } catch {
            reason = "\(error)"
        }
        log.error(
            "the key set can't be used; the keys stay as they were",
            metadata: ["setting": "oidc.keys", "from": "\(source)", "reason": "\(reason)"])
        return nil
    }
}
