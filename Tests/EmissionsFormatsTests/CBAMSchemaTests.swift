import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import Foundation
import TestSupport
import Testing

/// Our field tables and our output against the Commission's schemas.
@Suite(.enabled(if: CBAMSamples.areHere, "shared/corpus/trade is not here")) struct CBAMSchemaTests {
    static let schemas = [
        ("17.03", "corpus/trade/cbam-qreport-17.03/QReport_17.03.xsd"),
        ("18.00", "corpus/trade/tecnomod-cbam/xsd/v18/QReport_18.00.xsd"),
        ("19.00", "corpus/trade/tecnomod-cbam/xsd/v19/QReport_v19.00.xsd"), ("23.00", CBAMSamples.schema),
    ]

    /// The rows that a version has, in the order of the schema: older elements stand at their places.
    @Test(arguments: schemas) func theTablesHaveTheElementsOfEveryVersion(_ version: String, _ path: String) throws {
        let schema = try Schema(Shared.bytes(path))
        for (title, type) in Self.tables {
            let rows = try Self.rows(of: title).filter { $0.lastVersion.map { version <= $0 } ?? true }
            #expect(rows.map(\.name) == schema.leaves(of: type).map(\.name))
        }
    }

    @Test func whatIsRequiredIsWhatTheWrittenVersionRequires() throws {
        let schema = try Schema(Shared.bytes(CBAMSamples.schema))
        for (title, type) in Self.tables {
            let rows = try Self.rows(of: title).filter { $0.lastVersion == nil && !Self.onlyOnes.contains($0.name) }
            let leaves = schema.leaves(of: type).filter { !Self.onlyOnes.contains($0.name) }
            #expect(rows.filter(\.isRequired).map(\.name) == leaves.filter(\.isRequired).map(\.name))
        }
    }

    private static let tables = [("QReport", "QReportType"), ("ImportedGood", "ImportedGoodType")]

    private static func rows(of title: String) throws -> [FieldDescription] {
        try #require(Format.cbamQReport.tables().first { $0.title == title }).rows
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
    fileprivate var lastVersion: String? {
        remark.flatMap { $0.hasPrefix("up to ") ? String($0.dropFirst("up to ".count)) : nil }
    }
}

/// The named complex types of a schema that is made of sequences only.
private struct Schema {
    struct Leaf { var name: String, isRequired: Bool }
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
