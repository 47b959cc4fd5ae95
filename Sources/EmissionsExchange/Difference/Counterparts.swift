import EmissionsDiagnostics
import EmissionsModel

/// Fields that can stand for one another, since formats say the same thing at different places of the model.
enum Counterparts {
    private struct Pair {
        var one: FieldPath, other: FieldPath
        /// Whether who says both says no more than who says one of them.
        var isRepetition: Bool

        init(_ one: AnyKeyPath, _ other: AnyKeyPath, isRepetition: Bool) {
            (self.one, self.other, self.isRepetition) = (FieldPath(one), FieldPath(other), isRepetition)
        }
    }

    private static let pairs = [
        Pair(\ProductFootprint.geography, \ProductFootprint.production.country, isRepetition: false),
        Pair(
            \ProductFootprint.methodology.characterizationFactors, \ProductFootprint.methodology.assessmentReports,
            isRepetition: true),
        Pair(
            \ProductFootprint.methodology.standardsUsed, \ProductFootprint.methodology.standards, isRepetition: true),
    ]

    /// What one side says at one place and the other at its counterpart is no difference, or one difference and not two.
    static func settle(_ found: [Difference], _ a: ComparedRecord, _ b: ComparedRecord) -> [Difference] {
        guard a.kind == .footprint else { return found }
        var settled = found
        let isConcerned = { (difference: Difference) in counterpart(of: difference.path) != nil }
        guard found.contains(where: isConcerned) else { return found }
        let leaves = (ModelLeaves(record: a.record), ModelLeaves(record: b.record))
        for index in settled.indices where settled[index].kind == .removed || settled[index].kind == .added {
            var difference = settled[index]
            guard let (place, isRepetition) = counterpart(of: difference.path) else { continue }
            let isRemoved = difference.kind == .removed
            let others = (isRemoved ? leaves.1 : leaves.0).under(place)
            let value = isRemoved ? difference.a.value : difference.b.value
            let same = others.first { (($0.value as? Geography)?.words ?? words($0.value)) == value }
            guard let same, isRepetition || (isRemoved ? leaves.0 : leaves.1).under(place).isEmpty else { continue }
            difference.kind = .respelled
            if isRemoved {
                difference.b = .init(path: same.path, value: value, unit: nil, location: nil)
            } else {
                difference.a = .init(path: same.path, value: value, unit: nil, location: nil)
            }
            settled[index] = difference
        }
        return merged(unique(settled))
    }

    /// What moved is said once, not where it went and where it came from.
    private static func unique(_ differences: [Difference]) -> [Difference] {
        var seen: Set<Difference> = []
        return differences.filter { seen.insert($0).inserted }
    }

    /// A value at one place that is gone, and another at its counterpart that is new, are one value that changed.
    private static func merged(_ differences: [Difference]) -> [Difference] {
        var result = differences
        for pair in pairs {
            for (from, to) in [(pair.one, pair.other), (pair.other, pair.one)] {
                let removed = result.indices.filter { result[$0].kind == .removed && result[$0].path.hasPrefix(from) }
                let added = result.indices.filter { result[$0].kind == .added && result[$0].path.hasPrefix(to) }
                guard removed.count == 1, added.count == 1 else { continue }
                result[removed[0]].kind = .changed
                result[removed[0]].b = result[added[0]].b
                result.remove(at: added[0])
            }
        }
        return result
    }

    private static func counterpart(of path: FieldPath) -> (place: FieldPath, isRepetition: Bool)? {
        for pair in pairs {
            if path.hasPrefix(pair.one) { return (pair.other, pair.isRepetition) }
            if path.hasPrefix(pair.other) { return (pair.one, pair.isRepetition) }
        }
        return nil
    }
}

extension ProductFootprint {
    /// Takes over what the customs call the good, where nothing else is said.
    ///
    /// - Returns: Where in the good each field was said.
    mutating func inherit(_ commodity: Commodity) -> [FieldPath: FieldPath] {
        var origins: [FieldPath: FieldPath] = [:]
        if product.name == nil, let description = commodity.description {
            product.name = description
            origins[FieldPath(\ProductFootprint.product.name)] = FieldPath(\ImportedGood.commodity.description)
        }
        let codes: [(ClassificationSystem, String?, AnyKeyPath)] = [
            (.harmonizedSystem, commodity.hs, \ImportedGood.commodity.hs),
            (.combinedNomenclature, commodity.cn, \ImportedGood.commodity.cn),
        ]
        for (system, code, key) in codes {
            guard let code, !product.classifications.contains(where: { $0.system == system }) else { continue }
            let place = FieldPath(\ProductFootprint.product.classifications)
                .appending(.index(product.classifications.count))
            product.classifications.append(Classification(system, code))
            for name in ["system", "code"] { origins[place.appending(name)] = FieldPath(key) }
        }
        return origins
    }
}
