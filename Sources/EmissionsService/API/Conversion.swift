import Crypto
import EmissionsFormats
import EmissionsWorkerMessages
import Glibc
import HTTPTypes
import Hummingbird
import NIOCore
import NIOPosix

/// A file that a worker may have written its output to, gone with this value.
final class SpooledOutput: Sendable {
    let path: String
    init(path: String) { self.path = path }
    deinit { unlink(path) }
}

/// What became of a document in another format.
struct Conversion: Sendable {
    let answer: WorkerAnswer
    let file: SpooledOutput

    init(_ answer: WorkerAnswer, _ file: SpooledOutput) { (self.answer, self.file) = (answer, file) }

    /// The output, or with it the account of values and the report, as parts of one answer.
    ///
    /// - Throws: ``Problem`` where there is none, with the report that says why.
    func response(wantsAll: Bool) throws -> Response {
        let reply = answer.reply
        guard let output = reply.output else { throw Problem(reply.refusal ?? .unreadable, answer) }
        var response = Response(status: .ok, verdict: reply)
        response.headers[.lost] = String(reply.lost)
        if wantsAll {
            let boundary = RandomName.make(bytes: 16)
            response.headers[.contentType] = "multipart/mixed; boundary=\(boundary)"
            response.body = ResponseBody { writer in
                for (name, type, body) in [
                    ("report", "application/json", answer.report("json") ?? []),
                    ("loss", "application/json", answer.loss ?? []),
                ] {
                    try await writer.write(Self.head(boundary, name, type))
                    try await writer.write(ByteBuffer(bytes: body))
                }
                try await writer.write(Self.head(boundary, "output", output.mediaType))
                try await write(to: &writer)
                try await writer.write(ByteBuffer(string: "\r\n--\(boundary)--\r\n"))
                try await writer.finish(nil)
            }
            return response
        }
        response.headers[.contentType] = output.mediaType
        if let bytes = answer.output {
            response.headers[.contentDigest] = ContentDigest.field(sha256: SHA256.hash(data: bytes))
            response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        } else {
            response.body = ResponseBody { writer in
                try await write(to: &writer)
                try await writer.finish(nil)
            }
        }
        return response
    }

    private static func head(_ boundary: String, _ name: String, _ type: String) -> ByteBuffer {
        ByteBuffer(
            string: "\r\n--\(boundary)\r\nContent-Disposition: attachment; name=\"\(name)\"\r\n"
                + "Content-Type: \(type)\r\n\r\n")
    }

    private func write(to writer: inout any ResponseBodyWriter) async throws {
        if let bytes = answer.output {
            try await writer.write(ByteBuffer(bytes: bytes))
        } else {
            for try await chunk in FileChunks(path: file.path) { try await writer.write(chunk) }
        }
    }
}

extension WorkerReply.Output {
    var mediaType: String {
        switch fileExtension {
        case "json": "application/json"
        case "xml": "application/xml"
        case "csv": "text/csv"
        case "zip": "application/zip"
        default: "application/octet-stream"
        }
    }
}

extension Problem {
    init(_ refusal: WorkerReply.Refusal, _ answer: WorkerAnswer) {
        switch refusal {
        case .unreadable:
            self.init(
                "not-readable", .unprocessableContent, "the document can't be read",
                "so that there is nothing to convert; the report says what is wrong, and where")
        case .incomplete:
            self.init(
                "incomplete", .unprocessableContent, "the document lacks what the format requires",
                "the report says what is missing; with allow-incomplete it is written all the same")
        case .loss:
            self.init(
                "loss", .unprocessableContent, "values would be lost",
                "the format has no place for \(answer.reply.lost) of them, and on-loss is fail")
        case .several:
            self.init(
                "several", .unprocessableContent, "the archive has several files",
                "each is a document with a report of its own; send them one by one, or use emx convert with a folder")
        case .target:
            self.init(
                "unknown-to", .badRequest, "to is not known",
                "must be one of \(CheckingQuery.writtenNames.joined(separator: ", "))")
        }
        report = answer.report("json")
    }
}

/// The bytes of a file, piece by piece.
struct FileChunks: AsyncSequence, Sendable {
    let path: String

    func makeAsyncIterator() -> Iterator { Iterator(OpenedFile(path)) }

    struct Iterator: AsyncIteratorProtocol {
        private let file: OpenedFile
        init(_ file: OpenedFile) { self.file = file }

        mutating func next() async throws -> ByteBuffer? {
            let file = file
            return try await NIOThreadPool.singleton.runIfActive { file.read(1 << 18) }
        }
    }
}

/// An open file, closed when nobody reads it any more.
final class OpenedFile: Sendable {
    private let descriptor: Int32
    init(_ path: String) { descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) }
    deinit { if descriptor >= 0 { close(descriptor) } }

    func read(_ capacity: Int) -> ByteBuffer? {
        guard descriptor >= 0 else { return nil }
        var buffer = ByteBuffer()
        buffer.reserveCapacity(capacity)
        let count = buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: capacity) { bytes in
            Swift.max(0, Glibc.read(descriptor, bytes.baseAddress, Swift.min(bytes.count, capacity)))
        }
        return count == 0 ? nil : buffer
    }
}
