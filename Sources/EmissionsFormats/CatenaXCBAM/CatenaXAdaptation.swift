import EmissionsDiagnostics
import EmissionsModel

/// What the model's conventions make of a part before it can be written: goods that hold footprints, tonnes.
enum CatenaXAdaptation {
    static func adapt(_ part: SubmissionPart) -> Adaptation {
        var draft: Draft
        switch part {
        case .header: return .unchanged(part)
        case .good(let good): draft = Draft(good: good, isFootprint: false)
        case .footprint(let footprint):
            draft = Draft(good: ImportedGood(), isFootprint: true)
            draft.good.footprints = [footprint]
            draft.describeGood()
        }
        var imported = draft.good.imported
        draft.settleMass(FieldPath(\ImportedGood.imported), &imported)
        draft.good.imported = imported
        for index in draft.good.footprints.indices { draft.settle(index) }
        var adaptation = Adaptation([.init(part: .good(draft.good), moves: draft.moves)])
        adaptation.restatements = draft.restatements
        return adaptation
    }
}

/// A good on its way into a notification.
private struct Draft {
    var good: ImportedGood
    /// Whether the source's part is a footprint, which has become the only one of the good.
    let isFootprint: Bool
    private(set) var moves: [Adaptation.Move] = []
    private(set) var restatements: [Restatement] = []

    private static let footprints = FieldPath(\ImportedGood.footprints)

    init(good: ImportedGood, isFootprint: Bool) { (self.good, self.isFootprint) = (good, isFootprint) }

    private func source(_ index: Int) -> FieldPath {
        isFootprint ? FieldPath() : Self.footprints.appending(.index(index))
    }

    private mutating func restate(_ path: FieldPath, _ before: String, _ after: String, _ reason: String) {
        restatements.append(Restatement(path: path, before: before, after: after, reason: reason))
    }

    /// Says of the good what the footprint says of its product.
    mutating func describeGood() {
        moves.append(.init(from: FieldPath(), to: Self.footprints.appending(.index(0))))
        let list = \ProductFootprint.product.classifications
        let codes = good.footprints[0][keyPath: list]
        if let index = codes.firstIndex(where: { $0.system == .combinedNomenclature && $0.code != nil }) {
            good.commodity.cn = codes[index].code
            good.footprints[0][keyPath: list][index] = Classification()
            let path = FieldPath(list).appending(.index(index)), target = FieldPath(\ImportedGood.commodity.cn)
            let members: [PartialKeyPath<Classification>] = [\.system, \.code, \.urn]
            for member in members { moves.append(.init(from: path.appending(FieldPath(member)), to: target)) }
            restate(
                path, codes[index].urn ?? "CN \(codes[index].code ?? "")", codes[index].code ?? "",
                "a member of its own")
        }
        guard let name = good.footprints[0].product.name else { return }
        good.commodity.description = name
        good.footprints[0].product.name = nil
        moves.append(
            .init(
                from: FieldPath(\ProductFootprint.product.name), to: FieldPath(\ImportedGood.commodity.description)))
    }

    mutating func settle(_ index: Int) {
        var produced = good.footprints[index].production.produced
        settleMass(source(index).appending(FieldPath(\ProductFootprint.production.produced)), &produced)
        good.footprints[index].production.produced = produced
        settleUnit(index, \.embeddedEmissions.direct.unit, \.embeddedEmissions.direct.specific)
        settleUnit(index, \.embeddedEmissions.indirect.unit, \.embeddedEmissions.indirect.specific)
    }

    /// Masses are in tonnes.
    mutating func settleMass(_ path: FieldPath, _ measure: inout Measure) {
        guard measure.unit == .kilogram, let before = measure.netMass, let after = before.shifted(by: -3) else {
            return
        }
        (measure.netMass, measure.unit) = (after, .tonne)
        let reason = "1 t = 1000 kg"
        restate(path.appending("netMass"), "\(before)", "\(after)", reason)
        restate(path.appending("unit"), UnitOfMeasure.kilogram.rawValue, UnitOfMeasure.tonne.rawValue, reason)
    }

    private mutating func settleUnit(
        _ index: Int, _ unit: WritableKeyPath<ProductFootprint, EmissionsUnit?>,
        _ figure: WritableKeyPath<ProductFootprint, ExactDecimal?>
    ) {
        guard let stated = good.footprints[index][keyPath: unit], stated != .tonnesCO2e,
            let before = good.footprints[index][keyPath: figure],
            let after = Emissions(before, stated).converted(to: .tonnesCO2e)?.amount
        else { return }
        let reason = "1 tCO2e = 1000 \(stated.rawValue)"
        (good.footprints[index][keyPath: figure], good.footprints[index][keyPath: unit]) = (after, .tonnesCO2e)
        restate(source(index).appending(FieldPath(figure)), "\(before)", "\(after)", reason)
        restate(
            source(index).appending(FieldPath(unit)), stated.rawValue, EmissionsUnit.tonnesCO2e.rawValue, reason)
    }
}
