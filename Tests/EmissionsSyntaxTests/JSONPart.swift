import EmissionsDiagnostics
import EmissionsSyntax

/// What a test looks at of one part of a JSON file.
struct JSONPart: Equatable {
    var role: RecordRole
    var address: String
    var json: String
    /// Where its nodes stand, in the order of the file.
    var locations: [SourceLocation]
    var window: [UInt8]

    init(_ role: RecordRole, _ tree: SourceTree) {
        var tree = tree
        var bytes: [UInt8] = []
        JSONPrinter.print(tree, into: &bytes)
        self.role = role
        address = tree.rootAddress
        json = String(decoding: bytes, as: UTF8.self)
        locations = (0..<tree.count).map { tree.location(of: $0) }
        window = tree.window.bytes
    }

    static func all(in text: String, streams: [String] = []) throws -> [JSONPart] {
        try all(in: Array(text.utf8), streams: streams)
    }

    static func all(
        in bytes: [UInt8], chunk: Int = 1 << 16, limits: Limits = Limits(), streams: [String] = []
    ) throws -> [JSONPart] {
        let (parts, error) = outcome(of: bytes, chunk: chunk, limits: limits, streams: streams)
        if let error { throw error }
        return parts
    }

    /// The parts of a file up to its end or to an error.
    static func outcome(
        of bytes: [UInt8], chunk: Int = 1 << 16, limits: Limits = Limits(), streams: [String] = []
    ) -> (parts: [JSONPart], error: SyntaxError?) {
        var reader = JSONReader(ByteSource(bytes, chunk: chunk), limits: limits, streams: streams)
        var tree = SourceTree()
        var parts: [JSONPart] = []
        do throws(SyntaxError) {
            while let role = try reader.next(into: &tree) { parts.append(JSONPart(role, tree)) }
            return (parts, nil)
        } catch { return (parts, error) }
    }
}
