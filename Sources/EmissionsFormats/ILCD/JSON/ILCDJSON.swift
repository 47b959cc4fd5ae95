import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

extension Format {
    /// Environmental product declarations as soda4LCA, the software of most programme operators' registries, gives them.
    public static let ilcdEPDJSON = Format(
        name: ILCDJSON.format,
        title: "ILCD+EPD in soda4LCA's JSON",
        versions: [ILCDJSON.version],
        writtenVersions: [ILCDJSON.version],
        fileExtension: "json",
        profiles: { _ in ["core", "en15804"] },
        recognize: { start in
            guard case .json(let members, _) = start.content,
                members.isSuperset(of: ["processInformation", "dataSetInformation"])
            else { return nil }
            return Recognition(
                confidence: .yes, version: ILCDJSON.version,
                evidence: "members processInformation and dataSetInformation")
        },
        makeReader: { source, limits, _ in ILCDJSONReader(JSONReader(source, limits: limits)) },
        writer: { _ in
            SubmissionWriter(
                begin: { _ in Written() }, write: { part, _ in ILCDJSONWriter.write(part) }, separator: [], end: [],
                adapt: { part, _ in ILCDAdaptation.adapt(part, to: .v12) }, holdsOneRecord: true)
        },
        tables: {
            [
                FieldTable(title: "process data set", rows: ILCDJSONFields.footprint.descriptions),
                FieldTable(
                    title: "exchange, the reference flow", rows: ILCDJSONFields.referenceExchange.descriptions),
                FieldTable(title: "exchange", rows: ILCDJSONFields.exchange.descriptions),
                FieldTable(title: "LCIAResult", rows: ILCDJSONFields.impact.descriptions),
            ]
        })
}

enum ILCDJSON {
    static let format = "ilcd-epd-json"
    static let version = "1.2"
    /// Java's way to name an attribute of the extensions.
    static let epdVersion: NodeName = "{http://www.indata.network/EPD/2019}epd-version"
}

/// Reads data sets, one by itself, in a list or on lines.
private struct ILCDJSONReader: SubmissionReader {
    private var records: JSONReader
    let version: String? = ILCDJSON.version

    init(_ records: JSONReader) { self.records = records }

    mutating func next(_ log: inout ReadLog) throws(SyntaxError) -> SubmissionPart? {
        log.restart()
        guard try records.next(into: &log.tree) != nil else { return nil }
        for finding in records.takeFindings() { log.report(finding) }
        return .footprint(footprint(&log))
    }

    private func footprint(_ log: inout ReadLog) -> ProductFootprint {
        let root = SourceTree.root
        var footprint = ProductFootprint()
        guard log.isRecord(root, "a data set", nil, in: ReadLog.part) else { return footprint }
        if let attributes = log.firstChild("otherAttributes", of: root),
            let node = log.firstChild(ILCDJSON.epdVersion, of: attributes)
        {
            log.claim(attributes)
            log.claim(node)
            footprint.identity.specificationVersion = log.tree.text(of: node)
            log.note(\ProductFootprint.identity.specificationVersion, in: ReadLog.part, from: node)
        }
        ILCDJSONFields.footprint.read(root, in: ReadLog.part, to: &footprint, log: &log)
        var indicators = IndicatorSettling()
        ILCDJSONFields.readResults(root, to: &footprint, &indicators, log: &log)
        indicators.finish(&footprint, &log)
        log.carryUnread(ILCDJSON.format, to: &footprint.carried, in: ReadLog.part, \ProductFootprint.carried)
        log.finish()
        return footprint
    }
}

private enum ILCDJSONWriter {
    static func write(_ part: SubmissionPart) -> Written {
        guard case .footprint(let footprint) = part else { return Written() }
        var log = WriteLog(.json)
        let root = log.tree.append(.record)
        ILCDJSONFields.footprint.write(footprint, under: root, to: &log)
        ILCDJSONFields.writeResults(footprint, under: root, to: &log)
        if let version = footprint.identity.specificationVersion {
            let attributes = log.tree.append(.record, named: "otherAttributes", under: root)
            log.tree.append(.text, named: ILCDJSON.epdVersion.description, text: version, under: attributes)
        }
        for carried in footprint.carried where carried.format == ILCDJSON.format {
            log.tree.restore(carried, under: root)
        }
        var bytes: [UInt8] = []
        JSONPrinter.print(log.tree, indent: 2, into: &bytes)
        return Written(bytes: bytes + [UInt8(ascii: "\n")], problems: log.problems)
    }
}
