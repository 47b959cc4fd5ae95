import ArgumentParser
import EmissionsDiagnostics
import EmissionsExchange
import EmissionsReports
import EmissionsSchemas
import EmissionsSyntax

/// A schema that the user names: an XSD where its first character opens a tag, a table schema where it lists fields,
/// else a JSON Schema.
struct SchemaFile {
    let path: String

    /// Compiles the schema; what is wrong with it goes to standard error.
    func read(_ limits: Limits, _ display: DisplayOptions) throws -> BroughtSchema {
        let text = TextReport(display.colors(on: .standardError))
        func fail(_ problems: [Diagnostic], _ status: ExitStatus) -> ExitStatus {
            for problem in problems { StandardError.write(text.text(of: problem, in: path)) }
            return status
        }
        do {
            let bytes = try content()
            let isXML = bytes.first(where: { $0 > 0x20 && $0 < 0x80 }) == UInt8(ascii: "<")
            let schema: CompiledSchema =
                isXML
                ? .xsd(try XSDSchema(bytes))
                : try CompiledSchema(try SchemaDocument(bytes, uri: path, limits: limits))
            return BroughtSchema(name: path, digest: SHA256.hex(bytes), schema)
        } catch let error as SyntaxError {
            throw fail([error.diagnostic], error.kind == .unavailable ? .unavailable : .usage)
        } catch let error as SchemaError {
            throw fail(error.diagnostics, .usage)
        } catch let error as XSDSchema.CompilationError {
            throw fail(error.findings, .usage)
        }
    }

    private func content() throws -> [UInt8] {
        let source = try InputFile(path: path).bytes()
        var bytes: [UInt8] = []
        while let chunk = try source.next() { bytes += chunk }
        return bytes
    }
}
