import EmissionsDiagnostics
import EmissionsModel

/// What openEPD's conventions make of a part before it can be written: a document for each product, figures for the
/// declared amount, phosphate instead of phosphorus, and results in the order in which openEPD nests them.
enum OpenEPDAdaptation {
    static func adapt(_ part: SubmissionPart) -> Adaptation {
        .ofFootprints(part) { draft, good in
            if let good { draft.takeName(of: good) }
            draft.takeFootprint()
            draft.settleUnits()
            draft.noteMethods()
            draft.settleOrder()
        }
    }
}

extension FootprintDraft {
    /// A good's description names its products.
    fileprivate mutating func takeName(of good: ImportedGood) {
        guard footprint.product.name == nil, let description = good.commodity.description else { return }
        footprint.product.name = description
        moves.append(
            .init(
                from: FieldPath(\ImportedGood.commodity.description), to: FieldPath(\ProductFootprint.product.name)))
    }

    /// openEPD counts freshwater eutrophication in phosphate, EN 15804+A2 in phosphorus.
    fileprivate mutating func settleUnits() {
        for (index, result) in footprint.results.enumerated() {
            guard let indicator = result.indicator, let unit = result.unit,
                let entry = OpenEPDIndicator.of(indicator), !entry.units.contains(unit),
                let target = entry.units.first(where: { result.conversion(to: $0) != nil }),
                let factor = result.conversion(to: target)
            else { continue }
            let path = FieldPath(\ProductFootprint.results).appending(.index(index))
            guard let converted = result.converted(to: target) else {
                note("TGT-003", .warning, .inexact(indicator, factor), help: .inexact, path.appending("amounts"))
                continue
            }
            for (place, amount) in result.amounts.enumerated() {
                guard let before = amount.amount, let after = converted.amounts[place].amount else { continue }
                restate(
                    path.appending("amounts").appending(.index(place)).appending("amount"), "\(before)", "\(after)",
                    "\(before) \(unit.rawValue) \(factor)")
            }
            restate(path.appending("unit"), unit.rawValue, target.rawValue, "1 \(unit.rawValue) \(factor)")
            footprint.results[index] = converted
        }
    }

    /// Methods that openEPD has no name for.
    fileprivate mutating func noteMethods() {
        for method in [CharacterizationMethod.ef3, .en15804A1] {
            guard let index = footprint.results.firstIndex(where: { $0.method == method }) else { continue }
            let path = FieldPath(\ProductFootprint.results).appending(.index(index)).appending("method")
            note("OEPD-009", .note, .method(method, OpenEPDNames.name(of: method)), help: .method, path)
        }
    }

    fileprivate mutating func settleOrder() {
        let places = OpenEPDPlaces(footprint.results), placed = Set(places.placed)
        reorderResults(places.placed + places.unplaced) { index, result in
            placed.contains(index) ? OpenEPDAmounts(result.amounts).order : nil
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func inexact(_ indicator: Indicator, _ factor: String) -> Self {
        "\(indicator.rawValue) has no exact value in the target's unit: a figure \(factor) needs more than 38 digits"
    }
    fileprivate static func method(_ method: CharacterizationMethod, _ name: String) -> Self {
        "openEPD has no name for the method \(method.rawValue); its results stand under '\(name)', and ext says more"
    }
}

extension String {
    fileprivate static let inexact = "The figures stand in ext, in the unit of the source."
    fileprivate static let method =
        "Nothing needs to be done. Name the exact method in the source if readers of openEPD need it."
}
