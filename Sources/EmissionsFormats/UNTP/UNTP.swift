import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

extension Format {
    /// Digital product passports and conformity credentials of the UN Transparency Protocol: JSON-LD, enveloped, or a token.
    public static let untpDPP = Format(
        name: UNTPReader.format,
        title: "UNTP digital product passport (JSON-LD)",
        versions: ["0.3", "0.4", "0.5", "0.6.0"],
        writtenVersions: ["0.6.0"],
        fileExtension: "json",
        profiles: { _ in ["untp"] },
        recognize: { start in
            if start.holdsCredentialToken {
                return Recognition(confidence: .yes, version: nil, evidence: "a credential as a JSON Web Token")
            }
            guard case .json(let members, _) = start.content, members.contains("credentialSubject"),
                !members.isDisjoint(with: UNTPWords.members),
                members.isDisjoint(with: ["openapi", "swagger", "additionalProperties", "$ref", "$defs"])
            else { return nil }
            let isOld = members.contains("conformityClaims") || !members.contains("product")
            return Recognition(
                confidence: .yes, version: isOld && !members.contains("assessment") ? "0.3" : "0.6.0",
                evidence: "member credentialSubject with the names of a product passport")
        },
        makeReader: { source, limits, _ in UNTPReader(source, limits) },
        writer: { _ in
            SubmissionWriter(
                begin: { _ in Written() }, write: { part, _ in UNTPWriter.write(part) }, separator: [], end: [],
                adapt: { part, _ in UNTPAdaptation.adapt(part) }, holdsOneRecord: true)
        },
        tables: { [FieldTable(title: "0.6.0", rows: UNTPFields.passport.descriptions)] })
}

private enum UNTPWriter {
    static func write(_ part: SubmissionPart) -> Written {
        switch part {
        // A file without any credential.
        case .header: return Written(bytes: Array("[]\n".utf8))
        case .good: return Written()
        case .footprint(let footprint):
            var log = WriteLog(.json)
            let root = log.tree.append(.record)
            if footprint.isConformityCredential {
                UNTPFields.credential.write(footprint, under: root, to: &log)
            } else {
                UNTPFields.passport.write(footprint, under: root, to: &log)
            }
            for carried in footprint.carried where carried.format == UNTPReader.format {
                log.tree.restore(carried, under: root)
            }
            var bytes: [UInt8] = []
            JSONPrinter.print(log.tree, indent: 2, into: &bytes)
            return Written(bytes: bytes + Array("\n".utf8), problems: log.problems)
        }
    }
}

extension ProductFootprint {
    /// What the format said at a place that the model has no field for.
    func untp(_ path: String) -> CarriedContent? {
        carried.first { $0.format == UNTPReader.format && $0.path == path }?.content
    }

    /// Whether the format said anything at a place or below it.
    func saysUNTP(below path: String) -> Bool {
        carried.contains { $0.format == UNTPReader.format && ($0.path == path || $0.path.hasPrefix(path + "/")) }
    }

    fileprivate var isConformityCredential: Bool {
        guard case .list(let types)? = untp("/type") else { return false }
        return types.contains(.text("DigitalConformityCredential"))
    }
}
