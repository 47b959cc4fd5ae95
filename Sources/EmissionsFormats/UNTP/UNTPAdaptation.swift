import EmissionsDiagnostics
import EmissionsModel

/// What UNTP's conventions make of a part before it can be written: one figure, for one unit.
enum UNTPAdaptation {
    static func adapt(_ part: SubmissionPart) -> Adaptation {
        .ofFootprints(part) { draft, _ in
            draft.settleScope()
            draft.settleAmount()
        }
    }
}

extension FootprintDraft {
    /// PACT has no footprints but those from the cradle to the gate. Formats of declarations count their versions alike.
    fileprivate mutating func settleScope() {
        guard footprint.boundary.extent == nil, footprint.results.isEmpty, generation != nil else { return }
        footprint.boundary.extent = .cradleToGate
        derive(FieldPath(\ProductFootprint.boundary.extent))
    }

    /// The format has a unit and no amount of it, and one figure.
    fileprivate mutating func settleAmount() {
        let stated = footprint.declaredUnit
        guard let basis = stated.basis else { return }
        let figure = source.appending(FieldPath(\ProductFootprint.figures.excludingBiogenicUptake))
        let amount = \ProductFootprint.declaredUnit.amount
        let restating = BasisRestating(&footprint, on: .oneUnit, at: source, includesResults: false)
        restatements += restating.restatements.filter { $0.path == figure }
        findings += restating.findings.filter { $0.path == figure }
        guard footprint.declaredUnit.basis == .oneUnit else {
            note("TGT-004", .error, .noAmount, help: .noAmount, amount)
            footprint.figures.excludingBiogenicUptake = nil
            return
        }
        (footprint.declaredUnit.amount, footprint.declaredUnit.basis) = (1, .declaredAmount)
        if let before = stated.amount, before != 1 { restate(amount, before, 1, "figures are for one unit") }
        if basis == .oneUnit {
            restate(
                \ProductFootprint.declaredUnit.basis, basis.rawValue, FigureBasis.declaredAmount.rawValue,
                "what is declared is one unit")
        }
    }
}

extension Diagnostic.Message {
    fileprivate static let noAmount: Self =
        "the target states figures for one unit, and the amount that these are for is not known"
}

extension String {
    fileprivate static let noAmount = "Supply it with --set 'declaredUnit.amount=VALUE'."
}
