import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

extension Format {
    /// The quarterly report of the EU's Carbon Border Adjustment Mechanism in its transitional period: `QReport`.
    public static let cbamQReport = Format(
        name: CBAM.format,
        title: "CBAM quarterly report (XML)",
        versions: CBAMVersion.allCases.map(\.rawValue),
        writtenVersions: [CBAMVersion.v23.rawValue],
        fileExtension: "xml",
        profiles: { _ in ["core", "cbam-transitional"] },
        recognize: { start in
            guard case .xml(let root, let namespace, let elements) = start.content, root == CBAM.rootName else {
                return nil
            }
            let isOfficial = namespace == CBAM.namespace
            return Recognition(
                confidence: isOfficial ? .yes : .maybe, version: CBAMVersion(elements: elements).rawValue,
                evidence:
                    "root element QReport in \(isOfficial ? "the CBAM" : namespace == nil ? "no" : "another") namespace"
            )
        },
        makeReader: { CBAMReader(XMLReader($0, limits: $1, records: ["ImportedGood"], observer: $2?.xml)) },
        writer: { _ in
            SubmissionWriter(
                begin: { CBAMWriter.begin($0) },
                write: { part, _ in CBAMWriter.write(part) },
                separator: [], end: Array("</QReport>\n".utf8),
                adapt: { part, index in CBAMAdaptation.adapt(part, number: index + 1) })
        },
        tables: {
            [
                FieldTable(title: "QReport", rows: CBAMFields.header.descriptions),
                FieldTable(title: "ImportedGood", rows: CBAMFields.good.descriptions),
            ]
        })
}

enum CBAM {
    static let format = "cbam-qreport"
    static let rootName = "QReport"
    /// The same in all versions.
    static let namespace = "http://xmlns.ec.eu/BusinessObjects/CBAM/Types/V1"
}

/// The schema is closed, so that what older or other reports said beyond it is not written.
private enum CBAMWriter {
    /// The start tag of the report, and the elements before its goods.
    static func begin(_ header: SubmissionHeader) -> Written {
        var log = WriteLog(.xml)
        let root = log.tree.append(.record, named: CBAM.rootName)
        CBAMFields.header.write(header, under: root, to: &log)
        var bytes: [UInt8] = []
        XMLPrinter.printDeclaration(into: &bytes)
        bytes += "<\(CBAM.rootName) xmlns=\"\(CBAM.namespace)\">\n".utf8
        for element in log.tree.children(of: root) { print(log.tree, element, into: &bytes) }
        return Written(bytes: bytes, problems: log.problems)
    }

    static func write(_ part: SubmissionPart) -> Written {
        guard case .good(let good) = part else { return Written() }
        var log = WriteLog(.xml)
        let root = log.tree.append(.record, named: "ImportedGood")
        CBAMFields.good.write(good, under: root, to: &log)
        var bytes: [UInt8] = []
        print(log.tree, root, into: &bytes)
        return Written(bytes: bytes, problems: log.problems)
    }

    private static func print(_ tree: SourceTree, _ element: SourceTree.NodeID, into bytes: inout [UInt8]) {
        // Characters that XML can't say are found by reading back.
        _ = XMLPrinter.print(tree, from: element, indent: 4, startingIndent: 4, into: &bytes)
    }
}
