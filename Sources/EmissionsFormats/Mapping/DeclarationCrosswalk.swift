import EmissionsDiagnostics
import EmissionsModel

/// What a declaration and a product footprint say alike, in the words of the other: figures for results by module, a
/// company for an owner. Nothing is invented; what has no counterpart stays where it is and is accounted for.
struct DeclarationCrosswalk {
    var footprint: ProductFootprint
    /// Where it stands in the source's part.
    let source: FieldPath
    private(set) var moves: [Adaptation.Move] = []
    private(set) var restatements: [Restatement] = []
    private(set) var findings: [Diagnostic] = []

    init(_ footprint: ProductFootprint, at source: FieldPath = FieldPath()) {
        (self.footprint, self.source) = (footprint, source)
    }

    private mutating func move(_ from: FieldPath, _ to: FieldPath) {
        moves.append(.init(from: source.appending(from), to: to))
    }

    private mutating func restate(_ path: FieldPath, _ before: String, _ after: String, _ reason: String) {
        restatements.append(
            Restatement(path: source.appending(path), before: before, after: after, reason: reason))
    }

    /// A figure and the indicator that is the same from the cradle to the gate. EN 15804's total counts the carbon dioxide
    /// that biomass takes up (EN 15804+A2, 5.4.3), and so does the figure.
    private static let counterparts:
        [(figure: any WritableKeyPath<ProductFootprint, Emissions?> & Sendable, indicator: Indicator)] = [
            (\.figures.includingBiogenicUptake, .globalWarmingTotal),
            (\.figures.fossil, .globalWarmingFossil),
            (\.landUse.landUseChange, .globalWarmingLandUse),
        ]
}

// MARK: From a declaration to a footprint

extension DeclarationCrosswalk {
    /// Says in the fields of a footprint what the declaration says.
    mutating func takeDeclaration() {
        takeResults()
        takeOwner()
        takeLocation()
        takeRules()
        takeSources()
        takeVerifier()
        takeExpiry()
    }

    /// Global warming from the cradle to the gate: the stated sum over A1 to A3, or the exact sum of the three.
    private mutating func takeResults() {
        for (figure, indicator) in Self.counterparts where footprint[keyPath: figure] == nil {
            let candidates = footprint.results.enumerated().filter {
                $0.element.indicator == indicator && $0.element.unit.flatMap(EmissionsUnit.init) != nil
            }
            guard candidates.count == 1, let (index, result) = candidates.first,
                let unit = result.unit.flatMap(EmissionsUnit.init)
            else { continue }
            let list = FieldPath(\ProductFootprint.results).appending(.index(index)).appending("amounts")
            if let (place, amount) = result.amount(of: .productStage) {
                take(amount, unit, at: [list.appending(.index(place)).appending("amount")], figure, indicator, "A1-A3")
            } else {
                let parts = [LifeCycleModule.a1, .a2, .a3].compactMap { result.amount(of: ModuleRange($0)) }
                guard parts.count == 3 else { continue }
                guard let first = parts[0].amount.adding(parts[1].amount), let sum = first.adding(parts[2].amount)
                else { continue }
                take(
                    sum, unit, at: parts.map { list.appending(.index($0.place)).appending("amount") }, figure,
                    indicator, "A1 + A2 + A3 = " + parts.map { "\($0.amount)" }.joined(separator: " + "))
            }
        }
    }

    private mutating func take(
        _ amount: ExactDecimal, _ unit: EmissionsUnit, at places: [FieldPath],
        _ figure: any WritableKeyPath<ProductFootprint, Emissions?> & Sendable, _ indicator: Indicator,
        _ modules: String
    ) {
        let emissions = Emissions(amount, unit)
        footprint[keyPath: figure] = emissions
        let name = FieldPath(figure)
        for place in places {
            move(place, name)
            restate(place, "\(amount)", "\(emissions)", "\(indicator.rawValue) of \(modules) is \(name)")
        }
    }

    private mutating func takeOwner() {
        guard footprint.company.name == nil, let name = footprint.declaration.parties.owner.names.first?.text else {
            return
        }
        footprint.company.name = name
        move(
            FieldPath(\ProductFootprint.declaration.parties.owner.names).appending(.index(0)).appending("text"),
            FieldPath(\ProductFootprint.company.name))
    }

