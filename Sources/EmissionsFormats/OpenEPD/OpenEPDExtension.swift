import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// What openEPD has no place for, in `ext`, openEPD's own way of saying more: in the words of our own JSON, at the
/// document for what it is about and at an indicator for its figures.
enum OpenEPDExtension {
    static let key: NodeName = "emissions-exchange"
    private static let name: NodeName = "ext"

    /// Reads what was left over of a result. Lists in it replace those read before, but for the amounts.
    static func read(
        in node: SourceTree.NodeID, to result: inout IndicatorResult, at place: ReadLog.ScopeID, _ log: inout ReadLog
    ) {
        guard let own = own(in: node, &log) else { return }
        result = Remainder.read(own, behind: result, at: place, &log)
    }

    /// Reads what was left over of a declaration. Lists in it replace those of the document, except the results.
    static func read(in root: SourceTree.NodeID, to footprint: inout ProductFootprint, _ log: inout ReadLog) {
        guard let own = own(in: root, &log) else { return }
        let rest = Remainder.read(own, behind: footprint, &log)
        guard said(of: rest) != footprint.withoutResults else {
            footprint = rest
            return
        }
        log.report(Diagnostic("OEPD-008", .warning, .contradiction, help: .contradiction), at: own, in: ReadLog.part)
        footprint = Remainder.filled(footprint, from: rest)
        footprint.results = rest.results
    }

    /// What the document itself would say of a declaration, without results.
    private static func said(of footprint: ProductFootprint) -> ProductFootprint {
        var log = WriteLog(.json)
        let root = log.tree.append(.record)
        OpenEPDDocumentWriter.writeOwnFields(footprint, under: root, to: &log)
        let placed = OpenEPDPlaces(footprint.results).placed.map { OpenEPDPlacedResult(footprint.results[$0]) }
        return OpenEPDStatements.document(log.tree, placed, footprint.declaration.scenarios)
    }

    private static func own(in parent: SourceTree.NodeID, _ log: inout ReadLog) -> SourceTree.NodeID? {
        guard let ext = log.tree.firstChild(called: name, of: parent), log.tree.kind(of: ext) == .record,
            log.has(key, in: ext), let own = log.child(key, of: ext), log.tree.kind(of: own) == .record
        else { return nil }
        log.claim(ext)
        log.keep(own)
        return own
    }

    /// Writes what of a declaration the document does not say.
    static func write(
        _ footprint: ProductFootprint, beyond said: ProductFootprint, under node: SourceTree.NodeID,
        to tree: inout SourceTree, _ remainder: inout Remainder
    ) {
        remainder.write(
            footprint, beyond: said, named: key.description, within: name.description, under: node, to: &tree)
    }

    /// Writes what the places of a result don't say of it.
    static func write(
        _ placed: OpenEPDPlacedResult, under node: SourceTree.NodeID, to tree: inout SourceTree,
        _ remainder: inout Remainder
    ) {
        var rest = placed.result
        rest.amounts = placed.amounts.unplaced.map { placed.result.amounts[$0] }
        remainder.write(
            rest, beyond: OpenEPDStatements.result(placed.result), named: key.description, within: name.description,
            under: node,
            to: &tree)
    }
}

extension ProductFootprint {
    fileprivate var withoutResults: ProductFootprint {
        var footprint = self
        footprint.results = []
        return footprint
    }
}

extension Diagnostic.Message {
    fileprivate static let contradiction: Self =
        "ext contradicts the document itself, which was changed since; what the document says counts"
}

extension String {
    fileprivate static let contradiction =
        "Remove the member emissions-exchange of ext, or bring it in line with the document."
}
