import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

extension Format {
    /// PACT Technical Specifications, `ProductFootprint`: one, a list, `{"data": …}` or a line each.
    public static let pact = Format(
        name: "pact",
        title: "PACT product footprint (JSON)",
        versions: PACTVersion.allCases.map(\.rawValue),
        writtenVersions: PACTVersion.allCases.map(\.rawValue),
        fileExtension: "json",
        profiles: { version in
            switch version?.first {
            case "2": ["core", "pact-2"]
            case "3": ["core", "pact-3"]
            default: ["core"]
            }
        },
        recognize: { start in
            guard case .json(let members, let versions) = start.content, members.contains("pcf") else { return nil }
            // Descriptions of interfaces and schemas have PACT's names, too.
            guard members.isDisjoint(with: ["openapi", "swagger", "additionalProperties", "$ref"]) else { return nil }
            // Catena-X has PACT's names, and more.
            guard !members.contains("partialFullPcf") else { return nil }
            let isTwo = !members.isDisjoint(with: PACTReader.two), isThree = !members.isDisjoint(with: PACTReader.three)
            guard isTwo || isThree || members.contains("productIds") else { return nil }
            guard !versions.contains(where: { $0.hasPrefix("urn:") }) else { return nil }
            let major = isTwo ? "2" : "3"
            let version = versions.first { $0.hasPrefix(major) }.flatMap(PACTReader.version) ?? (isTwo ? "2.3" : "3.0")
            return Recognition(
                confidence: isTwo != isThree && !ILEAP.hasNames(members) ? .yes : .maybe, version: version,
                evidence: "member pcf with the names of PACT \(major)")
        },
        makeReader: { source, limits, _ in PACTReader(JSONReader(source, limits: limits, streams: ["data", "pfs"])) },
        writer: { version in
            let version = PACTVersion(rawValue: version) ?? .v3_0
            return SubmissionWriter(
                begin: { _ in Written(bytes: Array("{\n  \"data\": [\n".utf8), problems: []) },
                write: { part, _ in PACTWriter.write(part, version) },
                separator: Array(",\n".utf8), end: Array("\n  ]\n}\n".utf8),
                adapt: { part, _ in PACTAdaptation.adapt(part, to: version) })
        },
        tables: {
            [
                FieldTable(title: "3.0", rows: PACT3.productFootprint.descriptions),
                FieldTable(title: "2.0 to 2.3", rows: PACT2.v2_3.productFootprint.descriptions),
            ]
        })
}

struct PACTReader: SubmissionReader {
    var records: JSONReader
    private(set) var version: String?
    private(set) var recordVersion: String?

    init(_ records: JSONReader) { self.records = records }

    /// Members that only PACT 2, or only PACT 3, has.
    static let two: Set<String> = ["declaredUnit", "unitaryProductAmount", "pCfExcludingBiogenic"]
    static let three: Set<String> = [
        "declaredUnitOfMeasurement", "declaredUnitAmount", "pcfExcludingBiogenicUptake",
    ]
    private static let twoNames = two.sorted().map { NodeName($0) }
    private static let threeNames = three.sorted().map { NodeName($0) }

    /// `2.1` for `2.1.0-20231207`; `nil` for what is no version of PACT that is read.
    static func version(_ specVersion: String) -> String? {
        let minor = specVersion.split(separator: ".").prefix(2).joined(separator: ".")
        return PACTVersion(rawValue: minor)?.rawValue
    }

    mutating func next(_ log: inout ReadLog) throws(SyntaxError) -> SubmissionPart? {
        log.restart()
        let role = try records.next(into: &log.tree)
        for finding in records.takeFindings() { log.report(finding) }
        switch role {
        case nil: return nil
        case .header: return header(&log)
        case .record: return footprint(&log)
        }
    }

    /// The members of an envelope beside its list: nothing the model has a field for.
    func header(_ log: inout ReadLog) -> SubmissionPart {
        var header = SubmissionHeader()
        log.carryUnread("pact", to: &header.carried, in: ReadLog.part, \SubmissionHeader.carried)
        return .header(header)
    }

    mutating func footprint(_ log: inout ReadLog) -> SubmissionPart {
        guard log.tree.kind(of: SourceTree.root) == .record else {
            log.markUnreadable(SourceTree.root)
            log.report(
                Diagnostic("READ-001", .error, .notAFootprint(log.tree.kind(of: SourceTree.root)), help: .footprint),
                at: SourceTree.root, in: ReadLog.part)
            return .footprint(ProductFootprint())
        }
        let isTwo = isTwo(log)
        let map = isTwo ? PACT2.v2_3.productFootprint : PACT3.productFootprint
        var footprint = map.read(SourceTree.root, in: ReadLog.part, into: &log)
        settleBasis(&footprint, isTwo: isTwo, &log)
        checkVersion(footprint, isTwo: isTwo, &log)
        CarriedExtension.unpack(&footprint)
        log.carryUnread("pact", to: &footprint.carried, in: ReadLog.part, \ProductFootprint.carried)
        log.finish()
        return .footprint(footprint)
    }

