import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

extension Format {
    /// What a producer outside of the EU hands to importers: the CBAM Producer Data Package.
    public static let cbamDataPackage = Format(
        name: DataPackage.format,
        title: "Producer Data Package for the EU's carbon border mechanism (XML)",
        versions: [DataPackage.version],
        writtenVersions: [DataPackage.version],
        fileExtension: "xml",
        profiles: { _ in ["cbam-producer"] },
        recognize: { start in
            guard case .xml(let root, let namespace, _) = start.content, root == DataPackage.rootName else {
                return nil
            }
            let isOwn = namespace == DataPackage.namespace
            return Recognition(
                confidence: isOwn ? .yes : .maybe, version: DataPackage.version,
                evidence: "root element \(root) in \(isOwn ? "the namespace of version 2" : "another namespace")")
        },
        makeReader: { DataPackageReader(XMLReader($0, limits: $1, observer: $2?.xml)) },
        writer: { _ in
            SubmissionWriter(
                begin: { DataPackageWriter.begin($0) },
                write: { DataPackageWriter.write($0, header: $1) },
                separator: [], end: Array("</\(DataPackage.rootName)>\n".utf8),
                adapt: { part, _ in DataPackageAdaptation.adapt(part) }, holdsOneRecord: true)
        },
        tables: {
            [
                FieldTable(title: DataPackage.rootName, rows: DataPackageFields.header.descriptions),
                FieldTable(title: "Product", rows: DataPackageFields.footprint.descriptions),
            ]
        })
}

enum DataPackage {
    static let format = "cbam-data-package"
    static let rootName = "CBAMProducerDataPackage"
    static let namespace = "https://rgtmaia.github.io/cbam-spec/schema/package/v2"
    static let version = "2.0"
}

/// Writes a package for each product: a package says first how many installations and products it has, which is not
/// known while products come one by one.
private enum DataPackageWriter {
    static func begin(_ header: SubmissionHeader) -> Written {
        var log = WriteLog(.xml)
        let root = log.tree.append(.record, named: DataPackage.rootName)
        DataPackageFields.header.write(header, under: root, to: &log)
        for carried in header.carried where carried.format == DataPackage.format && !carried.isBehindProducts {
            log.tree.restore(carried, under: root)
        }
        var bytes: [UInt8] = []
        XMLPrinter.printDeclaration(into: &bytes)
        bytes += "<\(DataPackage.rootName) xmlns=\"\(DataPackage.namespace)\"".utf8
        bytes += " version=\"\(DataPackage.version)\" schemaVersion=\"\(DataPackage.version).0\">\n".utf8
        print(&log.tree, into: &bytes)
        return Written(bytes: bytes, problems: log.problems)
    }

    static func write(_ part: SubmissionPart, header: SubmissionHeader) -> Written {
        var log = WriteLog(.xml)
        let root = log.tree.append(.record, named: DataPackage.rootName)
        if case .footprint(let footprint) = part {
            DataPackageFields.footprint.write(footprint, under: root, to: &log)
            for carried in footprint.carried where carried.format == DataPackage.format {
                log.tree.restore(carried, under: root)
            }
        }
        for carried in header.carried where carried.format == DataPackage.format && carried.isBehindProducts {
            if !carried.isSummaryOfSeveral { log.tree.restore(carried, under: root) }
        }
        var bytes: [UInt8] = []
        print(&log.tree, into: &bytes)
        return Written(bytes: bytes, problems: log.problems)
    }

    private static func print(_ tree: inout SourceTree, into bytes: inout [UInt8]) {
        tree.sortChildren { DataPackageFields.order[$0] }
        for element in tree.children(of: SourceTree.root) {
            // Characters that XML can't say are found by reading back.
            _ = XMLPrinter.print(tree, from: element, startingIndent: 2, into: &bytes)
        }
    }
}

extension Carried {
    fileprivate var isBehindProducts: Bool {
        path.hasPrefix("/ConsolidatedSummary") || path.hasPrefix("/PackageMetadata")
    }

    /// Whether it sums up products that don't stand beside each other any more.
    fileprivate var isSummaryOfSeveral: Bool {
        guard path == "/ConsolidatedSummary", case .record(let members) = content else { return false }
        return members.first { $0.name == "TotalProducts" }?.content != .text("1")
    }
}
