import COpenAPI
import EmissionsExchange
import EmissionsFormats
import EmissionsRules
import HTTPTypes
import Hummingbird
import NIOCore

/// What is known here: formats, profiles, rules, and the interface itself.
struct CatalogRoutes: Sendable {
    func add(to router: some RouterMethods<ServiceContext>) {
        router.get("formats") { _, _ in try Response.json(Format.all.map(FormatJSON.init)) }
        router.get("profiles") { _, _ in try Response.json(Profile.all.map(ProfileJSON.init)) }
        router.get("rules/:code") { _, context in
            guard let rule = RuleJSON(context.parameters.get("code") ?? "") else { throw Problem.notFound("rule") }
            return try Response.json(rule)
        }
    }

    static func openAPI(_ request: Request, _ context: ServiceContext) -> Response {
        var count = 0
        let start = emx_openapi(&count)
        var response = Response(status: .ok)
        response.headers[.contentType] = "application/json"
        response.body = ResponseBody(
            byteBuffer: ByteBuffer(bytes: UnsafeBufferPointer(start: start, count: count)))
        return response
    }
}
