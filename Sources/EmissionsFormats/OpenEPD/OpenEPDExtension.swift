import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// What openEPD has no place for, in `ext`, openEPD's own way of saying more: in the words of our own JSON, at the
/// document for what it is about and at an indicator for its figures.
enum OpenEPDExtension {
    static let key: NodeName = "emissions-exchange"

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
        var footprint = footprint
        let placed = OpenEPDPlaces(footprint.results)
        footprint.results = placed.placed.map { footprint.results[$0] }
        OpenEPDDocumentWriter.writeOwnPlaces(footprint, under: root, to: &log)
        var reading = ReadLog(log.tree)
        return OpenEPDDocumentReader.readOwnPlaces(&reading).withoutResults
    }

    private static func own(in parent: SourceTree.NodeID, _ log: inout ReadLog) -> SourceTree.NodeID? {
        let ext = log.tree.children(of: parent).first {
            log.tree.isNamed("ext", $0) && log.tree.kind(of: $0) == .record
        }
        guard let ext, log.has(key, in: ext), let own = log.child(key, of: ext), log.tree.kind(of: own) == .record
        else { return nil }
        log.claim(ext)
        log.keep(own)
        return own
    }

    static func write(_ content: CarriedContent?, under node: SourceTree.NodeID, to log: inout WriteLog) {
        guard let content else { return }
        let ext = log.tree.append(.record, named: "ext", under: node)
        log.tree.append(content, named: key.description, under: ext)
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
