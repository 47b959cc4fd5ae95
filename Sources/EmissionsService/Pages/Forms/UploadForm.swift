import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

/// A form with documents: what a person chose on a page.
struct UploadForm {
    var documents: [Upload] = []
    private var fields: [String: String] = [:]

    static let mostDocuments = 20
    /// As much of a document is carried in a page, so that it need not be chosen again.
    static let mostCarried = 1 << 20
    private static let mostFieldBytes = 4_096
    private static let mostFields = 40

    subscript(name: String) -> String? { fields[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// - Throws: ``Problem`` where it is no form, or has more than a form may have.
    init(_ request: Request, _ settings: UploadSettings) async throws {
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > settings.maxBytes {
            throw Problem.tooLarge(settings.maxBytes)
        }
        guard let boundary = Self.boundary(request.headers[.contentType]) else { throw Problem.notAForm }
        var parser = MultipartParser(boundary: boundary)
        var receiver: UploadReceiver?
        var field: (name: String, value: ByteBuffer)?
        var size = 0
        for try await chunk in request.body {
            size += chunk.readableBytes
            guard size <= settings.maxBytes else { throw Problem.tooLarge(settings.maxBytes) }
            for event in try parser.feed(chunk) {
                switch event {
                case .begin(let name, let fileName?):
                    // A browser sends a part without a name where no file was chosen.
                    guard name == "files", !fileName.isEmpty else { continue }
                    guard documents.count < Self.mostDocuments else { throw Problem.tooManyDocuments }
                    receiver = UploadReceiver(settings, name: DocumentName.clean(fileName))
                case .begin(let name, nil): field = (name, ByteBuffer())
                case .bytes(let bytes):
                    if receiver != nil {
                        try await receiver?.add(bytes)
                    } else if let held = field {
                        let most = held.name == "document" ? Self.mostCarried / 3 * 4 + 8 : Self.mostFieldBytes
                        guard held.value.readableBytes + bytes.readableBytes <= most, fields.count < Self.mostFields
                        else { throw Problem.notAForm }
                        field?.value.writeImmutableBuffer(bytes)
                    }
                case .end:
                    if let received = receiver.take() {
                        documents.append(try await received.end())
                    } else if let (name, value) = field {
                        fields[name] = String(buffer: value)
                        field = nil
                    }
                }
            }
        }
        try parser.finish()
        try await takeCarried(settings)
    }

    /// The document that the page carried, unless another was chosen in its place.
    private mutating func takeCarried(_ settings: UploadSettings) async throws {
        guard let text = fields.removeValue(forKey: "document"), documents.isEmpty, !text.isEmpty else { return }
        guard let bytes = Data(base64Encoded: text) else { throw Problem.notAForm }
        var receiver = UploadReceiver(settings, name: DocumentName.clean(fields["document-name"] ?? ""))
        try await receiver.add(ByteBuffer(bytes: bytes))
        documents = [try await receiver.end()]
    }

    private static func boundary(_ field: String?) -> String? {
        guard let field, field.lowercased().hasPrefix("multipart/form-data"),
            let start = field.firstRange(of: "boundary=")?.upperBound
        else { return nil }
        let text = field[start...].prefix { $0 != ";" }.filter { $0 != "\"" && $0 != " " }
        return text.isEmpty || text.utf8.count > 70 ? nil : text
    }
}

extension Upload {
    /// The document in base 64, to be carried in a page; `nil` where it is too big for that.
    var carried: String? {
        guard size <= UploadForm.mostCarried else { return nil }
        switch content {
        case .memory(let buffer): return Data(buffer.readableBytesView).base64EncodedString()
        case .file(let path):
            let file = OpenedFile(path)
            var bytes = Data()
            while let chunk = file.read(1 << 18) { bytes += chunk.readableBytesView }
            return bytes.base64EncodedString()
        }
    }
}

extension Problem {
    fileprivate static let notAForm = Problem(
        "form-unreadable", .badRequest, "the form can't be read", "go back and send it once more")
    fileprivate static let tooManyDocuments = Problem(
        "too-many-documents", .contentTooLarge, "there are too many files",
        "choose at most \(UploadForm.mostDocuments) at a time, or pack them into a zip archive")
}
