import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

/// A form with documents: what a person chose on a page.
struct UploadForm {
    private let form: Form
    let documents: [Upload]

    static let mostDocuments = 20
    /// As much of a document is carried in a page, so that it need not be chosen again.
    static let mostCarried = 1 << 20

    subscript(name: String) -> String? { form[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// - Throws: ``Problem`` where another site sent it, or it has more than a form may have.
    init(_ request: Request, _ configuration: ServiceConfiguration) async throws {
        guard request.isFromOwnPage(configuration) else { throw Problem.crossOrigin }
        let settings = configuration.uploads
        form = try await Form(request, settings, mostBytes: ["document": Self.mostCarried / 3 * 4 + 8])
        guard form.files.count <= Self.mostDocuments else { throw Problem.tooManyDocuments }
        documents = form.files.isEmpty ? try await Self.carried(form, settings) : form.files
        guard !documents.isEmpty else { throw Problem.nothingChosen }
    }

    /// The document that the page carried, where none was chosen in its place.
    private static func carried(_ form: Form, _ settings: UploadSettings) async throws -> [Upload] {
        guard let text = form["document"], !text.isEmpty else { return [] }
        guard let bytes = Data(base64Encoded: text) else { throw Problem.carriedWrongly }
        var receiver = UploadReceiver(settings, name: DocumentName.clean(form["document-name"] ?? ""))
        try await receiver.add(ByteBuffer(bytes: bytes))
        return [try await receiver.end()]
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
    fileprivate static let nothingChosen = Problem(
        "nothing-chosen", .badRequest, "no file was chosen", "go back and choose the file to check")
    fileprivate static let carriedWrongly = Problem(
        "broken-form", .badRequest, "the form can't be read", "go back and choose the file again")
    fileprivate static let tooManyDocuments = Problem(
        "too-many-documents", .contentTooLarge, "there are too many files",
        "choose at most \(UploadForm.mostDocuments) at a time, or pack them into a zip archive")
}
