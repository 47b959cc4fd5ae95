import EmissionsStore
import FoundationEssentials
public import HTTPTypes
public import Hummingbird
import NIOCore

/// Why there is no verdict, as problem details for a program and in plain words for a person (RFC 9457).
///
/// What is wrong with a document is no problem: that is in its report.
public struct Problem: Error, Encodable, Sendable {
    /// The end of a stable address; `docs/OPERATIONS.md` lists them.
    public var type: String
    public var title: String
    public var status: HTTPResponse.Status
    /// What was found, and what to do.
    public var detail: String
    /// The limit that was reached.
    public var limit: String?
    /// What was found in its place.
    public var observed: String?
    /// Whether the same request may succeed later.
    public var isRetryable = false
    /// In seconds.
    public var retryAfter: Int?
    /// Names the request in the log.
    public var traceID: String?
    /// The findings that say why a document was not converted, as the report has them.
    public var report: [UInt8]?
    /// What the answer has besides.
    public var fields = HTTPFields()

    public static let base = "https://emissions.exchange/problems/"

    public init(_ type: String, _ status: HTTPResponse.Status, _ title: String, _ detail: String) {
        (self.type, self.status, self.title, self.detail) = (type, status, title, detail)
    }

    enum CodingKeys: String, CodingKey {
        case type, title, status, detail, limit, observed, retryable, retryAfter, traceId
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Self.base + type, forKey: .type)
        try container.encode(title, forKey: .title)
        try container.encode(status.code, forKey: .status)
        try container.encode(detail, forKey: .detail)
        try container.encodeIfPresent(limit, forKey: .limit)
        try container.encodeIfPresent(observed, forKey: .observed)
        try container.encode(isRetryable, forKey: .retryable)
        try container.encodeIfPresent(retryAfter, forKey: .retryAfter)
        try container.encodeIfPresent(traceID, forKey: .traceId)
    }

    /// The problem as JSON, with the report as a member of it.
    func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var bytes = Array(try encoder.encode(self))
        if let report {
            bytes.removeLast()
            bytes += Array(#","report":"#.utf8) + report + [UInt8(ascii: "}")]
        }
        return bytes
    }
}

extension Problem: HTTPResponseError {
    public func response(from request: Request, context: some RequestContext) throws -> Response {
        var headers = fields
        headers[.contentType] = "application/problem+json"
        if let retryAfter { headers[.retryAfter] = String(retryAfter) }
        return Response(
            status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: try bytes())))
    }
}
