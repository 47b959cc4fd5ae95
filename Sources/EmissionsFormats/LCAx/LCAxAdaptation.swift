import EmissionsDiagnostics
import EmissionsModel

/// What LCAx's conventions make of a part before it can be written: figures for one unit, days without times, the
/// units of one standard, and no scenarios.
enum LCAxAdaptation {
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
        for (footprint, path) in footprints {
            var draft = LCAxDraft(footprint: footprint, source: path)
            draft.settleAmount()
            draft.takeFootprint()
            draft.settleDays()
            draft.settleScenarios()
            draft.settleUnits()
            draft.settleOrder()
            adaptation.parts.append(.init(part: .footprint(draft.footprint), moves: draft.allMoves))
            adaptation.restatements += draft.restatements
            adaptation.findings += draft.findings
        }
        return adaptation
    }
}

/// One footprint on its way into LCAx.
private struct LCAxDraft {
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

    /// LCAx has a unit and no amount of it, so that figures are for one.
    mutating func settleAmount() {
        let stated = footprint.declaredUnit
        guard let basis = stated.basis else { return }
        let restating = BasisRestating(&footprint, on: .oneUnit, at: source, includesResults: true)
        restatements += restating.restatements
        findings += restating.findings
        guard footprint.declaredUnit.basis == .oneUnit else {
            let path = FieldPath(\ProductFootprint.declaredUnit.amount)
            note("TGT-004", .error, .noAmount, .noAmount, path)
            footprint.results = []
            return
        }
        (footprint.declaredUnit.amount, footprint.declaredUnit.basis) = (1, .declaredAmount)
        if let amount = stated.amount, amount != 1 {
            restate(FieldPath(\ProductFootprint.declaredUnit.amount), "\(amount)", "1", "figures are for one unit")
        }
        if basis == .oneUnit {
            restate(
                FieldPath(\ProductFootprint.declaredUnit.basis), basis.rawValue, FigureBasis.declaredAmount.rawValue,
                "what is declared is one unit")
        }
    }

    mutating func takeFootprint() {
        var crosswalk = DeclarationCrosswalk(footprint, at: source)
        crosswalk.takeFootprint()
        footprint = crosswalk.footprint
        moves += crosswalk.moves
        restatements += crosswalk.restatements
        findings += crosswalk.findings
    }

    /// LCAx writes days; the first moment of a day in UTC is that day.
    mutating func settleDays() {
        settleDay(\.declaration.validity.published)
        settleDay(\.declaration.validity.expires)
    }

    private mutating func settleDay(_ key: any WritableKeyPath<ProductFootprint, Timestamp?> & Sendable) {
        guard let moment = footprint[keyPath: key], moment.hasTime,
            let day = Timestamp(String(moment.written.prefix(10))), !day.hasTime
        else { return }
        footprint[keyPath: key] = day
        if moment.seconds == day.seconds, (moment.offset ?? 0) == 0 {
            restate(FieldPath(key), moment.written, day.written, "the day alone")
        }
    }

    /// Where a module has figures in one scenario only, they are the figures of the module.
    mutating func settleScenarios() {
        // There are few, and the same ones in every result.
        var scenarios: [ModuleRange: [String?]] = [:]
        for result in footprint.results {
            for amount in result.amounts {
                guard let modules = amount.modules else { continue }
                if scenarios[modules]?.contains(amount.scenario) != true {
                    scenarios[modules, default: []].append(amount.scenario)
                }
            }
        }
        for result in footprint.results.indices {
            for index in footprint.results[result].amounts.indices {
                let amount = footprint.results[result].amounts[index]
                guard let modules = amount.modules, let scenario = amount.scenario, scenarios[modules]?.count == 1,
                    LCAxWords.key(of: modules) != nil
                else { continue }
                footprint.results[result].amounts[index].scenario = nil
                guard let value = amount.amount else { continue }
                restate(
                    path(of: result).appending("amounts").appending(.index(index)).appending("amount"), "\(value)",
                    "\(value)", "the only scenario of \(modules), \(scenario)")
            }
        }
    }

    /// Units are those of the standard.
    mutating func settleUnits() {
        let standard = LCAxStandard(for: footprint.results)
        for (index, result) in footprint.results.enumerated() {
            guard let indicator = result.indicator, let unit = result.unit,
                !indicator.isImpact || standard.covers(result.method),
                let target = indicator.unit(by: indicator.isImpact ? standard.method : nil), unit != target
            else { continue }
            guard let factor = result.conversion(to: target) else {
                note("LCAX-003", .warning, .unit(indicator, unit, target), .unit, path(of: index).appending("unit"))
                continue
            }
            guard let converted = result.converted(to: target) else {
                note(
                    "TGT-003", .warning, .inexact(indicator, unit, target, factor), .unit,
                    path(of: index).appending("amounts"))
                continue
            }
            for (place, amount) in result.amounts.enumerated() {
                guard let before = amount.amount, let after = converted.amounts[place].amount else { continue }
                restate(
                    path(of: index).appending("amounts").appending(.index(place)).appending("amount"), "\(before)",
                    "\(after)", "\(before) \(unit.rawValue) \(factor)")
            }
            restate(path(of: index).appending("unit"), unit.rawValue, target.rawValue, "1 \(unit.rawValue) \(factor)")
            footprint.results[index] = converted
        }
    }

    /// What LCAx has a place for comes first.
    mutating func settleOrder() {
        let results = footprint.results
        let places = LCAxPlaces(results)
        let order = places.placed + places.unplaced
        footprint.results = order.map { results[$0] }
        moves.follow(
            Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) }),
            in: FieldPath(\ProductFootprint.results))
        for (place, index) in order.enumerated() {
            let (from, to) = (source.appending(path(of: index)), path(of: place))
            if place != index { moves.append(.init(from: from, to: to)) }
            let placed = LCAxPlaces.placed(results[index].amounts), taken = Set(placed)
            let amounts = placed + results[index].amounts.indices.filter { !taken.contains($0) }
            footprint.results[place].amounts = amounts.map { results[index].amounts[$0] }
            for (new, old) in amounts.enumerated() where new != old {
                moves.append(
                    .init(
                        from: FieldPath(from.steps + [.name("amounts"), .index(old)]),
                        to: FieldPath(to.steps + [.name("amounts"), .index(new)])))
            }
        }
    }

    private func path(of result: Int) -> FieldPath { FieldPath(\ProductFootprint.results).appending(.index(result)) }

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
    fileprivate static let noAmount: Self =
        "LCAx states figures for one unit, and the amount that these are for is not known"
    fileprivate static func unit(_ indicator: Indicator, _ unit: IndicatorUnit, _ target: IndicatorUnit) -> Self {
        "\(indicator.rawValue) is in \(unit.rawValue), LCAx has it in \(target.rawValue); it is left out"
    }
}

extension Diagnostic.Message {
    fileprivate static func inexact(
        _ indicator: Indicator, _ unit: IndicatorUnit, _ target: IndicatorUnit, _ factor: String
    ) -> Self {
        "\(indicator.rawValue) in \(unit.rawValue) has no exact value in \(target.rawValue) (\(factor)); it is left out"
    }
}

extension String {
    fileprivate static let noAmount = "Supply it with --set 'declaredUnit.amount=VALUE'."
    fileprivate static let unit = "State the figures in the unit of the standard, or choose another target."
}
