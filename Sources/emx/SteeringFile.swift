import ArgumentParser
import EmissionsConsole
import EmissionsDiagnostics
import EmissionsExchange
import EmissionsFormats
import EmissionsReports
import EmissionsSchemas
import EmissionsSyntax

/// A file that steers what is done: a schema, a policy or a mapping.
struct SteeringFile {
    let path: String

    /// An XSD where the first character opens a tag, a table schema where it lists fields, else a JSON Schema.
    ///
    /// The parts are what it includes, imports or refers to: files, each under its name or under one that is said.
    func schema(
        parts: [SchemaPart], _ limits: Limits, assertsFormats: Bool, _ display: DisplayOptions
    ) throws -> BroughtSchema {
        var options = JSONSchema.Options(), documents: [String: [UInt8]] = [:], sources = SchemaSources()
        options.assertsFormats = assertsFormats
        for part in parts {
            documents[part.name] = try SteeringFile(path: part.path).read(display) { bytes in
                for document in bytes.isXML ? [] : try part.documents(bytes, limits) { sources.add(document) }
                return bytes
            }
        }
        return try read(display) { bytes in
            let schema: CompiledSchema =
                bytes.isXML
                ? .xsd(try XSDSchema(bytes, documents: documents))
                : try CompiledSchema(
                    try SchemaDocument(bytes, uri: path, limits: limits), sources: sources, options: options)
            let all = bytes + documents.sorted { $0.key < $1.key }.flatMap(\.value)
            return BroughtSchema(name: path, digest: SHA256.hex(all), schema)
        }
    }

    func policy(_ display: DisplayOptions) throws -> BroughtPolicy {
        try read(display) { try BroughtPolicy(path: path, $0) }
    }

    func mapping(_ display: DisplayOptions) throws -> SheetMapping {
        try read(display) { try SheetMapping($0) }
    }

    /// Makes something of the bytes; what is wrong with them goes to standard error.
    private func read<Value>(_ display: DisplayOptions, _ make: ([UInt8]) throws -> Value) throws -> Value {
        let text = TextReport(display.colors(on: .standardError))
        func fail(_ problems: [Diagnostic], _ status: ExitStatus) -> ExitStatus {
            for var problem in problems {
                // A document that the schema refers to goes by the name under which it was handed over.
                let name = problem.location?.part ?? path
                problem.location?.part = nil
                StandardError.write(text.text(of: problem, in: name))
            }
            return status
        }
        do {
            return try make(try content())
        } catch let error as SyntaxError {
            throw fail([error.diagnostic], error.kind == .unavailable ? .unavailable : .usage)
        } catch let error as SchemaError {
            throw fail(error.diagnostics, .usage)
        } catch let error as XSDSchema.CompilationError {
            throw fail(error.findings, .usage)
        } catch let error as PolicyError {
            throw fail(error.diagnostics, .usage)
        } catch let error as SheetMappingError {
            throw fail(error.diagnostics, .usage)
        }
    }

    private func content() throws -> [UInt8] {
        let source = try InputFile(path: path).bytes()
        var bytes: [UInt8] = []
        while let chunk = try source.next() { bytes += chunk }
        return bytes
    }
}

/// A document that a schema refers to, as `stypes.xsd` or `stypes.xsd=stypes_17.03.xsd`.
struct SchemaPart {
    /// What the schema calls it.
    let name: String
    let path: String

    init(_ text: String) {
        let pieces = text.split(separator: "=", maxSplits: 1).map(String.init)
        path = pieces.last ?? text
        name = pieces.count > 1 ? pieces[0] : path.split(separator: "/").last.map(String.init) ?? path
    }

    /// The JSON document under each of the names that it goes by.
    fileprivate func documents(_ bytes: [UInt8], _ limits: Limits) throws(SyntaxError) -> [SchemaDocument] {
        let document = try SchemaDocument(bytes, uri: name, limits: limits)
        return Set([name, path, document.identifier].compactMap { $0 }).sorted().map {
            SchemaDocument(document.tree, at: document.root, uri: $0)
        }
    }
}

extension [UInt8] {
    fileprivate var isXML: Bool { first { $0 > 0x20 && $0 < 0x80 } == UInt8(ascii: "<") }
}
