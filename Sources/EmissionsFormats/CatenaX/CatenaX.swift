import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

enum CatenaX {
    static let name = "catena-x-pcf"

    static func map(_ shape: CatenaXVersion.Shape) -> RecordMap<ProductFootprint> {
        switch shape {
        case .flatWithOldNames: CatenaX7.footprint
        case .flat: CatenaX8.footprint
        case .nested: CatenaX9.footprint
        }
    }
}

extension Format {
    /// Catena-X `io.catenax.pcf`: one, a list, or a line each.
    public static let catenaX = Format(
        name: CatenaX.name,
        title: "Catena-X product carbon footprint (JSON)",
        versions: CatenaXVersion.allCases.map(\.rawValue),
        writtenVersions: [CatenaXVersion.v7.rawValue, CatenaXVersion.v9.rawValue],
        fileExtension: "json",
        profiles: { version in
            switch version.flatMap(CatenaXVersion.init(rawValue:))?.shape {
            case .flatWithOldNames: ["core", "catena-x-7"]
            case .flat, .nested: ["core", "catena-x-9"]
            case nil: ["core"]
            }
        },
        recognize: { start in
            guard case .json(let members, let versions) = start.content,
                members.isDisjoint(with: ["openapi", "swagger", "additionalProperties", "$ref"])
            else { return nil }
            let shape: CatenaXVersion.Shape, evidence: String
            if members.isSuperset(of: ["scopeOfPcfForm", "companyAndProductInformation"]) {
                (shape, evidence) = (.nested, "members scopeOfPcfForm and companyAndProductInformation")
            } else if members.isSuperset(of: ["pcf", "partialFullPcf"]) {
                let isNew = !members.isDisjoint(with: CatenaXReader.names8)
                shape = isNew ? .flat : .flatWithOldNames
                evidence = "members pcf and partialFullPcf with the names of Catena-X \(isNew ? "8" : "7")"
            } else {
                return nil
            }
            let stated = versions.lazy.compactMap { CatenaXVersion(specVersion: $0) }.first { $0.shape == shape }
            return Recognition(
                confidence: .yes, version: (stated ?? CatenaXVersion(shape)).rawValue, evidence: evidence)
        },
        makeReader: { source, limits, _ in CatenaXReader(JSONReader(source, limits: limits, streams: ["data"])) },
        writer: { version in
            let version = CatenaXVersion(rawValue: version) ?? .v9
            return SubmissionWriter(
                begin: { _ in Written(bytes: Array("[\n".utf8)) },
                write: { part, _ in CatenaXWriter.write(part, version) },
                separator: Array(",\n".utf8), end: Array("\n]\n".utf8),
                adapt: { part, _ in CatenaXAdaptation.adapt(part, to: version) })
        },
        tables: {
            [
                FieldTable(title: "9.0.0", rows: CatenaX9.footprint.descriptions),
                FieldTable(title: "8.0.0", rows: CatenaX8.footprint.descriptions),
                FieldTable(title: "4.0.1 to 7.0.0", rows: CatenaX7.footprint.descriptions),
            ]
        })
}

private enum CatenaXWriter {
    static func write(_ part: SubmissionPart, _ version: CatenaXVersion) -> Written {
        guard case .footprint(let footprint) = part else { return Written() }
        var log = WriteLog(.json)
        let root = log.tree.append(.record)
        CatenaX.map(version.shape).write(footprint, under: root, to: &log)
        for carried in footprint.carried where carried.format == CatenaX.name && carried.fits(version.shape) {
            log.tree.restore(carried, under: root)
        }
        var bytes = Array("  ".utf8)
        JSONPrinter.print(log.tree, indent: 2, startingIndent: 2, into: &bytes)
        return Written(bytes: bytes, problems: log.problems)
    }
}

extension Carried {
    /// Whether it stood where this shape has a place for it, and is no field of any version.
    fileprivate func fits(_ shape: CatenaXVersion.Shape) -> Bool {
        guard !CatenaXFigures.fields.contains(path) else { return false }
        let isNested = CatenaXFigures.groups.contains { path.hasPrefix("/\($0)/") }
        return path.hasPrefix("/pcf/") ? shape != .nested : !isNested || shape == .nested
    }
}
