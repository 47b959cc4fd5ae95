import EmissionsModel
import EmissionsSyntax

/// Writes results where openEPD has places for them.
enum OpenEPDResultWriting {
    typealias NodeID = SourceTree.NodeID

    /// - Returns: The node of each result, all of which must have a place.
    static func write(
        _ results: [OpenEPDPlacedResult], _ scenarios: [Scenario], under root: NodeID, to log: inout WriteLog
    ) -> [NodeID] {
        var sections: [OpenEPDIndicator.Section: NodeID] = [:], methods: [String: NodeID] = [:]
        return results.compactMap { placed in
            guard let place = OpenEPDPlaces.place(of: placed.result) else { return nil }
            let section = node(place.section.rawValue, under: root, at: &sections[place.section], &log)
            let parent = place.method.map { node($0, under: section, at: &methods[$0], &log) } ?? section
            let set = log.tree.append(.record, named: place.key, under: parent)
            write(placed, scenarios, under: set, to: &log)
            return set
        }
    }

    private static func node(
        _ name: String, under parent: NodeID, at known: inout NodeID?, _ log: inout WriteLog
    ) -> NodeID {
        if let known { return known }
        let node = log.tree.append(.record, named: name, under: parent)
        known = node
        return node
    }

    private static func write(
        _ placed: OpenEPDPlacedResult, _ scenarios: [Scenario], under set: NodeID, to log: inout WriteLog
    ) {
        let (result, amounts) = (placed.result, placed.amounts), unit = result.openEPDUnitText
        var list: NodeID?, items: [String: NodeID] = [:]
        for index in amounts.order.prefix(result.amounts.count - amounts.unplaced.count) {
            let amount = result.amounts[index]
            var parent = set
            if let scenario = amount.scenario {
                let listNode = list ?? log.tree.append(.list, named: "C_scenarios", under: set)
                list = listNode
                parent = items[scenario] ?? item(scenario, scenarios, under: listNode, to: &log)
                items[scenario] = parent
            }
            write(amount, unit, under: parent, to: &log)
        }
    }

    private static func item(
        _ name: String, _ scenarios: [Scenario], under list: NodeID, to log: inout WriteLog
    ) -> NodeID {
        let item = log.tree.append(.record, under: list)
        log.tree.append(.text, named: "name", text: name, under: item)
        if let likelihood = scenarios.first(where: { $0.name == name })?.likelihood {
            log.tree.append(.number, named: "likelihood", text: likelihood.jsonNumber, under: item)
        }
        return item
    }

    private static func write(
        _ amount: ModuleAmount, _ unit: String?, under parent: NodeID, to log: inout WriteLog
    ) {
        guard let key = amount.modules.flatMap(OpenEPDNames.key) else { return }
        guard let mean = amount.amount else {
            log.tree.append(SourceTree.Kind.null, named: key, under: parent)
            return
        }
        let node = log.tree.append(.record, named: key, under: parent)
        log.tree.append(.number, named: "mean", text: mean.jsonNumber, under: node)
        if let unit { log.tree.append(.text, named: "unit", text: unit, under: node) }
        if let deviation = amount.relativeStandardDeviation {
            log.tree.append(.number, named: "rsd", text: deviation.jsonNumber, under: node)
        }
        if let distribution = amount.distribution {
            log.tree.append(.text, named: "dist", text: distribution.rawValue, under: node)
        }
    }
}