    /// By structure, since `specVersion` is often wrong; by `specVersion` where the structure does not tell.
    private func isTwo(_ log: ReadLog) -> Bool {
        guard let pcf = log.tree.children(of: SourceTree.root).first(where: { log.tree.isNamed("pcf", $0) }) else {
            return false
        }
        if Self.threeNames.contains(where: { log.has($0, in: pcf) }) { return false }
        if Self.twoNames.contains(where: { log.has($0, in: pcf) }) { return true }
        let version = log.tree.children(of: SourceTree.root).first { log.tree.isNamed("specVersion", $0) }
        return version.map { log.tree.text(of: $0).hasPrefix("2") } ?? false
    }

    /// Figures are per one declared unit in PACT 2 and per the declared amount in PACT 3. An iLEAP record is PACT 2
    /// with totals: its figures are for the whole amount (iLEAP 1.0, mapping to PACT).
    private func settleBasis(_ footprint: inout ProductFootprint, isTwo: Bool, _ log: inout ReadLog) {
        guard footprint.declaredUnit.amount != nil || footprint.declaredUnit.unit != nil else { return }
        let isLogistics = footprint.extensions.contains(where: ILEAP.isLogistics)
        footprint.declaredUnit.basis = isTwo && !isLogistics ? .oneUnit : .declaredAmount
        if isTwo && isLogistics {
            log.report(
                log.located(
                    Diagnostic(
                        "PACT-004", .note, .logisticsTotals, path: FieldPath(\ProductFootprint.declaredUnit.amount))))
        }
    }

    private mutating func checkVersion(_ footprint: ProductFootprint, isTwo: Bool, _ log: inout ReadLog) {
        let stated = footprint.identity.specificationVersion
        let fitting = stated.flatMap(Self.version).flatMap { $0.hasPrefix(isTwo ? "2" : "3") ? $0 : nil }
        recordVersion = fitting ?? (isTwo ? "2.3" : "3.0")
        if version == nil { version = recordVersion }
        if let stated, fitting == nil {
            let path = FieldPath(\ProductFootprint.identity.specificationVersion)
            log.report(
                log.located(
                    Diagnostic(
                        "PACT-002", .warning, .versionMismatch(stated, isTwo ? "2" : "3"), help: .version, path: path)))
        }
        let signMatters = footprint.landUse.biogenicUptake.map { !$0.amount.isZero } ?? false
        if let stated, stated.hasPrefix("2.0."), signMatters {
            log.report(
                log.located(
                    Diagnostic(
                        "PACT-003", .warning, .oldSign, help: .oldSign,
                        path: FieldPath(\ProductFootprint.landUse.biogenicUptake))))
        }
    }
}

enum PACTWriter {
    static func write(_ part: SubmissionPart, _ version: PACTVersion) -> Written {
        guard case .footprint(var footprint) = part else { return Written() }
        CarriedExtension.pack(&footprint)
        var log = WriteLog(.json)
        let root = log.tree.append(.record)
        let map = version.isThree ? PACT3.productFootprint : PACT2.of(version).productFootprint
        map.write(footprint, under: root, to: &log)
        for carried in footprint.carried where carried.format == "pact" { log.tree.restore(carried, under: root) }
        var bytes = Array("    ".utf8)
        JSONPrinter.print(log.tree, indent: 2, startingIndent: 4, into: &bytes)
        return Written(bytes: bytes, problems: log.problems)
    }
}

extension Diagnostic.Message {
    fileprivate static func notAFootprint(_ kind: SourceTree.Kind) -> Self {
        "found \(kind.words) where a product footprint was expected"
    }
    fileprivate static func versionMismatch(_ stated: String, _ major: String) -> Self {
        "specVersion says '\(stated)', but the names used are those of PACT \(major); read as PACT \(major)"
    }
    fileprivate static let oldSign: Self = "biogenicCarbonWithdrawal changed its sign and unit after PACT 2.0"
    fileprivate static let logisticsTotals: Self =
        "an iLEAP shipment states totals, so its figures are read as for the whole amount"
}

extension String {
    fileprivate static let footprint = "Give an object with the properties of a ProductFootprint."
    fileprivate static let version = "Write the version of the specification that the names are taken from."
    fileprivate static let oldSign =
        "Check that it is in kg CO2e and not above zero, as PACT 2.1 and later ask for, before you use it."
}
