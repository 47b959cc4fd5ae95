import CLibXML2
public import EmissionsDiagnostics
import EmissionsSyntax

/// A compiled XML Schema (XSD 1.0), for any number of documents on any threads.
///
/// Nothing is fetched: what the schema includes or imports must be handed over.
public final class XSDSchema: @unchecked Sendable {
    // libxml2 only reads a schema once it is compiled, so that threads may share one.
    let compiled: xmlSchemaPtr
    let model: XSDModel

    /// Why a schema can't be used.
    public struct CompilationError: Error, Sendable {
        public var findings: [Diagnostic]
    }

    /// Compiles a schema.
    ///
    /// - Parameters:
    ///   - bytes: The schema document.
    ///   - documents: What it includes and imports, by the names it uses for them.
    /// - Throws: ``CompilationError`` for a schema that is not one, or refers to what was not handed over.
    public convenience init(_ bytes: [UInt8], documents: [String: [UInt8]] = [:]) throws(CompilationError) {
        try self.init(bytes, documents: documents, goesOn: true)
    }

    // Whether an element is judged on after a child that stands wrong, is for tests to choose.
    init(_ bytes: [UInt8], documents: [String: [UInt8]], goesOn: Bool) throws(CompilationError) {
        // Read with our own reader first, which refuses what libxml2 would expand, and knows places.
        var source = try XSDSource(bytes, part: nil)
        var sources = [source]
        for (name, bytes) in documents.sorted(by: { $0.key < $1.key }) {
            sources.append(try XSDSource(bytes, part: name))
        }
        let compilation = XSDCompilation()
        guard let compiled = compilation.run(bytes, documents) else {
            throw CompilationError(findings: compilation.findings(in: &source))
        }
        self.compiled = compiled
        model = XSDModel(goesOn ? sources : [])
    }

    deinit { xmlSchemaFree(compiled) }
}

/// One run of libxml2's schema compiler, and what it said.
private final class XSDCompilation {
    private var complaints: [(line: Int, text: String)] = []
    /// Of what follows the first complaints, most is about the same thing.
    private static let mostComplaints = 20

    func run(_ bytes: [UInt8], _ documents: [String: [UInt8]]) -> xmlSchemaPtr? {
        XMLLibrary.serving(documents) {
            bytes.withUnsafeBytes { bytes in
                // What libxml2 says while it reads a document would be printed. This setting is the thread's own.
                xmlSetStructuredErrorFunc(nil) { _, _ in }
                defer { xmlSetStructuredErrorFunc(nil, nil) }
                let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
                guard let parser = xmlSchemaNewMemParserCtxt(start, CInt(bytes.count)) else { return nil }
                defer { xmlSchemaFreeParserCtxt(parser) }
                let address = Unmanaged.passUnretained(self).toOpaque()
                xmlSchemaSetParserStructuredErrors(
                    parser,
                    { address, error in
                        guard let address, let error else { return }
                        Unmanaged<XSDCompilation>.fromOpaque(address).takeUnretainedValue().note(error.pointee)
                    }, address)
                return xmlSchemaParse(parser)
            }
        }
    }

    private func note(_ error: xmlError) {
        let isImport = error.code == CInt(XML_SCHEMAP_WARN_UNLOCATED_SCHEMA.rawValue)
        guard error.level.rawValue >= XML_ERR_ERROR.rawValue || isImport, complaints.count < Self.mostComplaints
        else { return }
        let text = error.message.map { String(cString: $0) } ?? ""
        complaints.append((Int(error.line), text.split(separator: "\n").joined(separator: " ")))
    }

    func findings(in source: inout XSDSource) -> [Diagnostic] {
        guard !complaints.isEmpty else { return [.unusableSchema("")] }
        return complaints.map { complaint in
            var diagnostic = Diagnostic.unusableSchema(complaint.text)
            let node = source.element(onLine: complaint.line)
            diagnostic.location = source.tree.location(of: node)
            diagnostic.excerpt = source.tree.excerpt(of: node)
            return diagnostic
        }
    }
}

extension Diagnostic {
    fileprivate static func unusableSchema(_ text: String) -> Diagnostic {
        let isMissing = ["Failed to locate", "Failed to parse the XML resource"].contains { text.contains($0) }
        return Diagnostic(
            isMissing ? "XSD-021" : "XSD-020", .error,
            isMissing
                ? "the schema refers to a document that was not handed over: \(text)"
                : "the schema can't be used: \(text.isEmpty ? "libxml2 gives no reason" : text)",
            help: isMissing
                ? "Hand the document over as well (--schema-part NAME=FILE); nothing is fetched."
                : "Correct the schema, or use another one.")
    }
}
