import EmissionsDiagnostics
import EmissionsModel

/// One footprint on its way into PACT.
struct PACTDraft {
    var footprint: ProductFootprint
    /// Where it stands in the source's part.
    var source: FieldPath
    var moves: [Adaptation.Move] = []
    var restatements: [Restatement] = []
    var findings: [Diagnostic] = []

    init(footprint: ProductFootprint, source: FieldPath) { (self.footprint, self.source) = (footprint, source) }

    mutating func restate(_ key: AnyKeyPath, _ before: some Any, _ after: some Any, _ reason: String) {
        restatements.append(
            Restatement(path: source.appending(FieldPath(key)), before: "\(before)", after: "\(after)", reason: reason))
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
        findings.append(
            Diagnostic(code, severity, message, help: help, path: source.appending(FieldPath(key))))
    }

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
            if known == nil { footprint.product.classifications.append(Classification(system, code)) }
            let index = known ?? footprint.product.classifications.count - 1
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

    /// The target's own version replaces the one that the source was written in, unless they are the same.
    mutating func settleVersion(_ version: PACTVersion) {
        let stated = footprint.identity.specificationVersion
        if let stated, stated.hasPrefix(version.rawValue + ".") { return }
        footprint.identity.specificationVersion = version.specVersion
        if let stated {
            restate(
                \ProductFootprint.identity.specificationVersion, stated, version.specVersion,
                "the version that is written")
        }
    }

    /// PACT counts mass and electricity in kilograms and kilowatt hours.
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

