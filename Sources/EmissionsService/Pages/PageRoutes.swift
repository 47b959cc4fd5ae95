import EmissionsFormats
import EmissionsStore
import HTTPTypes
import Hummingbird
import NIOCore

/// The pages for people, beside the API for programs.
struct PageRoutes {
    let site: Site
    let keeping: Keeping
    let access: AccessControl

    func add(to router: Router<ServiceContext>) {
        router.get("assets/:version/:name", use: asset)
        let pages = router.group().add(middleware: Visitors(access: access))
        pages.get("/", use: start)
        pages.get("check") { _, _ in Response.redirect(to: "/") }
        pages.get("convert") { _, _ in Response.redirect(to: "/") }
        ReferencePages(site: site).add(to: pages)
        SignInPages(site: site).add(to: pages)
        CheckPages(site: site, keeping: keeping, access: access)
            .add(to: router.group().add(middleware: access.checking))
        SubmissionPages(site: site, keeping: keeping, access: access).add(to: router)
    }

    @Sendable private func start(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let query = request.uri.queryParameters
        let texts = site.texts, most = keeping.checking.uploads.maxBytes
        let value: PageValue = [
            "targets": .list(Choices.targets(query["to"].map { String($0) })),
            "profiles": .list(Choices.profiles(query["profile"].map { String($0) })),
            "limit": .text(
                texts("start.limit", ["count": String(UploadForm.mostDocuments), "size": texts.size(most)])),
            "maxBytes": .text(String(most)), "canKeep": .flag(context.identity?.may(.submit) == true),
            "mustSignIn": .flag(context.identity == nil && !access.isOpen),
            "formats": .list(Format.all.map { ["name": .text($0.name), "title": .text($0.title)] }),
        ]
        return site.page(texts["start.title"], at: .check, ("start", value), for: context)
    }

    @Sendable private func asset(_ request: Request, _ context: ServiceContext) async throws -> Response {
        guard let name = context.parameters.get("name"), let asset = site.files.assets[name] else {
            throw HTTPError(.notFound)
        }
        var response = Response(status: .ok, body: ResponseBody(byteBuffer: ByteBuffer(bytes: asset.bytes)))
        response.headers[.contentType] = asset.mediaType
        let isCurrent = context.parameters.get("version") == site.files.assetVersion
        response.headers[.cacheControl] = isCurrent ? "public, max-age=31536000, immutable" : "no-cache"
        return response
    }
}

/// Finds out who looks at pages that anybody may see.
private struct Visitors: RouterMiddleware {
    typealias Context = ServiceContext
    let access: AccessControl

    func handle(
        _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.identity = try await access.identity(request, context)
        return try await next(request, context)
    }
}
