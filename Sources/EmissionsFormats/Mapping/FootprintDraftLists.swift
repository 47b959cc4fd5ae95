import EmissionsDiagnostics
import EmissionsModel

/// Lists that one format writes in one way and another in another.
extension FootprintDraft {
    /// Puts the items of a list into another order, the first of which is the first number of `order`.
    mutating func reorder<Item>(_ key: WritableKeyPath<ProductFootprint, [Item]>, _ order: [Int]) {
        let items = footprint[keyPath: key]
        guard !zip(order, items.indices).allSatisfy(==) else { return }
        footprint[keyPath: key] = order.map { items[$0] }
        let list = FieldPath(key)
        moves.follow(Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) }), in: list)
        for (place, index) in order.enumerated() where place != index {
            move(from: source.appending(list).appending(.index(index)), to: list.appending(.index(place)))
        }
    }

    /// The same for results, and for the amounts of those for which `amounts` gives an order.
    mutating func reorderResults(_ order: [Int], amounts: (_ index: Int, _ result: IndicatorResult) -> [Int]?) {
        let results = footprint.results
        reorder(\.results, order)
        let list = FieldPath(\ProductFootprint.results)
        for (place, index) in order.enumerated() {
            guard let order = amounts(index, results[index]) else { continue }
            footprint.results[place].amounts = order.map { results[index].amounts[$0] }
            let from = source.appending(list).appending(.index(index)).appending("amounts")
            let to = list.appending(.index(place)).appending("amounts")
            for (new, old) in order.enumerated() where new != old {
                move(from: from.appending(.index(old)), to: to.appending(.index(new)))
            }
        }
    }

    /// The first CPC classification is written as a bare code, before all others.
    mutating func settleCategory() {
        guard let index = footprint.product.categoryIndex else { return }
        let list = FieldPath(\ProductFootprint.product.classifications)
        var category = footprint.product.classifications.remove(at: index)
        if let urn = category.urn {
            category.urn = nil
            restatements.append(
                Restatement(
                    path: source.appending(list).appending(.index(index)), before: urn, after: category.code ?? "",
                    reason: "the target writes the bare code"))
        }
        footprint.product.classifications.insert(category, at: 0)
        for place in 0...index where index > 0 {
            move(
                from: source.appending(list).appending(.index(place)),
                to: list.appending(.index(place == index ? 0 : place + 1)))
        }
    }

    /// Says a standard in one list that the source says in another.
    mutating func merge(
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

    /// Rules whose publisher is not stated have it in their names, where these are URNs.
    mutating func settleRulePublishers() {
        let list = FieldPath(\ProductFootprint.methodology.productCategoryRules)
        for (index, rules) in footprint.methodology.productCategoryRules.enumerated() where rules.publisher == nil {
            let namespaces = Set(rules.names.map(\.urnNamespace))
            guard rules.otherPublisher == nil, namespaces.count == 1, let namespace = namespaces.first ?? nil else {
                continue
            }
            footprint.methodology.productCategoryRules[index].publisher = .other
            footprint.methodology.productCategoryRules[index].otherPublisher = namespace
            let place = source.appending(list).appending(.index(index))
            derived += [place.appending("publisher"), place.appending("otherPublisher")]
        }
    }

    /// One record of rules for each name, for formats that have nothing but names.
    mutating func separateRules() {
        let list = FieldPath(\ProductFootprint.methodology.productCategoryRules)
        let before = footprint.methodology.productCategoryRules
        guard before.contains(where: { $0.names.count > 1 }) else { return }
        var after: [ProductCategoryRules] = []
        for (index, rules) in before.enumerated() {
            for (number, name) in rules.names.enumerated() {
                move(
                    from: source.appending(list).appending(.index(index)).appending("names").appending(.index(number)),
                    to: list.appending(.index(after.count)).appending("names").appending(.index(0)))
                var single = rules
                single.names = [name]
                if number > 0 { (single.publisher, single.otherPublisher) = (nil, nil) }
                after.append(single)
            }
        }
        footprint.methodology.productCategoryRules = after
    }
}

extension String {
    /// `tfs-initiative.com` of `urn:tfs-initiative.com:PCR:…`.
    fileprivate var urnNamespace: String? {
        let parts = split(separator: ":", maxSplits: 2)
        guard parts.count == 3, parts[0].lowercased() == "urn", !parts[1].isEmpty else { return nil }
        return String(parts[1])
    }
}
