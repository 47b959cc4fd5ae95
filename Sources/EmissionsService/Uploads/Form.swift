import HTTPTypes
import Hummingbird
import NIOCore

/// A form as it was sent: what was filled in, and the files.
struct Form: Sendable {
    private(set) var values: [String: [String]] = [:]
    private(set) var files: [Upload] = []
    private static let mostParts = 200
    private static let mostBytesOfAValue = 1 << 16

    subscript(_ name: String) -> String? { values[name]?.first }

    /// Takes a form that was sent with files, one after another.
    ///
    /// - Parameters:
    ///   - request: The request with the form.
    ///   - settings: How uploads are taken.
    ///   - longest: How long values may be that may be longer than others, by name.
    /// - Throws: ``Problem`` where it is too big, too slow or broken.
    init(_ request: Request, _ settings: UploadSettings, mostBytes longest: [String: Int] = [:]) async throws {
        guard var parser = request.headers[.contentType].flatMap({ MultipartParser(contentType: $0) }) else {
            throw Problem.notAForm
        }
        var value: (name: String, bytes: [UInt8])?, parts = 0
        var receiver: UploadReceiver?
        var room = settings.maxBytes
        for try await chunk in request.body {
            for event in try Self.events(chunk, &parser, &room) {
                switch event {
                case .part(let name, let fileName):
                    parts += 1
                    guard parts <= Self.mostParts else { throw Problem.broken("the form has too many parts") }
                    if let fileName {
                        receiver = UploadReceiver(settings, name: DocumentName.clean(fileName))
                    } else {
                        value = (name, [])
                    }
                case .bytes(let bytes):
                    if receiver != nil {
                        try await receiver?.add(ByteBuffer(bytes: bytes))
                    } else {
                        value?.bytes += bytes
                        try Self.checkLength(of: value, longest)
                    }
                case .partEnd:
                    if let upload = try await receiver.take()?.end() {
                        // A file input that was left empty is sent as a file of no bytes.
                        if upload.size > 0 { files.append(upload) }
                    } else if let given = value {
                        values[given.name, default: []].append(String(decoding: given.bytes, as: UTF8.self))
                        value = nil
                    }
                }
            }
        }
        do throws(MultipartParser.Failure) { try parser.end() } catch { throw Problem.broken(error.words) }
    }

    private static func checkLength(
        of value: (name: String, bytes: [UInt8])?, _ longest: [String: Int]
    ) throws(Problem) {
        guard let value else { return }
        let most = longest[value.name] ?? mostBytesOfAValue
        if value.bytes.count > most { throw .broken("a value of the form is too long") }
    }

    private static func events(
        _ chunk: ByteBuffer, _ parser: inout MultipartParser, _ room: inout Int
    ) throws(Problem) -> [MultipartParser.Event] {
        room -= chunk.readableBytes
        guard room >= 0 else { throw .broken("the files are too big to be sent together") }
        do throws(MultipartParser.Failure) {
            return try parser.add(chunk.readableBytesView)
        } catch { throw .broken(error.words) }
    }
}

extension Problem {
    fileprivate static let notAForm = Problem(
        "not-a-form", .unsupportedMediaType, "this is no form with files",
        "send multipart/form-data with a boundary, or the document itself as the body to /v1/validate")

    fileprivate static func broken(_ words: String) -> Problem {
        Problem("broken-form", .badRequest, "the form can't be read", "\(words); send it again")
    }
}
