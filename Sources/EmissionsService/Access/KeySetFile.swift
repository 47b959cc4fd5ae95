import FoundationEssentials
import Glibc
import Logging
import NIOConcurrencyHelpers

/// The keys of an issuer, from a file that somebody else keeps up to date.
///
/// The file is looked at again when a token names a key that is not in it, at most once a minute, and every five minutes
/// in any case, so that a key that was taken out is not trusted for long. A file that can't be read, or holds no key,
/// leaves the keys as they were.
final class KeySetFile: Sendable {
    private struct State {
        var keys: [JSONWebKey] = []
        var read: Double?
        var asked: Double?
    }

    private let path: String
    private let log: Logger
    private let state = NIOLockedValueBox(State())
    private static let shortest = 60.0, longest = 300.0
    private static let mostBytes = 1 << 20

    init(path: String, _ log: Logger) { (self.path, self.log) = (path, log) }

    /// The keys as of a time, in seconds.
    func keys(now: Double) -> [JSONWebKey] {
        state.withLockedValue { state in
            if state.read.map({ now - $0 >= Self.longest }) ?? true { refresh(&state, now) }
            return state.keys
        }
    }

    /// The keys after a token named one that is not among them.
    func keysAfterMiss(now: Double) -> [JSONWebKey] {
        state.withLockedValue { state in
            if state.asked.map({ now - $0 >= Self.shortest }) ?? true {
                state.asked = now
                refresh(&state, now)
            }
            return state.keys
        }
    }

    private func refresh(_ state: inout State, _ now: Double) {
        state.read = now
        guard let bytes = contents(), case .list(let list) = ClaimValue(bytes)?["keys"] else {
            return log.error("the key set can't be read", metadata: ["setting": "oidc.keysFile"])
        }
        let keys = list.compactMap(JSONWebKey.init)
        guard !keys.isEmpty else {
            return log.error("the key set holds no key that can be used", metadata: ["setting": "oidc.keysFile"])
        }
        state.keys = keys
    }

    private func contents() -> [UInt8]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: Self.mostBytes)
        let count = fread(&bytes, 1, bytes.count, file)
        return count < bytes.count ? Array(bytes.prefix(count)) : nil
    }
}