    mutating func settleBasis(_ basis: FigureBasis) {
        if footprint.extensions.contains(where: { $0.dataSchema?.contains("ileap") == true }) { return }
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

    /// A product counted in kilograms weighs what it counts (PACT 3, `productMassPerDeclaredUnit`).
    mutating func settleMass(_ version: PACTVersion) {
        guard version.isThree, footprint.declaredUnit.mass == nil, footprint.declaredUnit.unit == .kilogram,
            let amount = footprint.declaredUnit.amount
        else { return }
        footprint.declaredUnit.mass = amount
        note("CNV-003", .note, .mass(amount), help: .mass, \ProductFootprint.declaredUnit.amount)
    }

    /// PACT 2 up to 2.2 knows only the short list; PACT 3 only the long one.
    mutating func settleStandards(_ version: PACTVersion) {
        let long = \ProductFootprint.methodology.standards, short = \ProductFootprint.methodology.standardsUsed
        if version.isThree {
            for (index, standard) in footprint.methodology.standardsUsed.enumerated() {
                merge(standard, index, from: short, into: long)
            }
            footprint.methodology.standardsUsed = []
        } else {
            for (index, standard) in footprint.methodology.standards.enumerated()
            where PACTWords.standardsUsed.print(standard) != nil {
                if version >= .v2_3 {
                    if !footprint.methodology.standardsUsed.contains(standard) {
                        footprint.methodology.standardsUsed.append(standard)
                    }
                } else {
                    merge(standard, index, from: long, into: short)
                }
            }
        }
    }

    private mutating func merge(
        _ standard: CrossSectoralStandard, _ index: Int,
        from: WritableKeyPath<ProductFootprint, [CrossSectoralStandard]>,
        into: WritableKeyPath<ProductFootprint, [CrossSectoralStandard]>
    ) {
        if !footprint[keyPath: into].contains(standard) { footprint[keyPath: into].append(standard) }
        guard let place = footprint[keyPath: into].firstIndex(of: standard) else { return }
        move(
            from: source.appending(FieldPath(from)).appending(.index(index)),
            to: FieldPath(into).appending(.index(place)))
    }

    /// PACT 2 asks for one report besides the list; PACT 3 has the list only.
    mutating func settleAssessmentReports(_ version: PACTVersion) {
        let list = \ProductFootprint.methodology.assessmentReports
        let single = \ProductFootprint.methodology.characterizationFactors
        if version.isThree {
            guard let report = footprint[keyPath: single] else { return }
            if footprint[keyPath: list].isEmpty { footprint[keyPath: list] = [report] }
            footprint[keyPath: single] = nil
            guard let place = footprint[keyPath: list].firstIndex(of: report) else { return }
            move(from: source.appending(FieldPath(single)), to: FieldPath(list).appending(.index(place)))
        } else {
            if let report = footprint[keyPath: single], footprint[keyPath: list].isEmpty, version >= .v2_2 {
                footprint[keyPath: list] = [report]
            }
            if footprint[keyPath: single] == nil, footprint[keyPath: list].count == 1 {
                footprint[keyPath: single] = footprint[keyPath: list][0]
            }
        }
    }

    /// Ratings run to 3 in PACT 2 and to 5 in PACT 3, so that one can't stand for the other.
    mutating func settleQuality(_ version: PACTVersion) {
        let ratings: [WritableKeyPath<ProductFootprint, ExactDecimal?>] = [
            \.dataQuality.technological, \.dataQuality.temporal, \.dataQuality.geographical,
            \.dataQuality.completeness, \.dataQuality.reliability,
        ]
        guard let stated = originalMajor, (stated == "3") != version.isThree else { return }
        for key in ratings where footprint[keyPath: key] != nil {
            note("CNV-001", .warning, .ratings(footprint[keyPath: key]!), help: .ratings, key)
            footprint[keyPath: key] = nil
        }
    }

    /// The major version that the source was written in, where it was PACT.
    private var originalMajor: Character? {
        let path = source.appending(FieldPath(\ProductFootprint.identity.specificationVersion))
        let before = restatements.first { $0.path == path }?.before
        return (before ?? footprint.identity.specificationVersion)?.first
    }

    mutating func settleVerification(_ version: PACTVersion) {
        guard version.isThree else {
            if footprint.verification.coverage == .footprintProgram { restateCoverage(.footprintSystem) }
            if !footprint.verification.isEmpty, footprint.verification.isAssured == nil {
                footprint.verification.isAssured = true
            }
            return
        }
        if footprint.verification.coverage == .footprintSystem { restateCoverage(.footprintProgram) }
        if footprint.verification.isAssured == false {
            footprint.verification = Verification()
        } else {
            footprint.verification.isAssured = nil
        }
    }

    private mutating func restateCoverage(_ coverage: VerificationCoverage) {
        restate(
            \ProductFootprint.verification.coverage, footprint.verification.coverage?.rawValue ?? "", coverage.rawValue,
            "the word of the other version")
        footprint.verification.coverage = coverage
    }

    /// PACT 2 writes the bare code of the first CPC classification, before all others.
    mutating func settleClassifications(_ version: PACTVersion) {
        guard !version.isThree, let index = footprint.product.categoryIndex else { return }
        let list = FieldPath(\ProductFootprint.product.classifications)
        var category = footprint.product.classifications.remove(at: index)
        if let urn = category.urn {
            category.urn = nil
            restatements.append(
                Restatement(
                    path: source.appending(list).appending(.index(index)), before: urn, after: category.code ?? "",
                    reason: "PACT 2 writes the bare code"))
        }
        footprint.product.classifications.insert(category, at: 0)
        for place in 0...index where index > 0 {
            move(
                from: source.appending(list).appending(.index(place)),
                to: list.appending(.index(place == index ? 0 : place + 1)))
        }
    }

    /// PACT 2's total leaves out all biogenic carbon dioxide, PACT 3's only its uptake.
    mutating func noteMeaning(_ version: PACTVersion) {
        guard let stated = originalMajor, stated == "2" || stated == "3", (stated == "3") != version.isThree else {
            return
        }
        let parts = [
            footprint.landUse.landUseChange, footprint.landUse.landManagement, footprint.landUse.landManagementFossil,
            footprint.landUse.landManagementBiogenicCO2, footprint.landUse.landManagementRemovals,
            footprint.landUse.biogenicNonCO2,
        ]
        if parts.contains(where: { $0.map { !$0.amount.isZero } ?? false }) {
            note(
                "CNV-002", .warning, .meaning, help: .meaning,
                \ProductFootprint.figures.excludingBiogenicUptake)
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func noAmount(_ basis: FigureBasis) -> Self {
        "the target states figures per \(basis.rawValue), and the amount of the declared unit is not known"
    }
    fileprivate static func ratings(_ rating: ExactDecimal) -> Self {
        "the rating \(rating) is on a scale that the other version of PACT does not have, left out"
    }
    fileprivate static func mass(_ amount: ExactDecimal) -> Self {
        "the mass of the product is not stated; it is \(amount) kg, since the product is counted in kilograms"
    }
    fileprivate static let meaning: Self =
        "PACT 2 leaves all biogenic carbon dioxide out of this total, PACT 3 only its uptake; the figure is carried as stated"
}

extension String {
    fileprivate static let noAmount = "Supply it with --set 'declaredUnit.amount=VALUE'."
    fileprivate static let ratings =
        "Ask the partner for ratings on the target's scale (1 to 3 in PACT 2, 1 to 5 in PACT 3)."
    fileprivate static let mass = "State the mass of the product per declared unit."
    fileprivate static let meaning =
        "Ask the partner for the total by the target's definition if the difference matters."
}
