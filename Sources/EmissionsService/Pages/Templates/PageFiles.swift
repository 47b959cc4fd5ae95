import CPages
import Crypto

/// What pages are made of, from inside the binary: templates, texts, and what browsers fetch besides.
struct PageFiles: Sendable {
    let templates: [String: PageTemplate]
    let texts: Texts
    /// Fetched by browsers, by name.
    let assets: [String: Asset]
    /// Names the assets of this build, so that browsers may keep them.
    let assetVersion: String

    struct Asset: Sendable {
        let mediaType: String
        let bytes: [UInt8]
    }

    private init(_ files: [String: [UInt8]]) throws {
        var templates: [String: PageTemplate] = [:], assets: [String: Asset] = [:]
        var hash = SHA256()
        for (path, bytes) in files.sorted(by: { $0.key < $1.key }) {
            if path.hasPrefix("templates/") {
                let name = path.dropFirst("templates/".count).prefix { $0 != "." }
                templates[String(name)] = try PageTemplate(String(decoding: bytes, as: UTF8.self))
            } else if let mediaType = Self.mediaTypes[String(path.drop { $0 != "." })] {
                assets[path] = Asset(mediaType: mediaType, bytes: bytes)
                hash.update(data: bytes)
            }
        }
        (self.templates, self.assets) = (templates, assets)
        texts = try Texts(language: "en", files["texts.en.json"] ?? [])
        assetVersion = hash.finalize().prefix(6).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
            .joined()
    }

    private static let mediaTypes = [
        ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml",
    ]

    /// - Throws: where a template or the catalogue is not well-formed, which a test keeps from happening.
    static func load() throws -> PageFiles {
        var files: [String: [UInt8]] = [:], position = 0
        while let file = emx_page_file(position) {
            files[String(cString: file.pointee.path)] = Array(
                UnsafeBufferPointer(start: file.pointee.bytes, count: file.pointee.count))
            position += 1
        }
        return try PageFiles(files)
    }

    func render(_ name: String, _ value: PageValue) -> String {
        var rendering = PageRendering(templates, texts, value)
        if let template = templates[name] { rendering.render(template.pieces) }
        return rendering.output
    }
}

extension PageFiles {
    /// A template in the middle of what all pages have in common.
    func page(_ name: String, _ value: PageValue) -> String {
        var templates = templates
        templates["body"] = templates[name]
        var rendering = PageRendering(templates, texts, value)
        if let layout = templates["layout"] { rendering.render(layout.pieces) }
        return rendering.output
    }
}
