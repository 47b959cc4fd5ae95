import EmissionsDiagnostics
import EmissionsModel

/// What a mapping makes of a part before it can be written: figures for what the sheet states them for, amounts in the
/// units of its columns, a row for each footprint.
struct SheetAdaptation {
    let mapping: SheetMapping
    private let layout: SheetLayout

    init(_ mapping: SheetMapping) { (self.mapping, layout) = (mapping, SheetLayout(mapping, positions: [])) }

    func adapt(_ part: SubmissionPart) -> Adaptation {
        let list = FieldPath(\ImportedGood.footprints)
        switch part {
        case .header: return .unchanged(part)
        case .footprint(var footprint):
            let draft = settle(&footprint, at: FieldPath())
            return draft.adaptation([.init(part: .footprint(footprint))])
        case .good(var good) where layout.hasGoods:
            var all = Draft()
            for index in good.footprints.indices {
                all.add(settle(&good.footprints[index], at: list.appending(.index(index))))
            }
            settle(&good, \.imported.netMass, \.imported.unit, "imported.netMass", at: FieldPath(), &all) {
                if case .good(let field) = $0 { field.name } else { nil }
            }
            return all.adaptation([.init(part: .good(good))])
        case .good(let good):
            var all = Draft(), parts: [Adaptation.AdaptedPart] = []
            for (index, var footprint) in good.footprints.enumerated() {
                let place = list.appending(.index(index))
                all.add(settle(&footprint, at: place))
                parts.append(.init(part: .footprint(footprint), moves: [.init(from: place, to: FieldPath())]))
            }
            return all.adaptation(parts)
        }
    }

    private func settle(_ footprint: inout ProductFootprint, at place: FieldPath) -> Draft {
        var draft = Draft()
        if let basis = layout.basis, let stated = footprint.declaredUnit.basis, stated != basis {
            let hasResults = mapping.columns.contains { if case .result = $0.meaning { true } else { false } }
            let restating = BasisRestating(&footprint, on: basis, at: place, includesResults: hasResults)
            draft.restatements += restating.restatements
            draft.findings += restating.findings
            if footprint.declaredUnit.basis == basis {
                draft.restatements.append(
                    Restatement(
                        path: place.appending(FieldPath(\ProductFootprint.declaredUnit.basis)), before: stated.rawValue,
                        after: basis.rawValue, reason: "what the sheet's figures are for"))
            }
        }
        let name: (SheetColumn.Meaning) -> String? = { if case .footprint(let field) = $0 { field.name } else { nil } }
        if footprint.declaredUnit.basis != .oneUnit {
            settle(
                &footprint, \.declaredUnit.amount, \.declaredUnit.unit, "declaredUnit.amount", at: place, &draft, name)
        }
        settle(
            &footprint, \.production.produced.netMass, \.production.produced.unit, "production.produced.netMass",
            at: place, &draft, name)
        settle(
            &footprint, \.embeddedEmissions.direct.specific, \.embeddedEmissions.direct.unit,
            "embeddedEmissions.direct.specific", at: place, &draft)
        settle(
            &footprint, \.embeddedEmissions.indirect.specific, \.embeddedEmissions.indirect.unit,
            "embeddedEmissions.indirect.specific", at: place, &draft)
        return draft
    }

    /// Counts an amount in the unit that its column is in.
    private func settle<Record: ModelRecord>(
        _ record: inout Record, _ key: WritableKeyPath<Record, ExactDecimal?>,
        _ unit: WritableKeyPath<Record, UnitOfMeasure?>, _ field: String, at place: FieldPath, _ draft: inout Draft,
        _ name: (SheetColumn.Meaning) -> String?
    ) {
        guard let column = mapping.columns.first(where: { name($0.meaning) == field }),
            case .fixed(let wanted) = column.form.unit, let target = wanted.unit, let stated = record[keyPath: unit],
            stated != target, let amount = record[keyPath: key],
            let converted = stated.definition.convert(amount, to: wanted)
        else { return }
        record[keyPath: key] = converted
        record[keyPath: unit] = target
        let reason = stated.definition.equation(with: wanted) ?? wanted.equation(with: stated.definition) ?? ""
        draft.restate(place.appending(FieldPath(key)), "\(amount)", "\(converted)", reason)
        draft.restate(place.appending(FieldPath(unit)), stated.rawValue, target.rawValue, reason)
    }

    private func settle(
        _ footprint: inout ProductFootprint, _ key: WritableKeyPath<ProductFootprint, ExactDecimal?>,
        _ unit: WritableKeyPath<ProductFootprint, EmissionsUnit?>, _ field: String, at place: FieldPath,
        _ draft: inout Draft
    ) {
        let column = mapping.columns.first {
            if case .footprint(let some) = $0.meaning { some.name == field } else { false }
        }
        guard let column, case .fixed(let mass) = column.form.unit, let target = EmissionsUnit(mass: mass),
            let stated = footprint[keyPath: unit], stated != target, let amount = footprint[keyPath: key],
            let converted = Emissions(amount, stated).converted(to: target)
        else { return }
        footprint[keyPath: key] = converted.amount
        footprint[keyPath: unit] = target
        let reason = "1 tCO2e = 1000 kgCO2e"
        draft.restate(place.appending(FieldPath(key)), "\(amount)", "\(converted.amount)", reason)
        draft.restate(place.appending(FieldPath(unit)), stated.rawValue, target.rawValue, reason)
    }

    /// What was done for a part.
    private struct Draft {
        var restatements: [Restatement] = []
        var findings: [Diagnostic] = []

        mutating func add(_ other: Draft) {
            restatements += other.restatements
            findings += other.findings
        }

        mutating func restate(_ path: FieldPath, _ before: String, _ after: String, _ reason: String) {
            restatements.append(Restatement(path: path, before: before, after: after, reason: reason))
        }

        func adaptation(_ parts: [Adaptation.AdaptedPart]) -> Adaptation {
            var adaptation = Adaptation(parts)
            (adaptation.restatements, adaptation.findings) = (restatements, findings)
            return adaptation
        }
    }
}
