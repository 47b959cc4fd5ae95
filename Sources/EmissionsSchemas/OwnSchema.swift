import CSchemas
import EmissionsDiagnostics
import EmissionsSyntax
import Synchronization

/// A schema of ours: a file in `schemas/FORMAT/VERSION/`, as it stands inside the library.
public struct OwnSchema: Hashable, Sendable {
    public let format: String
    public let version: String
    /// The name of the file, such as `qreport.xsd`.
    public let name: String
    /// Whether it only says what other schemas of the format include: no file is held against it alone.
    public let isPart: Bool
    private let position: Int

    private init?(position: Int) {
        guard let schema = emx_schema(position)?.pointee else { return nil }
        self.position = position
        (format, version, name) = (
            String(cString: schema.format), String(cString: schema.version), String(cString: schema.name)
        )
        isPart = schema.is_part
    }

    /// Every schema, in the order of their paths.
    public static let all: [OwnSchema] = {
        var all: [OwnSchema] = []
        while let schema = OwnSchema(position: all.count) { all.append(schema) }
        return all
    }()

    /// The schema that files, or records, of a version of a format are to keep.
    public static func of(_ format: String, _ version: String) -> OwnSchema? {
        all.first { $0.format == format && $0.version == version && !$0.isPart }
    }

    public var path: String { "\(format)/\(version)/\(name)" }

    public var bytes: [UInt8] {
        emx_schema(position).map { [UInt8](UnsafeBufferPointer(start: $0.pointee.bytes, count: $0.pointee.count)) }
            ?? []
    }

    /// A SHA-256 of its bytes, and of those of the schemas that it includes, in hexadecimal digits.
    public var digest: String {
        Self.digests.value(of: self) { schema in
            SHA256.hex(schema.bytes + schema.included.flatMap(\.bytes))
        }
    }

    /// Ready to check files against. It is compiled once.
    ///
    /// Values have to be what `format` calls them: the owners of the formats mean it so.
    public var compiled: CompiledSchema { Self.compilations.value(of: self) { $0.compile() } }

    private static let digests = Once<String>()
    private static let compilations = Once<CompiledSchema>()

    private func compile() -> CompiledSchema {
        do {
            if name.hasSuffix(".xsd") { return .xsd(try XSDSchema(bytes, documents: documents)) }
            var options = JSONSchema.Options(), sources = SchemaSources()
            options.assertsFormats = true
            for other in Self.all where isOfReport && other.isOfReport && other != self {
                sources.add(try other.document())
            }
            return try CompiledSchema(try document(), sources: sources, options: options)
        } catch {
            preconditionFailure("\(path) is no schema: \(error)")
        }
    }

    /// The schema under the name that others call it by.
    private func document() throws(SyntaxError) -> SchemaDocument {
        var document = try SchemaDocument(bytes)
        document.uri = document.identifier ?? path
        return document
    }

    /// The schemas of reports refer to one another, and no others do.
    private var isOfReport: Bool { ["emx-report", "emx-loss", "emx-diff"].contains(format) }

    /// What is made of each schema when it is first asked for.
    private struct Once<Value: Sendable>: ~Copyable, Sendable {
        private let values = Mutex<[OwnSchema: Value]>([:])

        func value(of schema: OwnSchema, _ make: @Sendable (OwnSchema) -> Value) -> Value {
            values.withLock { values in
                if let value = values[schema] { return value }
                let value = make(schema)
                values[schema] = value
                return value
            }
        }
    }
}
