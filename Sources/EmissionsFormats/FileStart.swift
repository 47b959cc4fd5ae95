import EmissionsSyntax

/// The first stretch of a file, with what is needed to tell formats apart.
public struct FileStart: Sendable {
    public enum Content: Sendable {
        /// The names of the members seen, and the texts of those named `specVersion`.
        case json(members: Set<String>, specVersions: [String])
        /// The local name of the root element, the prefix-free namespace, and the local names of elements seen.
        case xml(root: String, namespace: String?, elements: Set<String>)
        /// The cells of the header row.
        case table(columns: [String])
        /// The names of the files in an archive.
        case archive(members: [String])
        case empty
    }

    public let content: Content
    /// Whether it is a credential as a JSON Web Token, by itself or in an envelope of JSON.
    public let holdsCredentialToken: Bool
    /// Whether it is neither JSON nor XML nor an archive, and not empty.
    public var isTable: Bool { if case .table = content { true } else { false } }

    /// Whether it is an archive.
    public var isArchive: Bool { if case .archive = content { true } else { false } }

    /// Whether it is a document of an office program, which is an archive of files that mean nothing by themselves.
    public var isOfficeDocument: Bool {
        guard case .archive(let members) = content else { return false }
        return members.contains("[Content_Types].xml")
            || members.contains("mimetype") && members.contains("content.xml")
    }

    /// How many bytes are looked at.
    public static let length = 64 * 1024
    /// How many are looked at where these don't tell: a long text may stand before the names that do.
    public static let mostLength = 4 << 20

    /// - Parameters:
    ///   - bytes: The first bytes of the file, in any encoding.
    ///   - count: How many of them are looked at.
    public init(_ bytes: [UInt8], upTo count: Int = Self.length) {
        guard !bytes.beginArchive else {
            content = .archive(members: [])
            holdsCredentialToken = false
            return
        }
        var decoder = TextDecoder(ByteSource(Array(bytes.prefix(count))), policy: .windows1252IfNotUTF8)
        var text: [UInt8] = []
        while let chunk = try? decoder.next() { text += chunk }
        content = text.withUnsafeBufferPointer { Self.look(at: $0) }
        holdsCredentialToken = Self.isToken(text) || Self.envelopes.contains { text.firstRange(of: $0) != nil }
    }

    /// The start of an archive of files with these names.
    public init(members: [String]) { (content, holdsCredentialToken) = (.archive(members: members), false) }

    private static let envelopes = ["\"data:application/vc+jwt,", "\"data:application/vc-ld+jwt,"].map {
        Array($0.utf8)
    }

    /// Whether it begins as a token does: an object of JSON in base64url, a point, and more of the same alphabet.
    private static func isToken(_ text: [UInt8]) -> Bool {
        let start = text.drop { $0 <= 0x20 }
        guard start.starts(with: "eyJ".utf8), let point = start.firstIndex(of: UInt8(ascii: ".")) else { return false }
        return start[..<point].allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }

    private static func look(at bytes: UnsafeBufferPointer<UInt8>) -> Content {
        guard let first = bytes.firstIndex(where: { $0 > 0x20 }) else { return .empty }
        switch bytes[first] {
        case UInt8(ascii: "{"), UInt8(ascii: "["): return json(bytes)
        case UInt8(ascii: "<"): return xml(bytes) ?? table(bytes)
        default: return table(bytes)
        }
    }

    private static func json(_ bytes: UnsafeBufferPointer<UInt8>) -> Content {
        var members: Set<String> = [], versions: [String] = []
        var index = 0
        var name: String?
        while index < bytes.count {
            defer { index += 1 }
            guard bytes[index] == UInt8(ascii: "\"") else { continue }
            let start = index + 1
            index = start
            while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
                index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
            }
            guard index < bytes.count else { break }
            let text = String(decoding: bytes[start..<index], as: UTF8.self)
            var after = index + 1
            while after < bytes.count, bytes[after] <= 0x20 { after += 1 }
            if after < bytes.count, bytes[after] == UInt8(ascii: ":") {
                members.insert(text)
                name = text
            } else {
                if name == "specVersion" { versions.append(text) }
                name = nil
            }
        }
        return .json(members: members, specVersions: versions)
    }

    private static func xml(_ bytes: UnsafeBufferPointer<UInt8>) -> Content? {
        var root: String?, namespace: String?
        var elements: Set<String> = []
        var index = 0
        while index < bytes.count {
            defer { index += 1 }
            guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count else { continue }
            if bytes[index + 1] == UInt8(ascii: "!"), bytes[index...].starts(with: "<!--".utf8) {
                while index + 2 < bytes.count, !bytes[index...].starts(with: "-->".utf8) { index += 1 }
                continue
            }
            guard ![UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "/")].contains(bytes[index + 1]) else {
                continue
            }
            let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
            let tag = String(decoding: bytes[(index + 1)..<end], as: UTF8.self)
            let words = tag.split(whereSeparator: { $0.isWhitespace || $0 == "/" })
            guard let qualified = words.first else { continue }
            let pieces = qualified.split(separator: ":")
            let local = String(pieces.last ?? qualified)
            elements.insert(local)
            if root == nil {
                root = local
                namespace = declaredNamespace(in: tag, prefix: pieces.count > 1 ? String(pieces[0]) : nil)
            }
            index = end
        }
        return root.map { .xml(root: $0, namespace: namespace, elements: elements) }
    }

    private static func declaredNamespace(in tag: String, prefix: String?) -> String? {
        let declaration = prefix.map { "xmlns:\($0)" } ?? "xmlns"
        for word in tag.split(whereSeparator: \.isWhitespace) where word.hasPrefix(declaration) {
            let rest = word.dropFirst(declaration.count)
            guard rest.first == "=", let quote = rest.dropFirst().first, quote == "\"" || quote == "'" else { continue }
            return String(rest.dropFirst(2).prefix { $0 != quote })
        }
        return nil
    }

    private static func table(_ bytes: UnsafeBufferPointer<UInt8>) -> Content {
        let line = bytes.prefix { $0 != 10 && $0 != 13 }
        let separators = [UInt8(ascii: ","), UInt8(ascii: ";"), 9, UInt8(ascii: "|")]
        let counts = separators.map { separator in line.count { $0 == separator } }
        guard let most = counts.max(), most > 0, let best = counts.firstIndex(of: most) else {
            return .table(columns: [String(decoding: line, as: UTF8.self)])
        }
        let cells = line.split(separator: separators[best], omittingEmptySubsequences: false)
        return .table(
            columns: cells.map { cell in
                String(decoding: cell, as: UTF8.self).trimmingQuotes
            })
    }
}

extension String {
    fileprivate var trimmingQuotes: String {
        let inner = drop { $0 == " " || $0 == "\"" }
        return String(String(inner.reversed()).drop { $0 == " " || $0 == "\"" }.reversed())
    }
}
