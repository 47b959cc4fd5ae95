import EmissionsDiagnostics
import EmissionsModel

/// A footprint whose figures were restated for another amount of product, and what was done for that.
struct BasisRestating {
    private(set) var restatements: [Restatement] = []
    private(set) var findings: [Diagnostic] = []

    /// Restates the figures of the footprint that stands at `source` in the source's part; what is said of results
    /// counts only where the target has them.
    init(
        _ footprint: inout ProductFootprint, on basis: FigureBasis, at source: FieldPath, includesResults: Bool
    ) {
        let unit = footprint.declaredUnit.unit?.rawValue ?? footprint.declaredUnit.otherUnit ?? "units"
        let amount = footprint.declaredUnit.amount
        let sign = basis == .declaredAmount ? "×" : "÷"
        let step = " \(sign) \(amount?.description ?? "1") \(unit)"
        for figure in footprint.restateFigures(on: basis) where includesResults || figure.place == nil {
            let path = source.appending(figure.path)
            let before = figure.before.description
            let reason = before + step
            if let after = figure.after {
                guard after != figure.before else { continue }
                restatements.append(
                    Restatement(path: path, before: before, after: after.description, reason: reason))
            } else {
                findings.append(Diagnostic("TGT-003", .error, .inexact(path, reason), help: .inexact, path: path))
            }
        }
    }
}

extension ProductFootprint.RestatedFigure {
    fileprivate var path: FieldPath {
        let path = FieldPath(key)
        guard let place else { return path }
        return FieldPath(
            path.steps + [.index(place.result), .name("amounts"), .index(place.amount), .name("amount")])
    }
}

extension Diagnostic.Message {
    fileprivate static func inexact(_ path: FieldPath, _ arithmetic: String) -> Self {
        "\(path) has no exact value in the target: \(arithmetic) does not end within 38 digits"
    }
}

extension String {
    fileprivate static let inexact =
        "No rounded figure is written. Choose a target that keeps the declared amount, or supply the figure with --set."
}
