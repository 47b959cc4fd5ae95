import EmissionsDiagnostics
import EmissionsModel

/// What the package's conventions make of a part before it can be written: a product at a time, tonnes, a total.
enum DataPackageAdaptation {
    static func adapt(_ part: SubmissionPart) -> Adaptation {
        switch part {
        case .header: return .unchanged(part)
        case .footprint(let footprint): return adapt([(footprint, FieldPath())], of: nil)
        case .good(let good):
            let list = FieldPath(\ImportedGood.footprints)
            return adapt(good.footprints.enumerated().map { ($1, list.appending(.index($0))) }, of: good)
        }
    }

    private static func adapt(_ footprints: [(ProductFootprint, FieldPath)], of good: ImportedGood?) -> Adaptation {
        var adaptation = Adaptation([])
        for (footprint, path) in footprints {
            var draft = Draft(footprint: footprint, source: path)
            draft.settleClassifications(good)
            if let good { draft.describeProduct(good) }
            draft.settleClassifications()
            draft.settleIdentifier(in: good)
            draft.settleUnits()
            draft.settleTotal()
            draft.settleQuantity()
            adaptation.parts.append(.init(part: .footprint(draft.footprint), moves: draft.allMoves))
            adaptation.restatements += draft.restatements
            adaptation.derived += draft.derived
            adaptation.findings += draft.findings
        }
        return adaptation
    }
}

/// One footprint on its way into a package.
private struct Draft {
    var footprint: ProductFootprint
    /// Where it stands in the source's part.
    let source: FieldPath
    private var moves: [Adaptation.Move] = []
    private(set) var restatements: [Restatement] = []
    private(set) var derived: [FieldPath] = []
    private(set) var findings: [Diagnostic] = []

    init(footprint: ProductFootprint, source: FieldPath) { (self.footprint, self.source) = (footprint, source) }

    /// With where the rest went, unless everything is where it was.
    var allMoves: [Adaptation.Move] {
        moves.isEmpty && source.steps.isEmpty ? [] : moves + [.init(from: source, to: FieldPath())]
    }

    private mutating func derive(_ path: FieldPath) { derived.append(source.appending(path)) }
}

// MARK: From a good to a product

extension Draft {
    /// Says of the product what the good says of it.
    mutating func describeProduct(_ good: ImportedGood) {
        guard footprint.product.name == nil, let name = good.commodity.description else { return }
        footprint.product.name = name
        moves.append(
            .init(
                from: FieldPath(\ImportedGood.commodity.description), to: FieldPath(\ProductFootprint.product.name)))
    }

    /// The code of the Combined Nomenclature stands first, then that of the Harmonized System; there are no others.
    mutating func settleClassifications(_ good: ImportedGood?) {
        let key = \ProductFootprint.product.classifications
        let before = footprint[keyPath: key]
        let wanted: [(system: ClassificationSystem, code: String?, path: FieldPath)] = [
            (.combinedNomenclature, good?.commodity.cn, FieldPath(\ImportedGood.commodity.cn)),
            (.harmonizedSystem, good?.commodity.hs, FieldPath(\ImportedGood.commodity.hs)),
        ]
        var order: [Int] = [], after: [Classification] = []
        for (system, code, path) in wanted {
            let item = FieldPath(key).appending(.index(after.count))
            if let index = before.firstIndex(where: { $0.system == system && $0.code != nil }) {
                order.append(index)
                after.append(before[index])
                moves.append(.init(from: source.appending(FieldPath(key)).appending(.index(index)), to: item))
            } else if let code {
                after.append(Classification(system, code))
                moves.append(.init(from: path, to: item.appending("code")))
                derive(item.appending("system"))
            }
        }
        for index in before.indices where !order.contains(index) {
            let item = FieldPath(key).appending(.index(after.count))
            after.append(before[index])
            moves.append(.init(from: source.appending(FieldPath(key)).appending(.index(index)), to: item))
        }
        if after == before, good == nil { moves.removeAll() }
        footprint[keyPath: key] = after
    }

