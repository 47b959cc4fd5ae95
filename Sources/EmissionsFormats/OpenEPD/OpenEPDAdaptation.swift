import EmissionsDiagnostics
import EmissionsModel

/// What openEPD's conventions make of a part before it can be written: a document for each product, figures for the
/// declared amount, phosphate instead of phosphorus, and results in the order in which openEPD nests them.
enum OpenEPDAdaptation {
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
            var draft = OpenEPDDraft(footprint: footprint, source: path)
            if let good { draft.takeName(of: good) }
            draft.takeFootprint()
            draft.settleUnits()
            draft.noteMethods()
            draft.settleOrder()
            adaptation.parts.append(.init(part: .footprint(draft.footprint), moves: draft.allMoves))
            adaptation.restatements += draft.restatements
            adaptation.findings += draft.findings
        }
        return adaptation
    }
}

/// One footprint on its way into openEPD.
private struct OpenEPDDraft {
    var footprint: ProductFootprint
    /// Where it stands in the source's part.
    var source: FieldPath
    private var moves: [Adaptation.Move] = []
    private(set) var restatements: [Restatement] = []
    private(set) var findings: [Diagnostic] = []

    init(footprint: ProductFootprint, source: FieldPath) { (self.footprint, self.source) = (footprint, source) }

    /// With where the rest went, unless everything is where it was.
    var allMoves: [Adaptation.Move] {
        moves.isEmpty && source.steps.isEmpty ? [] : moves + [.init(from: source, to: FieldPath())]
    }

    /// A good's description names its products.
    mutating func takeName(of good: ImportedGood) {
        guard footprint.product.name == nil, let description = good.commodity.description else { return }
        footprint.product.name = description
        moves.append(
            .init(
                from: FieldPath(\ImportedGood.commodity.description), to: FieldPath(\ProductFootprint.product.name)))
    }

    mutating func takeFootprint() {
        var crosswalk = DeclarationCrosswalk(footprint, at: source)
        crosswalk.takeFootprint()
        footprint = crosswalk.footprint
        moves += crosswalk.moves
        restatements += crosswalk.restatements
        findings += crosswalk.findings
    }

    /// openEPD counts freshwater eutrophication in phosphate, EN 15804+A2 in phosphorus.
    mutating func settleUnits() {
        for (index, result) in footprint.results.enumerated() {
            guard let indicator = result.indicator, let unit = result.unit,
                let entry = OpenEPDIndicator.of(indicator), !entry.units.contains(unit),
                let target = entry.units.first(where: { result.conversion(to: $0) != nil }),
                let factor = result.conversion(to: target)
            else { continue }
            let path = FieldPath(\ProductFootprint.results).appending(.index(index))
            guard let converted = result.converted(to: target) else {
                note("TGT-003", .warning, .inexact(indicator, factor), .inexact, path.appending("amounts"))
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
    mutating func noteMethods() {
        for method in [CharacterizationMethod.ef3, .en15804A1] {
            guard let index = footprint.results.firstIndex(where: { $0.method == method }) else { continue }
            let path = FieldPath(\ProductFootprint.results).appending(.index(index)).appending("method")
            note("OEPD-009", .note, .method(method, OpenEPDNames.name(of: method)), .method, path)
        }
    }

    mutating func settleOrder() {
        let results = footprint.results
        let places = OpenEPDPlaces(results)
        let order = places.placed + places.unplaced
        footprint.results = order.map { results[$0] }
        let list = FieldPath(\ProductFootprint.results)
        moves.follow(Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) }), in: list)
        for (place, index) in order.enumerated() {
            let (from, to) = (source.appending(list).appending(.index(index)), list.appending(.index(place)))
            if place != index { moves.append(.init(from: from, to: to)) }
            guard places.placed.contains(index) else { continue }
            let amounts = OpenEPDAmounts(results[index].amounts).order
            footprint.results[place].amounts = amounts.map { results[index].amounts[$0] }
            for (new, old) in amounts.enumerated() where new != old {
                moves.append(
                    .init(
                        from: FieldPath(from.steps + [.name("amounts"), .index(old)]),
                        to: FieldPath(to.steps + [.name("amounts"), .index(new)])))
            }
        }
    }

    private mutating func restate(_ path: FieldPath, _ before: String, _ after: String, _ reason: String) {
        restatements.append(
            Restatement(path: source.appending(path), before: before, after: after, reason: reason))
    }

    private mutating func note(
        _ code: Diagnostic.Code, _ severity: Diagnostic.Severity, _ message: Diagnostic.Message, _ help: String,
        _ path: FieldPath
    ) {
        findings.append(Diagnostic(code, severity, message, help: help, path: source.appending(path)))
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
