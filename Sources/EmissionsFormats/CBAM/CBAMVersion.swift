import EmissionsSyntax

/// The published versions of the schema. A report does not say which it follows; its elements do.
enum CBAMVersion: String, CaseIterable, Comparable {
    case v17 = "17.03", v18 = "18.00", v19 = "19.00", v23 = "23.00"

    static func < (a: CBAMVersion, b: CBAMVersion) -> Bool { a.rawValue < b.rawValue }

    /// Elements that were given up after a version. Their names occur nowhere else.
    private static let lastElements: [(name: NodeName, version: CBAMVersion)] = [
        ("DraftReportId", .v17), ("ExchangeRate", .v17), ("EURO", .v17),
        ("TotalImported", .v18), ("TotalEmissions", .v18), ("NationalCompetentAuth", .v18), ("SignatureDate", .v18),
        ("InstallationEmissions", .v18), ("Justification", .v18),
        ("MethodName", .v19), ("ParameterName", .v19), ("ParameterValueType", .v19),
    ]

    /// The newest version that has all of these elements.
    init(elements: Set<String>) {
        self = Self.lastElements.lazy.filter { elements.contains($0.name.description) }.map(\.version).min() ?? .v23
    }

    /// The newest version that has all that is in a part of a report.
    init(_ tree: SourceTree) {
        self = (0..<tree.count).lazy.map { Self.newest(with: $0, in: tree) }.min() ?? .v23
    }

    private static func newest(with node: SourceTree.NodeID, in tree: SourceTree) -> CBAMVersion {
        if let element = lastElements.first(where: { tree.isNamed($0.name, node) }) { return element.version }
        if tree.isNamed("Country", node), let parent = tree.parent(of: node), tree.isNamed("ActorAddress", parent) {
            return .v19
        }
        let isSplitCode = tree.isNamed("CnCode", node) && tree.withText(of: node) { $0.trimmed.count == 2 }
        return isSplitCode ? .v17 : .v23
    }
}
