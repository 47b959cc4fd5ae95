import EmissionsDiagnostics
import EmissionsModel

/// What the package's conventions make of a part before it can be written: a product at a time, tonnes, a total.
enum DataPackageAdaptation {
    static func adapt(_ part: SubmissionPart) -> Adaptation {
        .ofFootprints(part) { draft, good in
            if let good { draft.takeCommodity(of: good) }
            draft.settleClassifications()
            draft.settleIdentifier(in: good)
            draft.settleUnits()
            draft.settleTotal()
            draft.settleQuantity()
        }
    }
}

// MARK: From a good to a product

extension FootprintDraft {
    /// The codes that packages have come first, so that each is read back where it stands.
    fileprivate mutating func settleClassifications() {
        let key = \ProductFootprint.product.classifications
        let before = footprint[keyPath: key]
        let said = [ClassificationSystem.combinedNomenclature, .harmonizedSystem].compactMap { system in
            before.firstIndex { $0.system == system && $0.code != nil }
        }
        let order = said + before.indices.filter { !said.contains($0) }
        reorder(key, order)
    }

    /// Products are told by an identifier; a good's are by their numbers in the filing.
    fileprivate mutating func settleIdentifier(in good: ImportedGood?) {
        let key = \ProductFootprint.identity.identifier
        guard footprint[keyPath: key] == nil else { return }
        let numbers = [good?.itemNumber, footprint.identity.sequenceNumber].compactMap { $0 }
        footprint[keyPath: key] =
            footprint.product.identifiers.first ?? (numbers.isEmpty ? nil : numbers.joined(separator: "-"))
        if footprint[keyPath: key] != nil { derive(FieldPath(key)) }
    }
}

// MARK: Figures

extension FootprintDraft {
    /// Figures for a tonne are in tonnes.
    fileprivate mutating func settleUnits() {
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
    fileprivate mutating func settleTotal() {
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
    fileprivate mutating func settleQuantity() {
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
