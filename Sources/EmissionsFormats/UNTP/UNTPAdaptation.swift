import EmissionsDiagnostics
import EmissionsModel

/// What UNTP's conventions make of a part before it can be written: one figure, for one unit.
enum UNTPAdaptation {
    static func adapt(_ part: SubmissionPart) -> Adaptation {
        switch part {
        case .header: return .unchanged(part)
        case .footprint(let footprint): return adapt([(footprint, FieldPath())])
        case .good(let good):
            let list = FieldPath(\ImportedGood.footprints)
            return adapt(good.footprints.enumerated().map { ($1, list.appending(.index($0))) })
        }
    }

    private static func adapt(_ footprints: [(ProductFootprint, FieldPath)]) -> Adaptation {
        var adaptation = Adaptation([])
        for (source, path) in footprints {
            var footprint = source
            settleExtent(&footprint, at: path, &adaptation)
            settleAmount(&footprint, at: path, &adaptation)
            let moves = path.steps.isEmpty ? [] : [Adaptation.Move(from: path, to: FieldPath())]
            adaptation.parts.append(.init(part: .footprint(footprint), moves: moves))
        }
        return adaptation
    }

    /// PACT has no footprints but those from the cradle to the gate. Formats of declarations count their versions alike.
    private static func settleExtent(
        _ footprint: inout ProductFootprint, at source: FieldPath, _ adaptation: inout Adaptation
    ) {
        guard footprint.boundary.extent == nil, footprint.results.isEmpty,
            FootprintDraft(footprint: footprint, source: source).generation != nil
        else { return }
        footprint.boundary.extent = .cradleToGate
        adaptation.derived.append(source.appending(FieldPath(\ProductFootprint.boundary.extent)))
    }

    /// The format has a unit and no amount of it.
    private static func settleAmount(
        _ footprint: inout ProductFootprint, at source: FieldPath, _ adaptation: inout Adaptation
    ) {
        let stated = footprint.declaredUnit
        guard let basis = stated.basis else { return }
        let restating = BasisRestating(&footprint, on: .oneUnit, at: source, includesResults: false)
        adaptation.restatements += restating.restatements.filter { $0.path == source.appending(figure) }
        adaptation.findings += restating.findings.filter { $0.path == source.appending(figure) }
        guard footprint.declaredUnit.basis == .oneUnit else {
            let path = source.appending(FieldPath(\ProductFootprint.declaredUnit.amount))
            adaptation.findings.append(Diagnostic("TGT-004", .error, .noAmount, help: .noAmount, path: path))
            footprint.figures.excludingBiogenicUptake = nil
            return
        }
        (footprint.declaredUnit.amount, footprint.declaredUnit.basis) = (1, .declaredAmount)
        func restate(_ path: FieldPath, _ before: String, _ after: String, _ reason: String) {
            adaptation.restatements.append(
                Restatement(path: source.appending(path), before: before, after: after, reason: reason))
        }
        if let amount = stated.amount, amount != 1 {
            restate(FieldPath(\ProductFootprint.declaredUnit.amount), "\(amount)", "1", "figures are for one unit")
        }
        if basis == .oneUnit {
            restate(
                FieldPath(\ProductFootprint.declaredUnit.basis), basis.rawValue, FigureBasis.declaredAmount.rawValue,
                "what is declared is one unit")
        }
    }

    /// The only figure that the format has.
    private static let figure = FieldPath(\ProductFootprint.figures.excludingBiogenicUptake)
}

extension Diagnostic.Message {
    fileprivate static let noAmount: Self =
        "the target states figures for one unit, and the amount that these are for is not known"
}

extension String {
    fileprivate static let noAmount = "Supply it with --set 'declaredUnit.amount=VALUE'."
}
