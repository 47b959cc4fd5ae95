import EmissionsDiagnostics
import EmissionsModel

/// One footprint on its way into a format of product footprints, and what was done for that.
struct FootprintDraft {
    var footprint: ProductFootprint
    /// Where it stands in the source's part.
    var source: FieldPath
    var moves: [Adaptation.Move] = []
    var restatements: [Restatement] = []
    var findings: [Diagnostic] = []
    /// What the target needs besides, and the source says in other words.
    var derived: [FieldPath] = []

    init(footprint: ProductFootprint, source: FieldPath) { (self.footprint, self.source) = (footprint, source) }

    mutating func restate(_ key: AnyKeyPath, _ before: some Any, _ after: some Any, _ reason: String) {
        restate(FieldPath(key), before, after, reason)
    }

    mutating func restate(_ path: FieldPath, _ before: some Any, _ after: some Any, _ reason: String) {
        restatements.append(
            Restatement(path: source.appending(path), before: "\(before)", after: "\(after)", reason: reason))
    }

    /// With where the rest went, unless everything is where it was.
    var allMoves: [Adaptation.Move] {
        moves.isEmpty && source.steps.isEmpty ? [] : moves + [.init(from: source, to: FieldPath())]
    }

    mutating func move(from: FieldPath, to: FieldPath) { moves.append(.init(from: from, to: to)) }
    mutating func note(
        _ code: Diagnostic.Code, _ severity: Diagnostic.Severity, _ message: Diagnostic.Message, help: String,
        _ key: AnyKeyPath
    ) {
        note(code, severity, message, help: help, FieldPath(key))
    }

    mutating func note(
        _ code: Diagnostic.Code, _ severity: Diagnostic.Severity, _ message: Diagnostic.Message, help: String,
        _ path: FieldPath
    ) {
        findings.append(Diagnostic(code, severity, message, help: help, path: source.appending(path)))
    }

    mutating func derive(_ path: FieldPath) { derived.append(source.appending(path)) }

    /// A good's customs code classifies its products, and its description names them.
    mutating func takeCommodity(of good: ImportedGood) {
        let list = FieldPath(\ProductFootprint.product.classifications)
        let codes: [(ClassificationSystem, String?, AnyKeyPath)] = [
            (.harmonizedSystem, good.commodity.hs, \ImportedGood.commodity.hs),
            (.combinedNomenclature, good.commodity.cn, \ImportedGood.commodity.cn),
        ]
        for (system, code, key) in codes {
            guard let code else { continue }
            let known = footprint.product.classifications.firstIndex { $0.system == system && $0.code == code }
            let index = known ?? footprint.product.classifications.count
            if known == nil {
                footprint.product.classifications.append(Classification(system, code))
                derive(list.appending(.index(index)).appending("system"))
            }
            move(from: FieldPath(key), to: list.appending(.index(index)).appending("code"))
        }
        if footprint.product.name == nil, let description = good.commodity.description {
            footprint.product.name = description
            move(
                from: FieldPath(\ImportedGood.commodity.description), to: FieldPath(\ProductFootprint.product.name))
        }
    }

    /// What an environmental product declaration says in fields of its own.
    mutating func takeDeclaration() {
        guard !footprint.declaration.isEmpty || !footprint.results.isEmpty else { return }
        var crosswalk = DeclarationCrosswalk(footprint, at: source)
        crosswalk.takeDeclaration()
        footprint = crosswalk.footprint
        moves += crosswalk.moves
        restatements += crosswalk.restatements
    }

    /// The other way round: what a footprint says in the fields of a declaration.
    mutating func takeFootprint() {
        var crosswalk = DeclarationCrosswalk(footprint, at: source)
        crosswalk.takeFootprint()
        footprint = crosswalk.footprint
        moves += crosswalk.moves
        restatements += crosswalk.restatements
        findings += crosswalk.findings
    }

    /// What was made in a country holds for that country.
    mutating func takeCountry() {
        guard footprint.geography == nil, let country = footprint.production.country else { return }
        footprint.geography = .country(country)
        footprint.production.country = nil
        move(
            from: source.appending(FieldPath(\ProductFootprint.production.country)),
            to: FieldPath(\ProductFootprint.geography))
        restate(
            \ProductFootprint.production.country, country, country,
            "the country of production is where the footprint holds")
    }

    /// Mass is counted in kilograms, and electricity in kilowatt hours.
    mutating func settleUnit() {
        guard let unit = footprint.declaredUnit.unit, unit.base.powerOfTen != 0 else { return }
        if footprint.declaredUnit.basis == .oneUnit {
            if footprint.declaredUnit.amount == nil { footprint.declaredUnit.amount = 1 }
            settleBasis(.declaredAmount)
        }
        guard footprint.declaredUnit.basis != .oneUnit else { return }
        let before = footprint.declaredUnit.amount
        let after = before?.shifted(by: unit.base.powerOfTen)
        guard let before, let after else { return }
        footprint.declaredUnit.amount = after
        footprint.declaredUnit.unit = unit.base.unit
        let reason = "1 \(unit.rawValue) = 10^\(unit.base.powerOfTen) \(unit.base.unit.rawValue)s"
        restate(\ProductFootprint.declaredUnit.amount, before, after, reason)
        restate(\ProductFootprint.declaredUnit.unit, unit.rawValue, unit.base.unit.rawValue, reason)
    }

    /// Figures for the whole declared amount, or for one unit of it.
    mutating func settleBasis(_ basis: FigureBasis) {
        let stated = footprint.declaredUnit.basis
        let restating = BasisRestating(&footprint, on: basis, at: source, includesResults: false)
        restatements += restating.restatements
        findings += restating.findings
        if let stated, stated != basis, footprint.declaredUnit.basis == basis {
            restate(
                \ProductFootprint.declaredUnit.basis, stated.rawValue, basis.rawValue,
                "what the target's figures are for")
        }
        if footprint.declaredUnit.basis != basis, footprint.declaredUnit.basis != nil, !footprint.figures.isEmpty {
            note(
                "TGT-004", .error, .noAmount(basis), help: .noAmount, \ProductFootprint.declaredUnit.amount)
        }
    }

    /// A product counted in kilograms weighs what it counts.
    mutating func settleMass() {
        guard footprint.declaredUnit.mass == nil, footprint.declaredUnit.unit == .kilogram,
            let amount = footprint.declaredUnit.basis == .oneUnit ? 1 : footprint.declaredUnit.amount
        else { return }
        footprint.declaredUnit.mass = amount
        note("CNV-003", .note, .mass(amount), help: .mass, \ProductFootprint.declaredUnit.amount)
    }
}

extension Diagnostic.Message {
    fileprivate static func mass(_ amount: ExactDecimal) -> Self {
        "the mass of the product is not stated; it is \(amount) kg, since the product is counted in kilograms"
    }
    fileprivate static func noAmount(_ basis: FigureBasis) -> Self {
        "the target states figures per \(basis.rawValue), and the amount of the declared unit is not known"
    }
}

extension String {
    fileprivate static let mass = "State the mass of the product per declared unit."
    fileprivate static let noAmount = "Supply it with --set 'declaredUnit.amount=VALUE'."
}
