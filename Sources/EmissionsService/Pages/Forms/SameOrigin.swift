import HTTPTypes
import Hummingbird

/// Forms are taken from our own pages only. Browsers tell where a request comes from; what tells nothing is none, and
/// has no session that could be misused.
enum SameOrigin {
    /// - Throws: ``Problem`` where another site sent the form.
    static func require(_ request: Request) throws(Problem) {
        if let site = request.headers[HTTPField.Name("Sec-Fetch-Site")!] {
            guard site == "same-origin" || site == "none" else { throw .fromElsewhere }
        } else if let origin = request.headers[.origin], let host = request.head.authority {
            guard origin.hasSuffix("//\(host)") else { throw .fromElsewhere }
        }
    }
}

extension Problem {
    fileprivate static let fromElsewhere = Problem(
        "other-site", .forbidden, "the form comes from another site", "open the page here, and send it from there")
}
