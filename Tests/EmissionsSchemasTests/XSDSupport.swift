import EmissionsDiagnostics
import EmissionsSchemas
import EmissionsSyntax
import TestSupport

/// All that a schema has against a document.
struct XSDReading {
    var findings: [Diagnostic] = []
    var error: SyntaxError?
    var records = 0
    let faultCount: Int

    init(
        _ bytes: [UInt8], _ schema: XSDSchema, chunk: Int = 64 << 10, records: [String] = [], mostFindings: Int = 1000
    ) {
        var position = 0
        let source = ByteSource {
            guard position < bytes.count else { return nil }
            defer { position += chunk }
            return Array(bytes[position..<min(position + chunk, bytes.count)])
        }
        let validator = XSDValidator(schema, mostFindings: mostFindings)
        var reader = XMLReader(source, records: records, observer: validator.observer)
        var tree = SourceTree()
        do throws(SyntaxError) {
            while let role = try reader.next(into: &tree) {
                if role != .header { self.records += 1 }
                findings += reader.takeFindings()
            }
        } catch { self.error = error }
        findings += reader.takeFindings()
        findings.removeAll { !$0.code.description.hasPrefix("XSD") }
        faultCount = validator.faultCount
    }

    init(_ text: String, _ schema: XSDSchema) { self.init(Array(text.utf8), schema) }

    /// `line:column code message`, for comparing.
    var lines: [String] {
        findings.map { "\($0.location?.description ?? "-") \($0.code) \($0.message)" }
    }
}

enum QReportSchema {
    static func of(_ version: String) throws -> XSDSchema {
        try XSDSchema(try read("\(packageFolder)/schemas/cbam-qreport/\(version)/qreport.xsd"))
    }
    static func sample(_ name: String) throws -> String {
        String(decoding: try read("\(packageFolder)/samples/cbam-qreport/\(name)/input.xml"), as: UTF8.self)
    }
}

extension XSDSchema {
    /// A schema whose outermost element is `r`, of what is declared in `text`.
    convenience init(_ text: String, documents: [String: String] = [:]) throws {
        let start = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' elementFormDefault='qualified'>"
        try self.init(
            Array("\(start)\n\(text)</xs:schema>".utf8),
            documents: documents.mapValues { Array("\(start)\($0)</xs:schema>".utf8) })
    }
}
