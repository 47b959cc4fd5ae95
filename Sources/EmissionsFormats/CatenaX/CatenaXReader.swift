import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

struct CatenaXReader: SubmissionReader {
    var records: JSONReader
    private(set) var version: String?
    private(set) var recordVersion: String?

    init(_ records: JSONReader) { self.records = records }

    /// Members that came with version 8.
    static let names8: Set<String> = [
        "declaredUnitOfMeasurement", "declaredUnitAmount", "pcfExcludingBiogenicUptake", "retroOrProspectivePcfType",
    ]
    private static let groups9: [NodeName] = ["scopeOfPcfForm", "companyAndProductInformation"]
    private static let newNames = names8.sorted().map { NodeName($0) }

    mutating func next(_ log: inout ReadLog) throws(SyntaxError) -> SubmissionPart? {
        log.restart()
        let role = try records.next(into: &log.tree)
        for finding in records.takeFindings() { log.report(finding) }
        switch role {
        case nil: return nil
        case .header:
            var header = SubmissionHeader()
            log.carryUnread(CatenaX.name, to: &header.carried, in: ReadLog.part, \SubmissionHeader.carried)
            return .header(header)
        case .record: return footprint(&log)
        }
    }

    private mutating func footprint(_ log: inout ReadLog) -> SubmissionPart {
        let root = SourceTree.root
        guard log.isRecord(root, "the footprint", nil, in: ReadLog.part) else { return .footprint(ProductFootprint()) }
        let shape = shape(log)
        var footprint = CatenaX.map(shape).read(root, in: ReadLog.part, into: &log)
        if footprint.declaredUnit.amount != nil || footprint.declaredUnit.unit != nil {
            footprint.declaredUnit.basis = shape == .flatWithOldNames ? .oneUnit : .declaredAmount
        }
        let version = settleVersion(footprint, shape, &log)
        CatenaXChecks.check(footprint, version, &log)
        log.carryUnread(CatenaX.name, to: &footprint.carried, in: ReadLog.part, \ProductFootprint.carried)
        log.finish()
        return .footprint(footprint)
    }

    /// By structure, which can't be read in two ways.
    private func shape(_ log: ReadLog) -> CatenaXVersion.Shape {
        let root = SourceTree.root
        if Self.groups9.contains(where: { log.has($0, in: root) }) { return .nested }
        let pcf = log.tree.children(of: root).first { log.tree.isNamed("pcf", $0) }
        let isNew = Self.newNames.contains { name in
            log.has(name, in: root) || pcf.map { log.has(name, in: $0) } ?? false
        }
        return isNew ? .flat : .flatWithOldNames
    }

    private mutating func settleVersion(
        _ footprint: ProductFootprint, _ shape: CatenaXVersion.Shape, _ log: inout ReadLog
    ) -> CatenaXVersion {
        let stated = footprint.identity.specificationVersion
        let fitting = stated.flatMap { CatenaXVersion(specVersion: $0) }.flatMap { $0.shape == shape ? $0 : nil }
        let read = fitting ?? CatenaXVersion(shape)
        recordVersion = read.rawValue
        if version == nil { version = recordVersion }
        if let stated, fitting == nil {
            log.report(
                log.located(
                    Diagnostic(
                        "CX-006", .warning, .versionMismatch(stated, read), help: .version,
                        path: FieldPath(\ProductFootprint.identity.specificationVersion))))
        }
        return read
    }
}

extension Diagnostic.Message {
    fileprivate static func versionMismatch(_ stated: String, _ read: CatenaXVersion) -> Self {
        "specVersion says '\(stated)', but the structure is that of Catena-X \(read.rawValue); read as such"
    }
}

extension String {
    fileprivate static let version = "Write the version of the aspect model that the file is written in."
}
