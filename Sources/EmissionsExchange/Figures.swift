public import EmissionsModel

/// The figures of a submission that charts are drawn from, as they were stated; made part by part, in memory that does
/// not grow with the file.
public struct Figures: Sendable {
    /// The first footprints with a headline figure.
    public private(set) var products: [Product] = []
    /// How many there are.
    public private(set) var productCount = 0
    /// The first declarations that state a global warming potential by life-cycle module.
    public private(set) var declarations: [Declaration] = []
    public private(set) var declarationCount = 0

    /// How many of each are kept; all are counted.
    public static let mostProducts = 300, mostDeclarations = 20
    /// One product's headline figure.
    public struct Product: Hashable, Sendable {
        public var name: String?
        /// Where it was made, or where its footprint holds.
        public var origin: String?
        public var figure: Summary.Figure
        /// How much the figure is for, in ``unit``: 12 where it is `12 liter`, 1 where it is for one.
        public var quantity: ExactDecimal
        public var unit: String
    }

    /// The global warming potential of a declaration, module by module.
    public struct Declaration: Hashable, Sendable {
        public var name: String?
        public var indicator: String
        public var method: String?
        public var unit: String
        /// What it is for, such as `1 square meter`.
        public var per: String?
        public var amounts: [Amount]

        public struct Amount: Hashable, Sendable {
            public var module: String
            public var scenario: String?
            public var amount: ExactDecimal
        }
    }

    public init() {}

    public mutating func add(_ part: SubmissionPart) {
        switch part {
        case .header: break
        case .footprint(let footprint): add(footprint, origin: nil, name: nil)
        case .good(let good):
            let name = good.commodity.description ?? good.commodity.cn ?? good.commodity.hs
            for footprint in good.footprints { add(footprint, origin: good.originCountry, name: name) }
        }
    }

    private mutating func add(_ footprint: ProductFootprint, origin: String?, name: String?) {
        let name = footprint.product.name ?? name
        if let declaration = Declaration(footprint, name) {
            declarationCount += 1
            if declarations.count < Self.mostDeclarations { declarations.append(declaration) }
        }
        guard let figure = footprint.headlineFigures.first, let (quantity, unit) = footprint.basis(of: figure) else {
            return
        }
        productCount += 1
        guard products.count < Self.mostProducts else { return }
        products.append(
            Product(
                name: name, origin: footprint.production.country ?? footprint.geography?.words ?? origin,
                figure: figure, quantity: quantity, unit: unit))
    }
}

extension Figures.Declaration {
    /// `nil` where no global warming potential is stated for a module.
    fileprivate init?(_ footprint: ProductFootprint, _ name: String?) {
        let indicators: [Indicator] = [.globalWarmingTotal, .globalWarmingGHG, .globalWarmingFossil]
        for indicator in indicators {
            guard let result = footprint.results.first(where: { $0.indicator == indicator && $0.unit != nil }),
                let unit = result.unit
            else { continue }
            let amounts = result.amounts.compactMap { amount -> Amount? in
                guard let modules = amount.modules, let figure = amount.amount else { return nil }
                return Amount(module: modules.description, scenario: amount.scenario, amount: figure)
            }
            guard !amounts.isEmpty else { continue }
            self.init(
                name: name, indicator: indicator.rawValue, method: result.method?.rawValue, unit: unit.rawValue,
                per: footprint.declaredUnit.words, amounts: Array(amounts.prefix(Self.mostAmounts)))
            return
        }
        return nil
    }

    private static let mostAmounts = 60
}

extension ProductFootprint {
    /// How much a headline figure is for; `nil` where that is not said, or nothing.
    fileprivate func basis(of figure: Summary.Figure) -> (quantity: ExactDecimal, unit: String)? {
        if figures.excludingBiogenicUptake == nil, figures.includingBiogenicUptake == nil { return (1, "tonne") }
        guard let unit = declaredUnit.unit?.rawValue ?? declaredUnit.otherUnit else { return nil }
        if declaredUnit.basis == .oneUnit { return (1, unit) }
        guard let amount = declaredUnit.amount, amount > 0 else { return nil }
        return (amount, unit)
    }
}
