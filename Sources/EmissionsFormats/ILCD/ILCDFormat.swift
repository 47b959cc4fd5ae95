import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

extension Format {
    /// Environmental product declarations as ILCD process data sets with the EPD extensions.
    public static let ilcdEPD = Format(
        name: ILCD.format,
        title: "ILCD+EPD (XML, or a package of it)",
        versions: ILCDVersion.allCases.map(\.rawValue),
        writtenVersions: [ILCDVersion.v13.rawValue, ILCDVersion.v12.rawValue],
        fileExtension: "xml",
        profiles: { _ in ["core", "en15804"] },
        recognize: { start in
            if case .archive(let members) = start.content {
                guard ILCDLayout.root(of: members) != nil else { return nil }
                return Recognition(
                    confidence: .yes, version: nil, evidence: "a package with data sets in processes/")
            }
            guard case .xml(let root, let namespace, let elements) = start.content, root == ILCD.rootName,
                namespace == ILCD.namespace
            else { return nil }
            let isDeclaration = !elements.isDisjoint(with: ["amount", "subType", "scenarios", "publicationDateOfEPD"])
            return Recognition(
                confidence: isDeclaration ? .yes : .maybe, version: nil,
                evidence: "root element processDataSet in the ILCD namespace")
        },
        makeReader: { ILCDReader($0, $1, $2) },
        writer: { ILCDWriter(ILCDVersion(rawValue: $0) ?? .v12).submissionWriter },
        tables: {
            [
                FieldTable(title: "processDataSet", rows: ILCDFields.footprint(.v13).descriptions),
                FieldTable(title: "exchange, the reference flow", rows: ILCDFields.referenceFlowRows),
                FieldTable(title: "exchange", rows: ILCDFields.exchange.descriptions),
                FieldTable(title: "LCIAResult", rows: ILCDFields.impact.descriptions),
            ]
        },
        schemaVersion: { ILCDVersion(of: $0).rawValue },
        packageReader: { ILCDPackageReader($0, $1, $2) })
}

extension ILCDVersion {
    /// The version that a data set states; else the newest, whose schema knows the extensions of all.
    fileprivate init(of root: XMLRoot) {
        let stated = root.attributes["{http://www.indata.network/EPD/2019}epd-version"]
        self = stated.flatMap { ILCDVersion(rawValue: $0) } ?? .v13
    }
}