    /// The codes that packages have come first, so that each is read back where it stands.
    mutating func settleClassifications() {
        let key = \ProductFootprint.product.classifications
        let before = footprint[keyPath: key]
        let said = [ClassificationSystem.combinedNomenclature, .harmonizedSystem].compactMap { system in
            before.firstIndex { $0.system == system && $0.code != nil }
        }
        let order = said + before.indices.filter { !said.contains($0) }
        guard order != Array(before.indices) else { return }
        footprint[keyPath: key] = order.map { before[$0] }
        let list = FieldPath(key)
        moves.follow(Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) }), in: list)
        for (place, index) in order.enumerated() where place != index {
            moves.append(
                .init(from: source.appending(list).appending(.index(index)), to: list.appending(.index(place))))
        }
    }

    /// Products are told by an identifier; a good's are by their numbers in the filing.
    mutating func settleIdentifier(in good: ImportedGood?) {
        let key = \ProductFootprint.identity.identifier
        guard footprint[keyPath: key] == nil else { return }
        let numbers = [good?.itemNumber, footprint.identity.sequenceNumber].compactMap { $0 }
        footprint[keyPath: key] =
            footprint.product.identifiers.first ?? (numbers.isEmpty ? nil : numbers.joined(separator: "-"))
        if footprint[keyPath: key] != nil { derive(FieldPath(key)) }
    }
}

// MARK: Figures

extension Draft {
    /// Figures for a tonne are in tonnes.
    mutating func settleUnits() {
        settleUnit(\.embeddedEmissions.direct.unit, \.embeddedEmissions.direct.specific)
        settleUnit(\.embeddedEmissions.indirect.unit, \.embeddedEmissions.indirect.specific)
        settleUnit(\.production.reported.unit, \.production.reported.perUnit)
    }

    private mutating func settleUnit(
        _ unit: WritableKeyPath<ProductFootprint, EmissionsUnit?>,
        _ figure: WritableKeyPath<ProductFootprint, ExactDecimal?>
    ) {
        guard let stated = footprint[keyPath: unit], stated != .tonnesCO2e, let before = footprint[keyPath: figure],
            let after = Emissions(before, stated).converted(to: .tonnesCO2e)?.amount
        else { return }
        let reason = "1 tCO2e = 1000 \(stated.rawValue)"
        (footprint[keyPath: figure], footprint[keyPath: unit]) = (after, .tonnesCO2e)
        restatements.append(
            Restatement(
                path: source.appending(FieldPath(figure)), before: "\(before)", after: "\(after)", reason: reason))
        restatements.append(
            Restatement(
                path: source.appending(FieldPath(unit)), before: stated.rawValue,
                after: EmissionsUnit.tonnesCO2e.rawValue, reason: reason))
    }

    /// The total is the sum of direct and indirect emissions, which is asked for besides.
    mutating func settleTotal() {
        let total = \ProductFootprint.production.reported.perUnit
        let (direct, indirect) = (footprint.embeddedEmissions.direct, footprint.embeddedEmissions.indirect)
        guard footprint[keyPath: total] == nil, direct.unit == .tonnesCO2e, indirect.unit == .tonnesCO2e,
            let sum = direct.specific.flatMap({ direct in indirect.specific.flatMap { direct.adding($0) } })
        else { return }
        footprint[keyPath: total] = sum
        derive(FieldPath(total))
        guard footprint.production.reported.unit == nil else { return }
        footprint.production.reported.unit = .tonnesCO2e
        derive(FieldPath(\ProductFootprint.production.reported.unit))
    }

    /// The quantity that figures are for, where nobody says that it is all that was made.
    mutating func settleQuantity() {
        let path = FieldPath(\ProductFootprint.production.produced)
        guard !footprint.production.produced.isEmpty, !footprint.hasKept("/Production/QuantityType") else { return }
        footprint.carried.append(
            Carried(
                format: DataPackage.format,
                path: "/Installations/Installation/Products/Product/Production/QuantityType", content: .text(Self.batch)
            ))
        findings.append(
            Diagnostic("DPK-008", .note, .quantity(Self.batch), help: .quantity, path: source.appending(path)))
    }

    private static let batch = "REPORTED_BATCH"
}

extension Diagnostic.Message {
    fileprivate static func quantity(_ word: String) -> Self {
        "the source does not say what quantity this is; written as \(word), the quantity that the figures are for"
    }
}

extension String {
    fileprivate static let quantity =
        "Correct QuantityType in the output if it is all that was made, or all that went to the EU."
}
