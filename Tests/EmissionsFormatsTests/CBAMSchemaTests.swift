import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import Foundation
import TestSupport
import Testing

/// Our field tables and our output against the Commission's schema, version 23.00.
@Suite(.enabled(if: CBAMSamples.areHere, "shared/corpus/trade is not here")) struct CBAMSchemaTests {
    /// Same elements, same order, same obligations.
    @Test func theTablesAreThoseOfTheSchema() throws {
        let schema = try Schema(Shared.bytes(CBAMSamples.schema))
        let tables = Dictionary(
            uniqueKeysWithValues: Format.cbamQReport.tables().map {
                ($0.title, $0.rows.filter { !$0.isOfOlderVersions })
            })
        for (title, type) in [("QReport", "QReportType"), ("ImportedGood", "ImportedGoodType")] {
            let rows = try #require(tables[title]).map { Schema.Leaf(name: $0.name, isRequired: $0.isRequired) }
            let leaves = schema.leaves(of: type)
            #expect(rows.map(\.name) == leaves.map(\.name))
            #expect(Set(rows).symmetricDifference(leaves).map(\.name).filter { !Self.onlyOnes.contains($0) } == [])
        }
    }

    /// Mandatory in an element that is optional and has nothing else: they are required when they are there.
    static let onlyOnes: Set = [
        "Signatures.ApplicableMethodologyConfirmation.OtherApplicableReportingMethodology",
        "Remarks.AdditionalInformation", "ImportedQuantity.SpecialReferences.AdditionalInformation",
    ]

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/python3"), "no Python"))
    func whatWeWriteIsValid() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("qreport-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var paths = CBAMSamples.own.map { "\(packageFolder)/samples/cbam-qreport/\($0)/input.xml" }
        for name in CBAMSamples.own {
            let written = try CBAMReport(CBAMSamples.bytes(name)).submission.asReport().bytes
            let file = folder.appendingPathComponent("\(name).xml")
            try Data(written).write(to: file)
            paths.append(file.path)
        }
        let check = Process()
        check.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        check.arguments =
            ["\(packageFolder)/scripts/checks/_xsd.py", Shared.path(CBAMSamples.schema)] + paths
        let output = Pipe()
        check.standardOutput = output
        try check.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        check.waitUntilExit()
        #expect(check.terminationStatus == 0, "\(String(decoding: said, as: UTF8.self))")
    }
}

extension FieldDescription {
    fileprivate var isOfOlderVersions: Bool { remark?.hasPrefix("up to") ?? false }
}

/// The named complex types of a schema that is made of sequences only.
private struct Schema {
    struct Leaf: Hashable { var name: String, isRequired: Bool }
    struct Element { var name: String, type: String, isRequired: Bool }

    private var types: [String: [Element]] = [:]

    init(_ bytes: [UInt8]) throws {
        var reader = XMLReader(ByteSource(bytes))
        var tree = SourceTree()
        _ = try reader.next(into: &tree)
        for type in tree.children(of: SourceTree.root) where tree.isNamed("complexType", type) {
            let elements = tree.children(of: type).filter { tree.isNamed("sequence", $0) }
                .flatMap { Array(tree.children(of: $0)) }
            types[tree.attribute("@name", of: type) ?? ""] = elements.map {
                Element(
                    name: tree.attribute("@name", of: $0) ?? "", type: tree.attribute("@type", of: $0) ?? "",
                    isRequired: tree.attribute("@minOccurs", of: $0) != "0")
            }
        }
    }

    /// The elements without elements in them, with the names that lead to them. Goods are a table of their own.
    func leaves(of type: String) -> [Leaf] {
        (types[type] ?? []).filter { $0.name != "ImportedGood" }.flatMap { element in
            guard types[element.type] != nil else { return [Leaf(name: element.name, isRequired: element.isRequired)] }
            return leaves(of: element.type).map {
                Leaf(name: "\(element.name).\($0.name)", isRequired: $0.isRequired)
            }
        }
    }
}

extension SourceTree {
    fileprivate func attribute(_ name: NodeName, of node: NodeID) -> String? {
        children(of: node).first { isNamed(name, $0) }.map { text(of: $0) }
    }
}
