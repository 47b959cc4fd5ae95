import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

extension Format {
    /// What importers ask of suppliers for CBAM in Catena-X, and what suppliers answer.
    public static let catenaXCBAM = Format(
        name: CatenaXCBAM.format,
        title: "Catena-X notification for the EU's carbon border mechanism (JSON)",
        versions: [CatenaXCBAM.old, CatenaXCBAM.version],
        writtenVersions: [CatenaXCBAM.version],
        fileExtension: "json",
        profiles: { _ in ["cbam-producer"] },
        recognize: { start in
            guard case .json(let members, _) = start.content, members.isSuperset(of: ["good", "cnCode"]),
                !members.isDisjoint(with: ["businessTransactionDetails", "operatorIdentification", "emissionsRecords"]),
                members.isDisjoint(with: ["openapi", "swagger", "additionalProperties", "$ref", "$defs"])
            else { return nil }
            let isOld = !members.isDisjoint(with: CatenaXCBAM.oldMembers)
            return Recognition(
                confidence: .yes, version: isOld ? CatenaXCBAM.old : CatenaXCBAM.version,
                evidence: "members good and cnCode with the names of \(isOld ? "0.1.0" : "1.0.0")")
        },
        makeReader: { source, limits, _ in CatenaXCBAMReader(JSONReader(source, limits: limits)) },
        writer: { _ in
            SubmissionWriter(
                begin: { CatenaXCBAMWriter.begin($0) },
                write: { part, _ in CatenaXCBAMWriter.write(part) },
                separator: Array(",\n".utf8), end: Array("\n    ]\n  }\n}\n".utf8),
                adapt: { part, _ in CatenaXCBAMAdaptation.adapt(part) })
        },
        tables: {
            [
                FieldTable(title: "header", rows: CatenaXCBAMFields.header.descriptions),
                FieldTable(title: "good", rows: CatenaXCBAMFields.good.descriptions),
                FieldTable(title: "operator", rows: CatenaXCBAMFields.operatorRows),
                FieldTable(title: "installation", rows: CatenaXCBAMFields.installationRows),
                FieldTable(title: "emissionsRecords", rows: CatenaXCBAMFields.emissions.descriptions),
            ]
        }, describesHeader: true)
}

enum CatenaXCBAM {
    static let format = "catena-x-cbam"
    static let old = "0.1.0", version = "1.0.0"
    /// Names that the model of 0.1.0 has and that of 1.0.0 has not.
    static let oldMembers: Set<String> = [
        "refDocId", "refDocType", "responseCompanyIds", "installationAddress", "pilotOrParcelNumber",
        "independendPersonId", "productionMethodActivityData", "specificEmbeddedEmissionIndirect",
    ]
}

/// Writes a notification, with what is known of its header. The content alone is read as well, and becomes one.
private enum CatenaXCBAMWriter {
    static func begin(_ header: SubmissionHeader) -> Written {
        var log = WriteLog(.json)
        let root = log.tree.append(.record)
        CatenaXCBAMFields.header.write(header, under: root, to: &log)
        for carried in header.carried where carried.format == CatenaXCBAM.format {
            log.tree.restore(carried, under: root)
        }
        var bytes = Array("{\n".utf8)
        if let envelope = log.tree.firstChild(called: "header", of: root) {
            bytes += "  \"header\": ".utf8
            JSONPrinter.print(log.tree, from: envelope, indent: 2, startingIndent: 2, into: &bytes)
            bytes += ",\n".utf8
        }
        bytes += "  \"content\": {\n".utf8
        if let content = log.tree.firstChild(called: "content", of: root) {
            for member in log.tree.children(of: content) {
                bytes += "    \"\(log.tree.name(of: member))\": ".utf8
                JSONPrinter.print(log.tree, from: member, indent: 2, startingIndent: 4, into: &bytes)
                bytes += ",\n".utf8
            }
        }
        return Written(bytes: bytes + Array("    \"good\": [\n".utf8), problems: log.problems)
    }

    static func write(_ part: SubmissionPart) -> Written {
        guard case .good(let good) = part else { return Written() }
        var log = WriteLog(.json)
        let root = log.tree.append(.record)
        CatenaXCBAMFields.good.write(good, under: root, to: &log)
        CatenaXCBAMStructure.write(good, under: root, to: &log)
        for carried in good.carried where carried.format == CatenaXCBAM.format {
            log.tree.restore(carried, under: root)
        }
        var bytes = Array("      ".utf8)
        JSONPrinter.print(log.tree, indent: 2, startingIndent: 6, into: &bytes)
        return Written(bytes: bytes, problems: log.problems)
    }
}
