import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

enum ILEAP {
    static let name = "ileap"
    static let version = "1.0"

    /// What kinds of objects are called, by a member that only they have.
    static let kinds: [(member: String, schema: String)] = [
        ("tces", "https://api.ileap.sine.dev/shipment-footprint.json"),
        ("tocId", "https://api.ileap.sine.dev/toc.json"), ("hocId", "https://api.ileap.sine.dev/hoc.json"),
    ]

    /// Whether names of members are those of shipments, or of categories of transport operations and hubs.
    static func hasNames(_ members: Set<String>) -> Bool {
        members.contains("tces")
            || members.contains("energyCarriers") && !members.isDisjoint(with: ["tocId", "hocId"])
    }

    static func isLogistics(_ part: DataModelExtension) -> Bool { part.dataSchema?.contains(name) == true }
}

extension Format {
    /// iLEAP: emissions of shipments, transport operations and hubs (ISO 14083), in footprints of PACT 2 or by themselves.
    public static let ileap = Format(
        name: ILEAP.name,
        title: "iLEAP shipments and transport operations (JSON)",
        versions: [ILEAP.version],
        writtenVersions: [ILEAP.version],
        fileExtension: "json",
        profiles: { _ in ["core", "iso14083"] },
        recognize: { start in
            guard case .json(let members, _) = start.content, ILEAP.hasNames(members),
                members.isDisjoint(with: ["openapi", "swagger", "additionalProperties", "$ref", "$defs"])
            else { return nil }
            let names = ["tces", "tocId", "hocId"].filter { members.contains($0) }.joined(separator: " and ")
            return Recognition(confidence: .yes, version: ILEAP.version, evidence: "member \(names)")
        },
        makeReader: { source, limits, _ in ILEAPReader(JSONReader(source, limits: limits, streams: ["data", "pfs"])) },
        writer: { _ in
            SubmissionWriter(
                begin: { _ in Written(bytes: Array("{\n  \"data\": [\n".utf8), problems: []) },
                write: { part, _ in ILEAPWriter.write(part) },
                separator: Array(",\n".utf8), end: Array("\n  ]\n}\n".utf8),
                adapt: { part, _ in ILEAPWriter.adapt(part) })
        },
        tables: {
            [
                FieldTable(title: "footprint", rows: PACT2.v2_3.productFootprint.descriptions),
                FieldTable(
                    title: "shipment, TOC or HOC by itself",
                    rows: [
                        FieldDescription(
                            name: "(the whole object)", path: "extensions.data", spelling: "any value",
                            shape: .anything)
                    ]),
            ]
        })
}

/// Reads footprints as PACT 2, and objects by themselves as footprints that say nothing else.
private struct ILEAPReader: SubmissionReader {
    private var pact: PACTReader

    init(_ records: JSONReader) { pact = PACTReader(records) }

    var version: String? { ILEAP.version }

    mutating func next(_ log: inout ReadLog) throws(SyntaxError) -> SubmissionPart? {
        log.restart()
        let role = try pact.records.next(into: &log.tree)
        for finding in pact.records.takeFindings() { log.report(finding) }
        switch role {
        case nil: return nil
        case .header: return pact.header(&log)
        case .record: break
        }
        let root = SourceTree.root
        let kind = ILEAP.kinds.first { log.has(NodeName($0.member), in: root) }
        guard let kind, !log.has("pcf", in: root), log.tree.kind(of: root) == .record else {
            let part = pact.footprint(&log)
            if let extensions = log.tree.firstChild(called: "extensions", of: root) {
                for item in Array(log.tree.children(of: extensions)) {
                    if let data = log.tree.firstChild(called: "data", of: item) { ILEAPChecks.check(data, &log) }
                }
                if case .footprint(let footprint) = part { ILEAPChecks.checkTotals(footprint, &log) }
            }
            return part
        }
        var footprint = ProductFootprint(), object = DataModelExtension()
        (object.dataSchema, object.data) = (kind.schema, log.tree.content(of: root))
        footprint.extensions = [object]
        log.claimAll(root)
        let list = log.enter(\ProductFootprint.extensions, of: ReadLog.part, at: root)
        log.note(\DataModelExtension.data, in: log.enter(index: 0, of: list, at: root), from: root)
        ILEAPChecks.check(root, &log)
        log.finish()
        return .footprint(footprint)
    }
}

private enum ILEAPWriter {
    /// An object by itself where nothing else is said, else a footprint in the version of PACT that it is in.
    static func write(_ part: SubmissionPart) -> Written {
        guard case .footprint(let footprint) = part else { return Written() }
        if let content = footprint.onlyLogistics {
            var log = WriteLog(.json)
            let root = log.tree.append(.record)
            if case .record(let members) = content {
                for member in members { log.tree.append(member.content, named: member.name, under: root) }
            }
            var bytes = Array("    ".utf8)
            JSONPrinter.print(log.tree, indent: 2, startingIndent: 4, into: &bytes)
            return Written(bytes: bytes, problems: [])
        }
        return PACTWriter.write(part, version(of: footprint))
    }

    static func adapt(_ part: SubmissionPart) -> Adaptation {
        guard case .footprint(let footprint) = part else { return PACTAdaptation.adapt(part, to: .v2_3) }
        if footprint.onlyLogistics != nil { return .unchanged(part) }
        var adaptation = PACTAdaptation.adapt(part, to: version(of: footprint))
        if !footprint.extensions.contains(where: ILEAP.isLogistics) {
            adaptation.findings.append(
                Diagnostic(
                    "ILEAP-009", .error, .noShipment, help: .noShipment,
                    path: FieldPath(\ProductFootprint.extensions)))
        }
        return adaptation
    }

    private static func version(of footprint: ProductFootprint) -> PACTVersion {
        let stated = footprint.identity.specificationVersion.flatMap(PACTReader.version)
        return stated.flatMap(PACTVersion.init).flatMap { $0.isThree ? nil : $0 } ?? .v2_3
    }
}

extension ProductFootprint {
    /// The content of its only extension, where it says nothing else.
    fileprivate var onlyLogistics: CarriedContent? {
        guard extensions.count == 1, ILEAP.isLogistics(extensions[0]), let data = extensions[0].data else { return nil }
        var only = ProductFootprint()
        only.extensions = extensions
        return only == self && extensions[0].specificationVersion == nil ? data : nil
    }
}

extension Diagnostic.Message {
    fileprivate static let noShipment: Self = "the footprint has no shipment, transport operation or hub in it"
}

extension String {
    fileprivate static let noShipment = "Choose PACT as the target."
}
