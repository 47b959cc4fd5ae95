import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

extension Format {
    /// Our own JSON: the whole model and nothing else, so that nothing is lost in it.
    public static let emx = Format(
        name: "emx",
        title: "Emissions Exchange (JSON)",
        versions: [EMXReader.version],
        writtenVersions: [EMXReader.version],
        fileExtension: "json",
        profiles: { _ in ["core"] },
        recognize: { start in
            guard case .json(let members, _) = start.content, members.contains("emx"),
                !members.isDisjoint(with: ["records", "header"])
            else { return nil }
            return Recognition(confidence: .yes, version: nil, evidence: "member emx with a header or records")
        },
        makeReader: { source, limits, _ in EMXReader(JSONReader(source, limits: limits, streams: ["records"])) },
        writer: { _ in
            SubmissionWriter(
                begin: EMXWriter.begin, write: { part, _ in EMXWriter.write(part) },
                separator: Array(",\n".utf8), end: Array("\n  ]\n}\n".utf8),
                adapt: { part, _ in .unchanged(part) })
        },
        tables: {
            [
                FieldTable(title: "header", rows: EMXFields.header.descriptions),
                FieldTable(title: "good", rows: EMXFields.good.descriptions),
                FieldTable(title: "footprint", rows: EMXFields.footprint.descriptions),
            ]
        },
        describesHeader: true)
}

private struct EMXReader: SubmissionReader {
    static let version = "1.0"

    private var records: JSONReader
    private(set) var version: String?
    /// As read from before the records.
    private var header: SubmissionHeader?
    private var hasRecords = false

    init(_ records: JSONReader) { self.records = records }

    mutating func next(_ log: inout ReadLog) throws(SyntaxError) -> SubmissionPart? {
        log.restart()
        let role = try records.next(into: &log.tree)
        for finding in records.takeFindings() { log.report(finding) }
        defer { log.finish() }
        switch role {
        case nil: return nil
        case .header: return header(&log)
        case .record(stream: ""):
            // An object without records, or lines of records.
            let isRecord = log.has("good", in: SourceTree.root) || log.has("footprint", in: SourceTree.root)
            return isRecord ? record(&log) : header(&log)
        case .record: return record(&log)
        }
    }

    private mutating func header(_ log: inout ReadLog) -> SubmissionPart {
        let root = SourceTree.root
        guard log.tree.kind(of: root) == .record else { return record(&log) }
        if hasRecords || header != nil {
            log.report(Diagnostic("EMX-002", .error, .lateHeader, help: .lateHeader), at: root, in: ReadLog.part)
            return .header(header ?? SubmissionHeader())
        }
        settleVersion(&log)
        var header = SubmissionHeader()
        if let node = log.child("header", of: root), log.isRecord(node, "header", nil, in: ReadLog.part) {
            EMXFields.header.read(node, in: ReadLog.part, to: &header, log: &log)
        }
        log.carryUnread(EMXFields.format, to: &header.carried, in: ReadLog.part, \SubmissionHeader.carried)
        self.header = header
        return .header(header)
    }

    private mutating func settleVersion(_ log: inout ReadLog) {
        guard let node = log.child("emx", of: SourceTree.root),
            let stated = log.value(of: node, "emx", as: .text, nil, in: ReadLog.part)
        else { return }
        version = Self.version
        if stated != Self.version {
            log.report(
                Diagnostic("EMX-001", .error, .unknownVersion(stated), help: .unknownVersion), at: node,
                in: ReadLog.part)
        }
    }

    private mutating func record(_ log: inout ReadLog) -> SubmissionPart {
        hasRecords = true
        let root = SourceTree.root
        guard log.isRecord(root, "a record", nil, in: ReadLog.part) else { return .footprint(ProductFootprint()) }
        if !(log.has("good", in: root) != log.has("footprint", in: root)) {
            let both = log.has("good", in: root)
            log.report(Diagnostic("EMX-003", .error, .notOne(both: both), help: .notOne), at: root, in: ReadLog.part)
        }
        if log.has("emx", in: root) { settleVersion(&log) }
        if let node = log.child("good", of: root), log.isRecord(node, "good", nil, in: ReadLog.part) {
            var good = EMXFields.good.read(node, in: ReadLog.part, into: &log)
            log.carryUnread(EMXFields.format, to: &good.carried, in: ReadLog.part, \ImportedGood.carried)
            return .good(good)
        }
        var footprint = ProductFootprint()
        if let node = log.child("footprint", of: root), log.isRecord(node, "footprint", nil, in: ReadLog.part) {
            EMXFields.footprint.read(node, in: ReadLog.part, to: &footprint, log: &log)
        }
        log.carryUnread(EMXFields.format, to: &footprint.carried, in: ReadLog.part, \ProductFootprint.carried)
        return .footprint(footprint)
    }
}

private enum EMXWriter {
    /// Everything up to the first record: an object that is left open in its last member.
    static func begin(_ header: SubmissionHeader) -> Written {
        var log = WriteLog(.json)
        let root = log.tree.append(.record)
        log.tree.append(.text, named: "emx", text: EMXReader.version, under: root)
        let node = log.tree.append(.record, named: "header", under: root)
        EMXFields.header.write(header, under: node, to: &log)
        restore(header.carried, &log)
        var bytes: [UInt8] = []
        JSONPrinter.print(log.tree, indent: 2, into: &bytes)
        bytes.removeLast("\n}".utf8.count)
        return Written(bytes: bytes + Array(",\n  \"records\": [\n".utf8), problems: log.problems)
    }

    static func write(_ part: SubmissionPart) -> Written {
        var log = WriteLog(.json)
        let root = log.tree.append(.record)
        switch part {
        case .header: return Written(bytes: [], problems: [])
        case .good(let good):
            EMXFields.good.write(good, under: log.tree.append(.record, named: "good", under: root), to: &log)
            restore(good.carried, &log)
        case .footprint(let footprint):
            let node = log.tree.append(.record, named: "footprint", under: root)
            EMXFields.footprint.write(footprint, under: node, to: &log)
            restore(footprint.carried, &log)
        }
        var bytes = Array("    ".utf8)
        JSONPrinter.print(log.tree, indent: 2, startingIndent: 4, into: &bytes)
        return Written(bytes: bytes, problems: log.problems)
    }

    private static func restore(_ carried: [Carried], _ log: inout WriteLog) {
        for carried in carried where carried.format == EMXFields.format {
            log.tree.restore(carried, under: SourceTree.root)
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func unknownVersion(_ stated: String) -> Self {
        "emx is '\(stated)', this program reads \(EMXReader.version)"
    }
    fileprivate static let lateHeader: Self = "members stand behind the header or the records, they were not read"
    fileprivate static func notOne(both: Bool) -> Self {
        both
            ? "a record has a good and a footprint, only the good was read"
            : "a record has neither a good nor a footprint"
    }
}

extension String {
    fileprivate static let unknownVersion =
        "Have the file written as version \(EMXReader.version), or use a newer program; it was read as far as it is alike."
    fileprivate static let lateHeader = "Put emx and header before records, as the format asks for."
    fileprivate static let notOne =
        "Give each record one member: good with the footprints in it, or footprint. What else is there is kept as it is."
}
