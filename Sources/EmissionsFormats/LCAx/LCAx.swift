import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

extension Format {
    /// The EPD of LCAx (Life Cycle Assessment eXchange).
    public static let lcax = Format(
        name: "lcax",
        title: "LCAx EPD (JSON)",
        versions: ["2", "3"],
        writtenVersions: ["3"],
        fileExtension: "json",
        profiles: { _ in ["core", "en15804"] },
        recognize: { start in
            guard case .json(let members, _) = start.content,
                members.isSuperset(of: ["impacts", "declaredUnit", "standard"]),
                // Projects hold declarations among other things; schemas have the same names.
                members.isDisjoint(with: ["assemblies", "openapi", "swagger", "additionalProperties", "$ref", "$defs"])
            else { return nil }
            return Recognition(
                confidence: .yes, version: members.contains("formatVersion") ? "2" : "3",
                evidence: "members impacts, declaredUnit and standard")
        },
        makeReader: { source, limits, _ in LCAxReader(JSONReader(source, limits: limits, streams: [])) },
        writer: { _ in
            SubmissionWriter(
                begin: { _ in Written() }, write: { part, _ in LCAxWriter.write(part) }, separator: [], end: [],
                adapt: { part, _ in LCAxAdaptation.adapt(part) })
        },
        tables: {
            [
                FieldTable(title: "EPD", rows: LCAxFields.declaration.descriptions),
                FieldTable(title: "results", rows: LCAxResults.rows),
            ]
        })
}

private struct LCAxReader: SubmissionReader {
    static let format = "lcax"

    var records: JSONReader
    private(set) var version: String?
    private(set) var recordVersion: String?

    init(_ records: JSONReader) { self.records = records }

    mutating func next(_ log: inout ReadLog) throws(SyntaxError) -> SubmissionPart? {
        log.restart()
        let role = try records.next(into: &log.tree)
        for finding in records.takeFindings() { log.report(finding) }
        guard role != nil else { return nil }
        let root = SourceTree.root
        recordVersion = log.has("formatVersion", in: root) ? "2" : "3"
        if version == nil { version = recordVersion }
        guard log.isRecord(root, "the declaration", nil, in: ReadLog.part) else {
            return .footprint(ProductFootprint())
        }
        var footprint = LCAxFields.declaration.read(root, in: ReadLog.part, into: &log)
        // Figures are for one unit, which is what is declared.
        if footprint.declaredUnit.unit != nil || footprint.declaredUnit.otherUnit != nil {
            footprint.declaredUnit.amount = 1
            footprint.declaredUnit.basis = .declaredAmount
        }
        LCAxResults.read(root, to: &footprint, &log)
        log.carryUnread(Self.format, to: &footprint.carried, in: ReadLog.part, \ProductFootprint.carried)
        log.finish()
        return .footprint(footprint)
    }
}

private enum LCAxWriter {
    static func write(_ part: SubmissionPart) -> Written {
        switch part {
        // A file without any declaration.
        case .header: return Written(bytes: Array("[]\n".utf8))
        case .good: return Written()
        case .footprint(let footprint):
            var log = WriteLog(.json)
            let root = log.tree.append(.record)
            LCAxFields.declaration.write(footprint, under: root, to: &log)
            LCAxResults.writeStandard(footprint, under: root, to: &log)
            LCAxResults.write(footprint, under: root, to: &log)
            for carried in footprint.carried where carried.format == LCAxReader.format {
                log.tree.restore(carried, under: root)
            }
            var bytes: [UInt8] = []
            JSONPrinter.print(log.tree, indent: 2, into: &bytes)
            return Written(bytes: bytes + Array("\n".utf8), problems: log.problems)
        }
    }
}
