import ArgumentParser
import EmissionsDiagnostics
import EmissionsExchange
import EmissionsReports
import EmissionsSchemas
import EmissionsSyntax

/// A file that steers what is checked: a schema or a policy.
struct SteeringFile {
    let path: String

    /// An XSD where the first character opens a tag, a table schema where it lists fields, else a JSON Schema.
    func schema(_ limits: Limits, assertsFormats: Bool, _ display: DisplayOptions) throws -> BroughtSchema {
        var options = JSONSchema.Options()
        options.assertsFormats = assertsFormats
        return try read(display) { bytes in
            let isXML = bytes.first(where: { $0 > 0x20 && $0 < 0x80 }) == UInt8(ascii: "<")
            let schema: CompiledSchema =
                isXML
                ? .xsd(try XSDSchema(bytes))
                : try CompiledSchema(try SchemaDocument(bytes, uri: path, limits: limits), options: options)
            return BroughtSchema(name: path, digest: SHA256.hex(bytes), schema)
        }
    }

    func policy(_ display: DisplayOptions) throws -> BroughtPolicy {
        try read(display) { try BroughtPolicy(path: path, $0) }
    }

    /// Makes something of the bytes; what is wrong with them goes to standard error.
    private func read<Value>(_ display: DisplayOptions, _ make: ([UInt8]) throws -> Value) throws -> Value {
        let text = TextReport(display.colors(on: .standardError))
        func fail(_ problems: [Diagnostic], _ status: ExitStatus) -> ExitStatus {
            for problem in problems { StandardError.write(text.text(of: problem, in: path)) }
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
        }
    }

    private func content() throws -> [UInt8] {
        let source = try InputFile(path: path).bytes()
        var bytes: [UInt8] = []
        while let chunk = try source.next() { bytes += chunk }
        return bytes
    }
}
