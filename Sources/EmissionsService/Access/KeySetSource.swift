import AsyncHTTPClient
import Glibc
import NIOCore
import NIOHTTP1
import NIOSSL

/// Where the keys of an issuer are: a file, or an address that they are fetched from.
struct KeySetSource: Sendable, CustomStringConvertible {
    private let place: String
    /// A file with certificates that are trusted besides those that the system knows.
    private let certificates: String?
    private let patience: Duration
    static let mostBytes = 1 << 20

    init(_ place: String, certificates: String? = nil, patience: Duration = .seconds(10)) {
        (self.place, self.certificates, self.patience) = (place, certificates, patience)
    }

    struct Failure: Error { let words: String }

    var description: String { place }

    /// Whether it takes a connection to get at them.
    var isRemote: Bool { place.contains("://") }

    /// Whether a text names a file, or an address whose answer nobody on the way can change.
    static func isValid(_ place: String) -> Bool {
        guard let colon = place.firstRange(of: "://") else { return true }
        let rest = place[colon.upperBound...]
        let authority = rest.prefix { !"/?#".contains($0) }
        // A name and a password in an address end up in logs.
        guard !authority.isEmpty, !authority.contains("@"), !rest.contains(where: { $0 <= " " }) else { return false }
        switch place[..<colon.lowerBound] {
        case "https": return true
        case "http":
            let host = authority.hasPrefix("[") ? authority.prefix { $0 != "]" } + "]" : authority.prefix { $0 != ":" }
            return ["localhost", "127.0.0.1", "[::1]"].contains(host)
        default: return false
        }
    }

    func bytes() async throws -> [UInt8] {
        guard isRemote else { return try contents() }
        guard Self.isValid(place) else { throw Failure(words: "it is neither a file nor an https URL") }
        return try await withThrowingTaskGroup(of: [UInt8].self) { group in
            group.addTask { try await answer() }
            group.addTask {
                try await Task.sleep(for: patience)
                throw Failure(words: "it took longer than \(patience.components.seconds) s")
            }
            defer { group.cancelAll() }
            return try await group.next() ?? []
        }
    }

    private func contents() throws(Failure) -> [UInt8] {
        guard let file = fopen(place, "r") else { throw Failure(words: String(cString: strerror(errno))) }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: Self.mostBytes + 1)
        let count = fread(&bytes, 1, bytes.count, file)
        guard count <= Self.mostBytes else { throw Self.tooBig }
        return Array(bytes.prefix(count))
    }

    private func answer() async throws -> [UInt8] {
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: try tls(), redirectConfiguration: .disallow, decompression: .disabled)
        configuration.timeout.connect = .seconds(5)
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
        let outcome: Result<[UInt8], any Error>
        do {
            var request = HTTPClientRequest(url: place)
            request.headers.add(name: "Accept", value: "application/jwk-set+json, application/json")
            let response = try await client.execute(request, timeout: .init(patience))
            guard response.status == .ok else { throw Failure(words: "it answered \(response.status.code)") }
            outcome = .success(Array(buffer: try await response.body.collect(upTo: Self.mostBytes)))
        } catch is NIOTooManyBytesError {
            outcome = .failure(Self.tooBig)
        } catch {
            outcome = .failure(error)
        }
        try await client.shutdown()
        return try outcome.get()
    }

    private func tls() throws -> TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        guard let certificates else { return configuration }
        do {
            configuration.additionalTrustRoots = [.certificates(try NIOSSLCertificate.fromPEMFile(certificates))]
        } catch {
            throw Failure(words: "oidc.certificatesFile can't be read: \(error)")
        }
        return configuration
    }

    private static let tooBig = Failure(words: "it is bigger than 1 MiB")
}
