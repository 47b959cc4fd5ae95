import FoundationEssentials
import Glibc
import Logging

/// The keys of an issuer, from a file that somebody else keeps up to date.
///
/// The file is looked at again when a token names a key that is not in it, at most once a minute, and every five minutes
/// in any case, so that a key that was taken out is not trusted for long. A file that can't be read, or holds no key,
/// leaves the keys as they were.
actor KeySetFile {
    private let path: String
    private let log: Logger
    private var known: [IssuerKey] = []
    private var read: Double?
    private var asked: Double?
    private static let shortest = 60.0, longest = 300.0
    private static let mostBytes = 1 << 20

    init(path: String, _ log: Logger) { (self.path, self.log) = (path, log) }

    /// The keys as of a time, in seconds.
    func keys(now: Double) async -> [IssuerKey] {
        if read.map({ now - $0 >= Self.longest }) ?? true { await refresh(now) }
        return known
    }

    /// The keys after a token named one that is not among them.
    func keysAfterMiss(now: Double) async -> [IssuerKey] {
        if asked.map({ now - $0 >= Self.shortest }) ?? true {
            asked = now
            await refresh(now)
        }
        return known
    }

    private func refresh(_ now: Double) async {
        read = now
        do {
            guard let bytes = contents() else { throw TokenFault.malformed }
            let keys = try await IssuerKey.keys(in: Data(bytes))
            guard !keys.isEmpty else {
                return log.error("the key set holds no key that can be used", metadata: ["setting": "oidc.keysFile"])
            }
            known = keys
        } catch {
            log.error("the key set can't be read", metadata: ["setting": "oidc.keysFile"])
        }
    }

    private func contents() -> [UInt8]? {
        guard let file = fopen(path, "r") else { return nil }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: Self.mostBytes)
        let count = fread(&bytes, 1, bytes.count, file)
        return count < bytes.count ? Array(bytes.prefix(count)) : nil
    }
}