    /// ILCD's codes of countries are those of ISO 3166; its codes of regions are its own.
    private mutating func takeLocation() {
        let codes = footprint.declaration.scope.locations
        guard footprint.geography == nil, codes.count == 1 else { return }
        switch codes[0] {
        case "GLO": footprint.geography = .global
        case let code where code.utf8.count == 2 && code.utf8.allSatisfy({ 0x41...0x5A ~= $0 }):
            footprint.geography = .country(code)
        default: return
        }
        let place = FieldPath(\ProductFootprint.declaration.scope.locations).appending(.index(0))
        move(place, FieldPath(\ProductFootprint.geography))
        restate(place, codes[0], codes[0], "the location is where the footprint holds")
    }

    private mutating func takeRules() {
        guard footprint.methodology.productCategoryRules.isEmpty else { return }
        for (index, rules) in footprint.declaration.productCategoryRules.enumerated() {
            guard let name = rules.names.first?.text else { continue }
            var record = ProductCategoryRules()
            record.names = [name]
            footprint.methodology.productCategoryRules.append(record)
            let target = footprint.methodology.productCategoryRules.count - 1
            move(
                FieldPath(\ProductFootprint.declaration.productCategoryRules).appending(.index(index))
                    .appending("names").appending(.index(0)).appending("text"),
                FieldPath(\ProductFootprint.methodology.productCategoryRules).appending(.index(target))
                    .appending("names").appending(.index(0)))
        }
    }

    private mutating func takeSources() {
        guard footprint.dataQuality.emissionFactorSources.isEmpty else { return }
        for (index, source) in footprint.declaration.dataSources.enumerated() {
            guard let name = source.names.first?.text else { continue }
            var record = EmissionFactorSource()
            (record.name, record.version) = (name, source.version)
            footprint.dataQuality.emissionFactorSources.append(record)
            let from = FieldPath(\ProductFootprint.declaration.dataSources).appending(.index(index))
            let to = FieldPath(\ProductFootprint.dataQuality.emissionFactorSources)
                .appending(.index(footprint.dataQuality.emissionFactorSources.count - 1))
            move(from.appending("names").appending(.index(0)).appending("text"), to.appending("name"))
            if source.version != nil { move(from.appending("version"), to.appending("version")) }
        }
    }

    private mutating func takeVerifier() {
        guard footprint.verification.provider == nil,
            let name = footprint.declaration.reviews.first?.reviewers.first?.names.first?.text
        else { return }
        footprint.verification.provider = name
        move(
            FieldPath(\ProductFootprint.declaration.reviews).appending(.index(0)).appending("reviewers")
                .appending(.index(0)).appending("names").appending(.index(0)).appending("text"),
            FieldPath(\ProductFootprint.verification.provider))
    }

    private mutating func takeExpiry() {
        guard footprint.validity.end == nil, let day = footprint.declaration.validity.expires else { return }
        footprint.validity.end = day
        move(
            FieldPath(\ProductFootprint.declaration.validity.expires), FieldPath(\ProductFootprint.validity.end))
    }
}

// MARK: From a footprint to a declaration

extension DeclarationCrosswalk {
    /// Says in the fields of a declaration what the footprint says, for the declared amount.
    mutating func takeFootprint() {
        settleBasis()
        takeFigures()
        if footprint.declaration.parties.owner.names.isEmpty, let name = footprint.company.name {
            footprint.declaration.parties.owner.names = [LocalizedText(name)]
            move(
                FieldPath(\ProductFootprint.company.name),
                FieldPath(\ProductFootprint.declaration.parties.owner.names).appending(.index(0)).appending("text"))
        }
        takeGeography()
        takeNames()
    }

    /// For one unit and no other amount, the declared amount is 1.
    private mutating func settleBasis() {
        let stated = footprint.declaredUnit.basis
        if stated == .oneUnit, footprint.declaredUnit.amount == nil { footprint.declaredUnit.amount = 1 }
        let restating = BasisRestating(&footprint, on: .declaredAmount, at: source, includesResults: true)
        restatements += restating.restatements
        findings += restating.findings
        guard let stated, let settled = footprint.declaredUnit.basis, stated != settled else { return }
        restate(
            FieldPath(\ProductFootprint.declaredUnit.basis), stated.rawValue, settled.rawValue,
            "what the target's figures are for")
    }

