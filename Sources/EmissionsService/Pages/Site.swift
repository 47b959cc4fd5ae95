import HTTPTypes
import Hummingbird
import NIOCore

/// Makes answers out of pages.
struct Site: Sendable {
    let files: PageFiles

    var texts: Texts { files.texts }

    /// The pages that the navigation leads to.
    enum Place: String, CaseIterable {
        case check, submissions, formats, rules
        case signIn = "sign-in"

        var path: String { self == .check ? "/" : "/\(rawValue)" }
    }

    /// A whole page around a template and what it is filled with; the context tells whether somebody is signed in.
    func page(
        _ title: String, at place: Place?, _ body: (template: String, value: PageValue),
        status: HTTPResponse.Status = .ok, for context: ServiceContext? = nil
    ) -> Response {
        let isSignedIn = context?.identity != nil
        let value = body.value.merging([
            "title": .text(title), "language": .text(texts.language), "assets": .text("/assets/\(files.assetVersion)"),
            "navigation": .list(
                Place.allCases.filter { isSignedIn ? $0 != .signIn : $0 != .submissions }
                    .map { link(to: $0, isCurrent: $0 == place) }),
            "isSignedIn": .flag(isSignedIn),
        ])
        var response = Response(status: status)
        response.headers[.contentType] = "text/html; charset=utf-8"
        response.headers[.contentSecurityPolicy] = Self.policy
        // Without it, browsers would not tell where our own forms come from.
        response.headers[HTTPField.Name("Referrer-Policy")!] = "same-origin"
        response.body = ResponseBody(byteBuffer: ByteBuffer(string: files.page(body.template, value)))
        return response
    }

    private func link(to place: Place, isCurrent: Bool) -> PageValue {
        [
            "path": .text(place.path), "label": .text(texts["navigation.\(place.rawValue)"]),
            "isCurrent": .flag(isCurrent),
        ]
    }

    static let policy = [
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:", "connect-src 'self'",
        "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'",
    ].joined(separator: "; ")
}

extension Response {
    static func redirect(to path: String) -> Response {
        Response(status: .seeOther, headers: [.location: path])
    }

    /// A file to be saved, under a name that is shown and never a path.
    static func download(_ bytes: [UInt8], _ mediaType: String, named name: String) -> Response {
        var response = Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        response.headers[.contentType] = mediaType
        response.headers[.contentDisposition] = ContentDisposition.attachment(name)
        return response
    }
}
