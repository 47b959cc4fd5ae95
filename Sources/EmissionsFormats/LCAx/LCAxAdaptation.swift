import EmissionsDiagnostics
import EmissionsModel

/// What LCAx's conventions make of a part before it can be written: figures for one unit, days without times, the
/// units of one standard, and no scenarios.
enum LCAxAdaptation {
    static func adapt(_ part: SubmissionPart) -> Adaptation {
        .ofFootprints(part) { draft, _ in
            draft.settleAmount()
            draft.takeFootprint()
            draft.settleDays()
            draft.settleScenarios()
            draft.settleUnits()
            draft.settleOrder()
        }
    }
}

extension FootprintDraft {
    /// LCAx has a unit and no amount of it, so that figures are for one.
    fileprivate mutating func settleAmount() {
        let stated = footprint.declaredUnit
        guard let basis = stated.basis else { return }
        let restating = BasisRestating(&footprint, on: .oneUnit, at: source, includesResults: true)
        restatements += restating.restatements
        findings += restating.findings
        guard footprint.declaredUnit.basis == .oneUnit else {
            let path = FieldPath(\ProductFootprint.declaredUnit.amount)
            note("TGT-004", .error, .noAmount, help: .noAmount, path)
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

    /// LCAx writes days; the first moment of a day in UTC is that day.
    fileprivate mutating func settleDays() {
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
    fileprivate mutating func settleScenarios() {
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
    fileprivate mutating func settleUnits() {
        let standard = LCAxStandard(for: footprint.results)
        for (index, result) in footprint.results.enumerated() {
            guard let indicator = result.indicator, let unit = result.unit,
                !indicator.isImpact || standard.covers(result.method),
                let target = indicator.unit(by: indicator.isImpact ? standard.method : nil), unit != target
            else { continue }
            guard let factor = result.conversion(to: target) else {
                note(
                    "LCAX-003", .warning, .unit(indicator, unit, target), help: .unit, path(of: index).appending("unit")
                )
                continue
            }
            guard let converted = result.converted(to: target) else {
                note(
                    "TGT-003", .warning, .inexact(indicator, unit, target, factor), help: .unit,
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
    fileprivate mutating func settleOrder() {
        let places = LCAxPlaces(footprint.results)
        reorderResults(places.placed + places.unplaced) { _, result in
            let placed = LCAxPlaces.placed(result.amounts), taken = Set(placed)
            return placed + result.amounts.indices.filter { !taken.contains($0) }
        }
    }

    private func path(of result: Int) -> FieldPath { FieldPath(\ProductFootprint.results).appending(.index(result)) }
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