    private mutating func takeFigures() {
        guard footprint.results.isEmpty, footprint.declaredUnit.basis != .oneUnit else { return }
        let method = footprint.methodology.impactMethod
        for (figure, indicator) in Self.counterparts {
            guard let emissions = footprint[keyPath: figure] else { continue }
            var result = IndicatorResult()
            result.indicator = indicator
            result.method = method
            result.unit = emissions.unit == .kilogramsCO2e ? .kilogramsCO2e : .tonnesCO2e
            var amount = ModuleAmount()
            (amount.modules, amount.amount) = (.productStage, emissions.amount)
            result.amounts = [amount]
            footprint.results.append(result)
            let path = FieldPath(figure)
            let target = FieldPath(\ProductFootprint.results).appending(.index(footprint.results.count - 1))
                .appending("amounts").appending(.index(0)).appending("amount")
            move(path, target)
            restate(
                path, "\(emissions)", "\(emissions.amount) \(result.unit?.rawValue ?? "")",
                "\(path) is \(indicator.rawValue) of A1-A3")
        }
    }

    private mutating func takeGeography() {
        guard footprint.declaration.scope.locations.isEmpty else { return }
        let code: String
        switch footprint.geography {
        case .country(let country): code = country
        case .global: code = "GLO"
        default: return
        }
        footprint.declaration.scope.locations = [code]
        let path = FieldPath(\ProductFootprint.geography)
        move(path, FieldPath(\ProductFootprint.declaration.scope.locations).appending(.index(0)))
        restate(path, code, code, "where the footprint holds is its location")
    }

    private mutating func takeNames() {
        let rules = FieldPath(\ProductFootprint.methodology.productCategoryRules)
        if footprint.declaration.productCategoryRules.isEmpty {
            for (index, record) in footprint.methodology.productCategoryRules.enumerated() {
                for (position, name) in record.names.enumerated() {
                    let target = add(name, to: \.declaration.productCategoryRules)
                    move(
                        rules.appending(.index(index)).appending("names").appending(.index(position)), target)
                }
            }
        }
        if footprint.declaration.dataSources.isEmpty {
            for (index, record) in footprint.dataQuality.emissionFactorSources.enumerated() {
                guard let name = record.name else { continue }
                let target = add(name, to: \.declaration.dataSources)
                let from = FieldPath(\ProductFootprint.dataQuality.emissionFactorSources).appending(.index(index))
                move(from.appending("name"), target)
            }
        }
        if footprint.declaration.validity.expires == nil, let end = footprint.validity.end {
            footprint.declaration.validity.expires = end
            move(
                FieldPath(\ProductFootprint.validity.end), FieldPath(\ProductFootprint.declaration.validity.expires))
        }
    }

    /// - Returns: Where the name stands now.
    private mutating func add(
        _ name: String, to list: any WritableKeyPath<ProductFootprint, [Reference]> & Sendable
    ) -> FieldPath {
        var reference = Reference()
        reference.names = [LocalizedText(name)]
        footprint[keyPath: list].append(reference)
        return FieldPath(list).appending(.index(footprint[keyPath: list].count - 1)).appending("names")
            .appending(.index(0)).appending("text")
    }
}

extension IndicatorResult {
    /// The amount for modules, where it is given once and in no scenario.
    fileprivate func amount(of modules: ModuleRange) -> (place: Int, amount: ExactDecimal)? {
        let found = amounts.enumerated().filter { $0.element.modules == modules }
        guard found.count == 1, found[0].element.scenario == nil, let amount = found[0].element.amount else {
            return nil
        }
        return (found[0].offset, amount)
    }
}

extension EmissionsUnit {
    fileprivate init?(_ unit: IndicatorUnit) {
        switch unit {
        case .kilogramsCO2e: self = .kilogramsCO2e
        case .tonnesCO2e: self = .tonnesCO2e
        default: return nil
        }
    }
}

extension Methodology {
    /// The IPCC report whose factors were used, where that is one.
    fileprivate var impactMethod: CharacterizationMethod? {
        let reports = assessmentReports.isEmpty ? [characterizationFactors].compactMap { $0 } : assessmentReports
        guard reports.count == 1 else { return nil }
        return switch reports[0].number {
        case 5: .ipccAR5
        case 6: .ipccAR6
        default: nil
        }
    }
}
