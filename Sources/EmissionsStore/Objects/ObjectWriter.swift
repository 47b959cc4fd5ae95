import Crypto
import Foundation
import Synchronization

/// Takes bytes as they come, and knows their digest when they end. Blocks while it writes.
///
/// What was not kept is removed when the writer goes.
public final class ObjectWriter: Sendable {
    let tenant: Tenant.ID
    private let state: Mutex<State>

    private struct State {
        var file: OpenFile?
        var hash = SHA256()
        var size = 0
        /// What the file was called, for as long as it is to be removed in the end.
        var path: String?
    }

    init(tenant: Tenant.ID, path: String) throws(StoreError) {
        self.tenant = tenant
        state = Mutex(State(file: try OpenFile(creating: path), path: path))
    }

    deinit { discard() }

    /// How many bytes were written.
    public var size: Int { state.withLock(\.size) }

    public func write(_ bytes: [UInt8]) throws(StoreError) {
        try bytes.withUnsafeBytes { buffer in
            Result<Void, StoreError> { () throws(StoreError) in try write(buffer) }
        }
        .get()
    }

    public func write(_ bytes: UnsafeRawBufferPointer) throws(StoreError) {
        try state.withLock { (state) throws(StoreError) in
            guard let file = state.file else { throw .invalid("an object takes no more bytes once it is kept") }
            try file.write(bytes)
            state.hash.update(bufferPointer: bytes)
            state.size += bytes.count
        }
    }

    /// Throws away what was written.
    public func discard() {
        state.withLock { state in
            state.file = nil
            if let path = state.path { unlink(path) }
            state.path = nil
        }
    }

    /// Ends the writing: what was written is on the disk.
    func finish() throws(StoreError) -> StoredObject {
        try state.withLock { (state) throws(StoreError) in
            guard let file = state.file else { throw .invalid("an object is kept once") }
            try file.synchronize()
            state.file = nil
            return StoredObject(tenant: tenant, digest: Digest(state.hash.finalize()), size: state.size)
        }
    }

    /// Gives the file its lasting name, as often as asked to.
    func move(to path: String) throws(StoreError) {
        try state.withLock { (state) throws(StoreError) in
            guard let from = state.path else { return }
            if rename(from, path) != 0 { throw .file("can't keep an object: \(OpenFile.reason())") }
            state.path = nil
        }
    }
}

/// Hands out the bytes of an object from beginning to end. Blocks while it reads.
public final class ObjectReader: Sendable {
    public let digest: Digest
    public let size: Int
    private let file: OpenFile

    init(digest: Digest, file: OpenFile) throws(StoreError) {
        self.digest = digest
        self.file = file
        size = try file.size
    }

    /// For a process that reads the object by itself.
    public var path: String { file.path }

    /// At most as many bytes as asked for; none at the end.
    public func read(upTo count: Int = 65_536) throws(StoreError) -> [UInt8] { try file.read(upTo: count) }
}

extension ObjectReader {
    /// The digest of what is really there, read from where the reader stands.
    func computedDigest() throws(StoreError) -> Digest {
        var hash = SHA256()
        while true {
            let bytes = try read(upTo: 1 << 20)
            if bytes.isEmpty { return Digest(hash.finalize()) }
            hash.update(data: bytes)
        }
    }
}
