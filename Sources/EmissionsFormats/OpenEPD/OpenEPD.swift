import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

extension Format {
    /// openEPD 0.1: a document that declares a product, an industry's average, or an estimate.
    public static let openEPD = Format(
        name: "openepd",
        title: "openEPD (JSON)",
        versions: [OpenEPDVersion.current],
        writtenVersions: [OpenEPDVersion.current],
        fileExtension: "json",
        profiles: { _ in ["core"] },
        recognize: { start in
            guard case .json(let members, _) = start.content else { return nil }
            // Descriptions of interfaces and schemas have the same names.
            guard members.isDisjoint(with: ["openapi", "swagger", "additionalProperties", "$ref", "$defs"]) else {
                return nil
            }
            let evidence: String
            if members.contains("openepd_version") {
                evidence = "member openepd_version"
            } else if members.isSuperset(of: ["doctype", "declared_unit"]) {
                evidence = "member doctype with a declared_unit"
            } else if members.isSuperset(of: ["impacts", "declared_unit"]) {
                evidence = "member impacts with a declared_unit"
            } else {
                return nil
            }
            return Recognition(confidence: .yes, version: OpenEPDVersion.current, evidence: evidence)
        },
        makeReader: { source, limits, _ in OpenEPDReader(JSONReader(source, limits: limits, streams: [])) },
        writer: { _ in
            SubmissionWriter(
                begin: { _ in Written() }, write: { part, _ in OpenEPDDocumentWriter.write(part) },
                separator: [], end: [], adapt: { part, _ in OpenEPDAdaptation.adapt(part) })
        },
        tables: {
            [
                FieldTable(title: "openEPD", rows: OpenEPDFields.declaration.descriptions),
                FieldTable(title: "openIndustryEpd", rows: OpenEPDFields.industry.descriptions),
                FieldTable(title: "openGenericEstimate", rows: OpenEPDFields.generic.descriptions),
                FieldTable(title: "results", rows: OpenEPDResultDescriptions.rows),
            ]
        })
}

private struct OpenEPDReader: SubmissionReader {
    var records: JSONReader
    private(set) var version: String?

    init(_ records: JSONReader) { self.records = records }

    mutating func next(_ log: inout ReadLog) throws(SyntaxError) -> SubmissionPart? {
        log.restart()
        guard try records.next(into: &log.tree) != nil else {
            for finding in records.takeFindings() { log.report(finding) }
            return nil
        }
        for finding in records.takeFindings() { log.report(finding) }
        version = OpenEPDVersion.current
        guard log.isRecord(SourceTree.root, "the document", nil, in: ReadLog.part) else {
            return .footprint(ProductFootprint())
        }
        return .footprint(OpenEPDDocumentReader.read(&log))
    }
}

/// Reads one document.
enum OpenEPDDocumentReader {
    static let format = "openepd"

    static func read(_ log: inout ReadLog) -> ProductFootprint {
        var footprint = readOwnPlaces(&log)
        OpenEPDExtension.read(in: SourceTree.root, to: &footprint, &log)
        log.carryUnread(format, to: &footprint.carried, in: ReadLog.part, \ProductFootprint.carried)
        log.finish()
        return footprint
    }

    /// What the document itself says, without what we put into its extension.
    private static func readOwnPlaces(_ log: inout ReadLog) -> ProductFootprint {
        var footprint = readOwnFields(&log)
        var results = OpenEPDResultReading()
        results.read(SourceTree.root, &log)
        footprint.results = results.results
        footprint.declaration.scenarios = results.scenarios
        return footprint
    }

    /// The same without results.
    static func readOwnFields(_ log: inout ReadLog) -> ProductFootprint {
        let root = SourceTree.root
        let map = OpenEPDFields.document(OpenEPDDoctype(of: root, in: log))
        var footprint = map.read(root, in: ReadLog.part, into: &log)
        let unit = footprint.declaredUnit
        if unit.amount != nil || unit.unit != nil || unit.otherUnit != nil {
            footprint.declaredUnit.basis = .declaredAmount
        }
        return footprint
    }
}

/// Writes one document.
enum OpenEPDDocumentWriter {
    static func write(_ part: SubmissionPart) -> Written {
        switch part {
        // A file without any document.
        case .header: return Written(bytes: Array("[]\n".utf8))
        case .good: return Written()
        case .footprint(let footprint): return write(footprint)
        }
    }

    private static func write(_ footprint: ProductFootprint) -> Written {
        var log = WriteLog(.json), remainder = Remainder()
        let amounts = footprint.results.reduce(0) { $0 + $1.amounts.count + 4 }
        log.tree.reserveCapacity(nodes: 128 + 4 * amounts, bytes: 2048 + 48 * amounts)
        let root = log.tree.append(.record)
        let places = OpenEPDPlaces(footprint.results)
        let placed = places.placed.map { OpenEPDPlacedResult(footprint.results[$0]) }
        writeOwnFields(footprint, under: root, to: &log)
        let said = OpenEPDStatements.document(log.tree, placed, footprint.declaration.scenarios)
        let nodes = OpenEPDResultWriting.write(placed, footprint.declaration.scenarios, under: root, to: &log)
        for (result, node) in zip(placed, nodes) {
            OpenEPDExtension.write(result, under: node, to: &log.tree, &remainder)
        }
        var rest = footprint
        rest.results = places.unplaced.map { footprint.results[$0] }
        rest.carried.removeAll { $0.format == OpenEPDDocumentReader.format }
        OpenEPDExtension.write(rest, beyond: said, under: root, to: &log.tree, &remainder)
        for carried in footprint.carried where carried.format == OpenEPDDocumentReader.format {
            log.tree.restore(carried, under: root)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(4096 + 192 * amounts)
        JSONPrinter.print(log.tree, indent: 2, into: &bytes)
        bytes.append(UInt8(ascii: "\n"))
        return Written(bytes: bytes, problems: log.problems)
    }

    /// Writes what the document itself says, but for results.
    static func writeOwnFields(_ footprint: ProductFootprint, under root: SourceTree.NodeID, to log: inout WriteLog) {
        let doctype = footprint.declaration.kind.flatMap { OpenEPDDoctype($0) } ?? .declaration
        OpenEPDFields.document(doctype).write(footprint, under: root, to: &log)
    }
}
