import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// Writes process data sets.
struct ILCDWriter {
    private let version: ILCDVersion

    init(_ version: ILCDVersion) { self.version = version }

    var submissionWriter: SubmissionWriter {
        SubmissionWriter(
            begin: { _ in Written() },
            write: { part, _ in write(part) },
            separator: [], end: [],
            adapt: { part, _ in ILCDAdaptation.adapt(part, to: version) }, holdsOneRecord: true,
            package: ILCDPackageWriter(process: write).packaging)
    }

    private func write(_ part: SubmissionPart) -> Written {
        guard case .footprint(let footprint) = part else { return Written() }
        return write(footprint)
    }

    @Sendable private func write(_ footprint: ProductFootprint) -> Written {
        var log = WriteLog(.xml)
        let root = log.tree.append(.record, named: ILCD.rootName)
        ILCDFields.footprint(version).write(footprint, under: root, to: &log)
        ILCDFields.writeResults(footprint, under: root, to: &log)
        for carried in footprint.carried where carried.format == ILCD.format {
            log.tree.restore(carried, under: root)
        }
        if !footprint.carried.isEmpty { log.tree.sortChildren(by: ILCDOrder.names) }
        ILCD.declarePrefixes(in: &log.tree)
        var bytes: [UInt8] = []
        XMLPrinter.printDeclaration(into: &bytes)
        // Characters that XML can't say are found by reading back.
        _ = XMLPrinter.print(log.tree, from: root, namespace: ILCD.namespace, into: &bytes)
        return Written(bytes: bytes, problems: log.problems)
    }
}

extension ILCD {
    /// Declares the prefixes that names in a tree have, on its root.
    static func declarePrefixes(in tree: inout SourceTree) {
        for (namespace, prefix) in prefixes.sorted(by: { $0.value < $1.value }) where prefix != "xml" {
            guard tree.hasName(beginning: prefix + ":") || tree.hasName(beginning: "@\(prefix):") else { continue }
            tree.append(.text, named: "@xmlns:\(prefix)", text: namespace, under: SourceTree.root)
        }
    }
}
