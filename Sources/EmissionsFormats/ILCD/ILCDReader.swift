import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// Reads one process data set: a declaration.
struct ILCDReader: SubmissionReader {
    private var document: XMLReader
    private(set) var version: String?

    init(_ source: ByteSource, _ limits: Limits, _ observer: SourceObserver?) {
        document = XMLReader(source, limits: limits, namespaces: ILCD.prefixes, observer: observer?.xml)
    }

    mutating func next(_ log: inout ReadLog) throws(SyntaxError) -> SubmissionPart? {
        log.restart()
        guard try document.next(into: &log.tree) != nil else { return nil }
        for finding in document.takeFindings() { log.report(finding) }
        var process = ILCDProcess()
        var dataSets = ILCDDataSets()
        let footprint = try process.read(&log, from: &dataSets)
        version = process.version.rawValue
        return .footprint(footprint)
    }
}

/// One process data set, from its tree to a footprint.
struct ILCDProcess {
    private(set) var version = ILCDVersion.v11
    private static let table = ILCDFields.footprint(.v13)

    mutating func read(
        _ log: inout ReadLog, from dataSets: inout ILCDDataSets
    ) throws(SyntaxError) -> ProductFootprint {
        let root = SourceTree.root
        // Hints for tools, which may stand on the root of any XML document.
        for name: NodeName in ["@schemaLocation", "@noNamespaceSchemaLocation"] { _ = log.child(name, of: root) }
        var footprint = Self.table.read(root, in: ReadLog.part, into: &log)
        var indicators = IndicatorSettling()
        ILCDFields.readResults(root, to: &footprint, &indicators, log: &log)
        settleVersion(footprint, log, &indicators)
        try ILCDDeclaredUnit.settle(&footprint, from: &dataSets, &indicators, &log)
        indicators.finish(&footprint, &log)
        log.carryUnread(ILCD.format, to: &footprint.carried, in: ReadLog.part, \ProductFootprint.carried)
        log.finish()
        return footprint
    }

    /// By what the data set says; else by its extensions; else by the format that it refers to (InData, common
    /// references).
    private mutating func settleVersion(
        _ footprint: ProductFootprint, _ log: ReadLog, _ indicators: inout IndicatorSettling
    ) {
        if let stated = footprint.identity.specificationVersion {
            if let known = ILCDVersion(rawValue: stated) { return version = known }
            indicators.report(
                Diagnostic("ILCD-007", .warning, .version(stated), help: .version),
                FieldPath(\ProductFootprint.identity.specificationVersion))
        }
        if log.tree.hasName(beginning: "epd24:") {
            version = .v13
        } else if log.tree.hasName(beginning: "epd2:")
            || footprint.declaration.dataFormats.contains(where: { $0.identifier == ILCD.extensions12 })
        {
            version = .v12
        }
    }
}

extension ILCD {
    static let extensions11 = "cba73800-7874-11e3-981f-0800200c9a66"
    static let extensions12 = "a29449fd-aa2f-4de8-b5d7-4b06b43c6fde"
    static let baseFormat = "a97a0155-0234-4b87-b4ce-a45da52f2a40"
}

extension SourceTree {
    /// Whether a node below the root has a name that begins so.
    func hasName(beginning prefix: String) -> Bool {
        let prefix = Array(prefix.utf8)
        return (0..<count).contains { withName(of: $0) { $0.starts(with: prefix) } }
    }
}

extension Diagnostic.Message {
    fileprivate static func version(_ stated: String) -> Self {
        "epd-version is '\(stated.prefix(40))', this program reads \(ILCDVersion.allCases.map(\.rawValue).joined(separator: ", "))"
    }
}

extension String {
    fileprivate static let version =
        "Write the version of the EPD extensions, such as 1.2; the data set was read by the names that it uses."
}
