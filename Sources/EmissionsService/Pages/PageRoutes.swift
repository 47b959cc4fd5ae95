import EmissionsFormats
import EmissionsRules
import HTTPTypes
import Hummingbird
import NIOCore

/// The pages for people, beside the API for programs.
struct PageRoutes {
    let site: Site
    let checking: Checking

    func add(to router: some RouterMethods<ServiceContext>) {
        router.get("/", use: start)
        router.get("check") { _, _ in Response.redirect(to: "/") }
        router.get("convert") { _, _ in Response.redirect(to: "/") }
        router.get("assets/:version/:name", use: asset)
        CheckPages(site: site, checking: checking).add(to: router)
        ReferencePages(site: site).add(to: router)
    }

    @Sendable private func start(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let query = request.uri.queryParameters
        let texts = site.texts
        return site.page(
            texts["start.title"], at: .check,
            (
                "start",
                [
                    "targets": .list(Choices.targets(query["to"].map(String.init))),
                    "profiles": .list(Choices.profiles(query["profile"].map(String.init))),
                    "limit": .text(
                        texts(
                            "start.limit",
                            [
                                "count": String(UploadForm.mostDocuments),
                                "size": texts.size(checking.uploads.maxBytes),
                            ])),
                    "maxBytes": .text(String(checking.uploads.maxBytes)),
                    "formats": .list(Format.all.map { ["name": .text($0.name), "title": .text($0.title)] }),
                ]
            ))
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

/// What can be chosen in forms.
enum Choices {
    static func targets(_ chosen: String?) -> [PageValue] {
        Format.all.filter { !$0.writtenVersions.isEmpty }.flatMap { format -> [PageValue] in
            let versions = format.writtenVersions
            guard versions.count > 1 else {
                return [choice(format.name, format.title, chosen)]
            }
            return versions.reversed().map { choice("\(format.name)@\($0)", "\(format.title) (\($0))", chosen) }
        }
    }

    static func profiles(_ chosen: String?) -> [PageValue] {
        Profile.all.map { choice($0.name, $0.title, chosen) }
    }

    private static func choice(_ value: String, _ label: String, _ chosen: String?) -> PageValue {
        ["value": .text(value), "label": .text(label), "isChosen": .flag(value == chosen)]
    }
}
