import EmissionsDiagnostics
import EmissionsModel

/// What the conventions of the quarterly report make of a part before it can be written: goods that hold footprints,
/// numbers for what stands side by side, tonnes.
enum CBAMAdaptation {
    /// The part as a good, which is numbered so unless it has a number.
    static func adapt(_ part: SubmissionPart, number: Int) -> Adaptation {
        var draft: Draft
        switch part {
        case .header: return .unchanged(part)
        case .good(let good): draft = Draft(good: good)
        case .footprint(let footprint):
            draft = Draft(good: ImportedGood(), isFootprint: true)
            draft.good.footprints = [footprint]
            draft.describeGood()
        }
        draft.number(number)
        for index in draft.good.footprints.indices {
            draft.settleUnits(index)
            draft.noteFigures(index)
        }
        var adaptation = Adaptation([.init(part: .good(draft.good), moves: draft.moves)])
        adaptation.findings = draft.findings
        adaptation.restatements = draft.restatements
        return adaptation
    }
}

/// A good on its way into a report.
private struct Draft {
    var good: ImportedGood
    /// Whether the source's part is a footprint, which has become the only one of the good.
    var isFootprint = false
    private(set) var moves: [Adaptation.Move] = []
    private(set) var restatements: [Restatement] = []
    private(set) var findings: [Diagnostic] = []

    private static let footprints = FieldPath(\ImportedGood.footprints)

    init(good: ImportedGood, isFootprint: Bool = false) { (self.good, self.isFootprint) = (good, isFootprint) }

    /// Where a footprint stands in the source's part.
    private func source(_ index: Int) -> FieldPath {
        isFootprint ? FieldPath() : Self.footprints.appending(.index(index))
    }

    private mutating func move(from: FieldPath, to: FieldPath) { moves.append(.init(from: from, to: to)) }

    private mutating func restate(_ path: FieldPath, _ before: String, _ after: String, _ reason: String) {
        restatements.append(Restatement(path: path, before: before, after: after, reason: reason))
    }
}

// MARK: From a footprint to a good

extension Draft {
    /// Says of the good what the footprint says of its product. Where it was made is known from a footprint; where it
    /// originates by the rules of customs is not.
    mutating func describeGood() {
        let target = Self.footprints.appending(.index(0))
        move(from: FieldPath(), to: target)
        takeCode(.harmonizedSystem, \.commodity.hs)
        takeCode(.combinedNomenclature, \.commodity.cn)
        if let name = good.footprints[0].product.name {
            good.commodity.description = name
            good.footprints[0].product.name = nil
            move(
                from: FieldPath(\ProductFootprint.product.name), to: FieldPath(\ImportedGood.commodity.description))
        }
        let country = FieldPath(\ProductFootprint.production.country)
        if case .country(let code) = good.footprints[0].geography, good.footprints[0].production.country == nil {
            good.footprints[0].production.country = code
            good.footprints[0].geography = nil
            let path = FieldPath(\ProductFootprint.geography)
            move(from: path, to: target.appending(country))
            restate(path, code, code, "the country where the footprint holds is where the good was made")
        }
    }

    /// Takes the first code of a system out of the product's classifications, which CBAM does not have.
    private mutating func takeCode(_ system: ClassificationSystem, _ key: WritableKeyPath<ImportedGood, String?>) {
        let classifications = good.footprints[0].product.classifications
        guard let index = classifications.firstIndex(where: { $0.system == system && $0.code != nil }),
            let code = classifications[index].code
        else { return }
        good[keyPath: key] = code
        good.footprints[0].product.classifications[index] = Classification()
        let path = FieldPath(\ProductFootprint.product.classifications).appending(.index(index))
        let members: [PartialKeyPath<Classification>] = [\.system, \.code, \.urn]
        for member in members { move(from: path.appending(FieldPath(member)), to: FieldPath(key)) }
        restate(path, classifications[index].urn ?? "\(system.rawValue) \(code)", code, "CBAM has an element for it")
    }
}

// MARK: Structure and units

extension Draft {
    /// Numbers what has no number, since the schema asks for one everywhere.
    mutating func number(_ number: Int) {
        if good.itemNumber == nil { good.itemNumber = String(number) }
        good.quantities.number(\.sequenceNumber)
        good.documents.number(\.sequenceNumber)
        good.footprints.number(\.identity.sequenceNumber)
        for index in good.footprints.indices { good.footprints[index].production.number() }
    }

    /// Emissions are written in tonnes.
    mutating func settleUnits(_ index: Int) {
        settleUnit(
            index, \.embeddedEmissions.direct.unit,
            [
                \.embeddedEmissions.direct.specific, \.embeddedEmissions.direct.electricityEmbedded,
            ])
        settleUnit(index, \.embeddedEmissions.indirect.unit, [\.embeddedEmissions.indirect.specific])
    }

    private mutating func settleUnit(
        _ index: Int, _ unit: WritableKeyPath<ProductFootprint, EmissionsUnit?>,
        _ figures: [WritableKeyPath<ProductFootprint, ExactDecimal?>]
    ) {
        guard let stated = good.footprints[index][keyPath: unit], stated != .tonnesCO2e else { return }
        let reason = "1 tCO2e = 1000 \(stated.rawValue)"
        for key in figures {
            guard let before = good.footprints[index][keyPath: key] else { continue }
            guard let after = Emissions(before, stated).converted(to: .tonnesCO2e)?.amount else { return }
            good.footprints[index][keyPath: key] = after
            restate(source(index).appending(FieldPath(key)), "\(before)", "\(after)", reason)
        }
        good.footprints[index][keyPath: unit] = .tonnesCO2e
        restate(source(index).appending(FieldPath(unit)), stated.rawValue, EmissionsUnit.tonnesCO2e.rawValue, reason)
    }

    /// A product carbon footprint counts what CBAM does not, and the other way round.
    mutating func noteFigures(_ index: Int) {
        let footprint = good.footprints[index]
        guard !footprint.figures.isEmpty || !footprint.landUse.isEmpty else { return }
        findings.append(
            Diagnostic(
                "CBAM-009", .warning, .figures, help: .figures,
                path: source(index).appending(FieldPath(\ProductFootprint.figures))))
    }
}

extension Array {
    /// Gives those without a number their position, or the next number that is free.
    fileprivate mutating func number(_ key: WritableKeyPath<Element, String?>) {
        var used = Set(compactMap { $0[keyPath: key] })
        for index in indices where self[index][keyPath: key] == nil {
            let number = (index + 1...index + 1 + count).map(String.init).first { !used.contains($0) }
            self[index][keyPath: key] = number
            if let number { used.insert(number) }
        }
    }
}

extension Production {
    fileprivate mutating func number() {
        documents.number(\.sequenceNumber)
        remarks.number(\.sequenceNumber)
        routes.number(\.sequenceNumber)
        for index in routes.indices {
            routes[index].directParameters.number(\.sequenceNumber)
            routes[index].indirectParameters.number(\.sequenceNumber)
        }
        carbonPrices.number(\.sequenceNumber)
        for index in carbonPrices.indices { carbonPrices[index].products.number(\.sequenceNumber) }
    }
}

extension Diagnostic.Message {
    fileprivate static let figures: Self =
        "the figures of a product footprint are not the emissions embedded by CBAM's boundary, left out"
}

extension String {
    fileprivate static let figures =
        "Ask the operator of the installation for specific embedded emissions, direct and indirect."
}
