import Crypto
import Glibc
import HTTPTypes
import Hummingbird
import Metrics
import NIOConcurrencyHelpers
public import NIOCore
import NIOPosix

/// A document as it came: held in memory while it is small, in a file that only this value knows otherwise.
///
/// The file is gone when nobody has the upload any more.
public final class Upload: Sendable {
    public enum Content: Sendable {
        case memory(ByteBuffer)
        case file(String)
    }

    public let content: Content
    public let size: Int
    /// In hexadecimal digits.
    public let sha256: String
    /// What its sender calls it; `upload` where nothing was said.
    public let name: String

    init(_ content: Content, size: Int, sha256: String, name: String) {
        (self.content, self.size, self.sha256, self.name) = (content, size, sha256, name)
    }

    deinit {
        if case .file(let path) = content { unlink(path) }
    }
}

/// How big a document may be, and which setting says so.
enum UploadLimit: Sendable {
    case any(Int)
    /// Of a document that somebody waits for.
    case synchronous(Int)

    func hold(_ size: Int) throws(Problem) {
        switch self {
        case .any(let most): if size > most { throw .tooLarge(most) }
        case .synchronous(let most): if size > most { throw .tooLargeToWaitFor(most) }
        }
    }
}

/// How uploads are taken.
public struct UploadSettings: Sendable {
    /// The most bytes of one document.
    public var maxBytes = 4 << 30
    /// The most bytes that are held in memory.
    public var maxBytesInMemory = 1 << 18
    /// The fewest bytes a second that a sender may take, once ``patience`` is used up.
    public var minRate = 16_384
    public var patience = Duration.seconds(20)
    var patienceSeconds: Double {
        get { Double(patience.components.seconds) }
        set { patience = .seconds(newValue) }
    }
    /// Where files are put while they are worked on; told by ``WorkFolder``.
    var folder = "/tmp"
    private var ownLimit: UploadLimit?
    var limit: UploadLimit {
        get { ownLimit ?? .any(maxBytes) }
        set { ownLimit = newValue }
    }

    public init() {}
}

/// Takes the bytes of one upload as they come.
public struct UploadReceiver: ~Copyable {
    private let settings: UploadSettings
    private let name: String
    private let began = ContinuousClock.now
    private var hash = SHA256()
    private var held = ByteBuffer()
    private var file: SpoolFile?
    private var size = 0
    private static let piece = 1 << 20

    init(_ settings: UploadSettings, name: String) { (self.settings, self.name) = (settings, name) }

    mutating func add(_ chunk: ByteBuffer) async throws {
        size += chunk.readableBytes
        try settings.limit.hold(size)
        let spent = ContinuousClock.now - began - settings.patience
        if spent > .zero, Int64(size) < spent.components.seconds * Int64(settings.minRate) { throw Problem.tooSlow }
        chunk.withUnsafeReadableBytes { hash.update(bufferPointer: $0) }
        held.writeImmutableBuffer(chunk)
        let most = file == nil ? settings.maxBytesInMemory : Self.piece
        if held.readableBytes > most { try await spill() }
    }

    private mutating func spill() async throws {
        if file == nil { file = try SpoolFile(in: settings.folder) }
        try await file?.write(held)
        held.clear()
    }

    consuming func end() async throws -> Upload {
        Counter(label: "emx_upload_bytes_total").increment(by: size)
        let digest = hash.finalize().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        guard let file else { return Upload(.memory(held), size: size, sha256: digest, name: name) }
        try await file.write(held)
        return Upload(.file(file.keep()), size: size, sha256: digest, name: name)
    }
}

/// A file that is being written to, which is gone unless it is kept.
final class SpoolFile: Sendable {
    let path: String
    private let descriptor: Int32
    private let isKept = NIOLockedValueBox(false)

    init(in folder: String) throws {
        path = "\(folder)/\(RandomName.make(bytes: 16))"
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Problem.noRoom }
    }

    func write(_ buffer: ByteBuffer) async throws {
        try await NIOThreadPool.singleton.runIfActive { [descriptor] in
            try buffer.withUnsafeReadableBytes { bytes in
                var start = 0
                while start < bytes.count {
                    let count = Glibc.write(descriptor, bytes.baseAddress! + start, bytes.count - start)
                    if count < 0, errno == EINTR { continue }
                    guard count > 0 else { throw Problem.noRoom }
                    start += count
                }
            }
        }
    }

    func keep() -> String {
        isKept.withLockedValue { $0 = true }
        return path
    }

    deinit {
        close(descriptor)
        if !isKept.withLockedValue({ $0 }) { unlink(path) }
    }
}

extension Problem {
    static func tooLarge(_ limit: Int) -> Problem {
        var problem = Problem(
            "too-large", .contentTooLarge, "the document is too big",
            "a document may have \(limit) bytes; split it by record, or pack it into a zip archive, "
                + "or ask the operator to raise upload.maxBytes")
        problem.limit = "upload.maxBytes=\(limit)"
        return problem
    }

    static func tooLargeToWaitFor(_ limit: Int) -> Problem {
        var problem = Problem(
            "too-large", .contentTooLarge, "the document is too big to wait for",
            "up to \(limit) bytes are answered at once; send it with a key to /v1/jobs?kind=validate or kind=convert, "
                + "or to /v1/submissions, split it by record, or ask the operator to raise sync.maxBytes")
        problem.limit = "sync.maxBytes=\(limit)"
        return problem
    }

    static let tooSlow = Problem(
        "too-slow", .requestTimeout, "the document came too slowly",
        "the connection was given up; send it again over a better one")

    static let noRoom: Problem = {
        var problem = Problem(
            "no-room", HTTPResponse.Status(code: 507), "there is no room for the document",
            "the service can't write it down; try again later, and tell the operator")
        problem.isRetryable = true
        problem.retryAfter = 60
        return problem
    }()
}
