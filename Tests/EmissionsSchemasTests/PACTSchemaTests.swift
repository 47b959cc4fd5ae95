import EmissionsDiagnostics
import EmissionsSchemas
import EmissionsSyntax
import FoundationEssentials
import TestSupport
import Testing

/// Our own schemas of PACT are schemas, accept what is in order, and say what is not.
@Suite struct PACTSchemaTests {
    static let versions = ["2.0", "2.1", "2.2", "2.3", "3.0"]

    private func schema(_ version: String) throws -> JSONSchema {
        let bytes = try read("\(packageFolder)/schemas/pact/\(version)/product-footprint.schema.json")
        var options = JSONSchema.Options()
        options.assertsFormats = true
        return try JSONSchema(SchemaDocument(bytes), options: options)
    }

    private func findings(in bytes: [UInt8], _ version: String) throws -> [[String]] {
        let schema = try schema(version)
        var reader = JSONReader(ByteSource(bytes), streams: ["data"]), tree = SourceTree(), found: [[String]] = []
        while try reader.next(into: &tree) != nil {
            found.append(schema.findings(in: &tree).map { "\($0)" + ($0.help.map { " " + $0 } ?? "") })
        }
        return found
    }

    @Test(arguments: versions)
    func everySchemaCanBeUsed(version: String) throws {
        #expect(throws: Never.self) { try schema(version) }
    }

    @Test(arguments: [
        ("everything", "3.0"), ("steel-coil", "3.0"), ("everything-v2", "2.3"), ("steel-coil-v2", "2.3"),
    ])
    func theSamplesAreInOrder(sample: String, version: String) throws {
        let found = try findings(in: read("\(packageFolder)/samples/pact/\(sample)/input.json"), version)
        #expect(!found.isEmpty)
        #expect(found.flatMap { $0 } == [])
    }

    @Test func whatIsWrongIsToldInPlainWords() throws {
        var text = String(decoding: try read(packageFolder + "/samples/pact/steel-coil/input.json"), as: UTF8.self)
        for (old, new) in [
            ("\"companyName\": \"", "\"CompanyName\": \""),
            ("\"geographyCountry\":", "\"geographyRegionOrSubregion\":"),
        ] {
            #expect(text.contains(old))
            text.replace(old, with: new)
        }
        let found = try findings(in: Array(text.utf8), "3.0").flatMap { $0 }
        #expect(found.count == 2)
        #expect(
            found.first?.hasSuffix(
                "error[JSC-002]: the object is without companyName, which is required Add companyName.") == true)
    }
}
