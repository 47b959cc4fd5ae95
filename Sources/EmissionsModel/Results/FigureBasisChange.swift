extension ProductFootprint {
    /// One figure as it was and as it is on another basis.
    public struct RestatedFigure: Sendable {
        public var key: any PartialKeyPath<ProductFootprint> & Sendable
        /// Which amount of which result, where the figure is one of those; `key` leads to the list of results then.
        public var place: (result: Int, amount: Int)?
        public var before: ExactDecimal
        /// `nil` where the figure has no exact form on the new basis.
        public var after: ExactDecimal?
    }

    /// The emissions that are stated per declared unit.
    public static let emissionFigures: [any WritableKeyPath<ProductFootprint, Emissions?> & Sendable] = [
        \.figures.excludingBiogenicUptake, \.figures.includingBiogenicUptake, \.figures.fossil, \.figures.aircraft,
        \.figures.packaging, \.figures.outboundLogistics, \.figures.upstream, \.figures.inboundLogistics,
        \.landUse.biogenicUptake, \.landUse.biogenicNonCO2, \.landUse.landUseChange, \.landUse.landCarbonLeakage,
        \.landUse.landManagement, \.landUse.landManagementFossil, \.landUse.landManagementBiogenicCO2,
        \.landUse.landManagementRemovals, \.carbonCapture.captured, \.carbonCapture.removals,
    ]

    /// The other amounts that are stated per declared unit.
    public static let otherFigures: [any WritableKeyPath<ProductFootprint, ExactDecimal?> & Sendable] = [
        \.declaredUnit.mass, \.carbonContent.fossil, \.carbonContent.biogenic, \.carbonContent.recycled,
        \.carbonContent.packagingBiogenic, \.carbonContent.captured, \.landUse.landOccupation,
    ]

    /// Restates every figure, and the amounts of all results, for the whole declared amount, or for one unit of it.
    ///
    /// Multiplication is exact or not done; a quotient without an end is not done either. A figure that could not be
    /// restated is taken out, since it would be wrong on the new basis, and is returned without an `after`.
    ///
    /// - Returns: What changed; empty when the figures were on that basis already, or the amount is not known.
    public mutating func restateFigures(on basis: FigureBasis) -> [RestatedFigure] {
        guard let current = declaredUnit.basis, current != basis, let amount = declaredUnit.amount, !amount.isZero
        else { return [] }
        let isOne = amount.equals(1)
        let restate: (ExactDecimal) -> ExactDecimal? = { figure in
            if isOne { return figure }
            return basis == .declaredAmount ? figure.multiplied(by: amount) : figure.dividedExactly(by: amount)
        }
        var restated: [RestatedFigure] = []
        for key in Self.emissionFigures {
            guard let before = self[keyPath: key] else { continue }
            let after = restate(before.amount)
            self[keyPath: key] = after.map { Emissions($0, before.unit) }
            restated.append(RestatedFigure(key: key, before: before.amount, after: after))
        }
        for key in Self.otherFigures {
            guard let before = self[keyPath: key] else { continue }
            let after = restate(before)
            self[keyPath: key] = after
            restated.append(RestatedFigure(key: key, before: before, after: after))
        }
        for result in results.indices {
            for amount in results[result].amounts.indices {
                guard let before = results[result].amounts[amount].amount else { continue }
                let after = restate(before)
                results[result].amounts[amount].amount = after
                restated.append(
                    RestatedFigure(key: \Self.results, place: (result, amount), before: before, after: after))
            }
        }
        declaredUnit.basis = basis
        return restated
    }
}
