import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

// What a target has no place for is said in the words of our own JSON, which has places for all of the model.
extension Remainder {
    /// Writes what of a footprint `said` does not say; all results that it has, whatever `said` says of some.
    mutating func write(
        _ footprint: ProductFootprint, beyond said: ProductFootprint, named name: String, within around: String,
        under node: NodeID, to tree: inout SourceTree
    ) {
        write(footprint, beyond: said, in: EMXFields.footprint, named: name, within: around, under: node, to: &tree)
    }

    mutating func write(
        _ result: IndicatorResult, beyond said: IndicatorResult, named name: String, within around: String,
        under node: NodeID, to tree: inout SourceTree
    ) {
        write(result, beyond: said, in: EMXFields.indicatorResult, named: name, within: around, under: node, to: &tree)
    }

    /// A footprint with what was left over of it: lists replace those of the footprint, results come behind its own.
    static func read(
        _ node: SourceTree.NodeID, behind footprint: ProductFootprint, _ log: inout ReadLog
    ) -> ProductFootprint {
        var rest = ProductFootprint()
        rest.results = footprint.results
        EMXFields.footprint.read(node, in: ReadLog.part, to: &rest, log: &log)
        return filled(rest, from: footprint)
    }

    /// A result with what was left over of it: lists replace those of the result, amounts come behind its own.
    static func read(
        _ node: SourceTree.NodeID, behind result: IndicatorResult, at place: ReadLog.ScopeID, _ log: inout ReadLog
    ) -> IndicatorResult {
        var rest = IndicatorResult()
        rest.amounts = result.amounts
        EMXFields.indicatorResult.read(node, in: place, to: &rest, log: &log)
        var supplied: [FieldPath] = []
        EMXFields.indicatorResult.fill(&rest, from: result, at: FieldPath(), &supplied)
        return rest
    }

    /// A footprint with what another one says where it says nothing itself.
    static func filled(_ footprint: ProductFootprint, from other: ProductFootprint) -> ProductFootprint {
        var footprint = footprint, supplied: [FieldPath] = []
        EMXFields.footprint.fill(&footprint, from: other, at: FieldPath(), &supplied)
        return footprint
    }
}
