import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

extension ILCDJSONFields {
    static func readResults(
        _ root: SourceTree.NodeID, to footprint: inout ProductFootprint, _ indicators: inout IndicatorSettling,
        log: inout ReadLog
    ) {
        for node in items("exchange", in: "exchanges", of: root, &log) {
            if isReference(node, footprint.declaration.referenceFlow.number, log) {
                let place = log.enter(path: FieldPath(), of: ReadLog.part, at: node)
                referenceExchange.read(node, in: place, to: &footprint, log: &log)
                FlowProperties.read(node, to: &footprint, log: &log)
            } else {
                append(exchange, from: node, to: &footprint, &indicators, log: &log)
            }
        }
        for node in items("LCIAResult", in: "LCIAResults", of: root, &log) {
            append(impact, from: node, to: &footprint, &indicators, log: &log)
        }
    }

    private static func items(
        _ name: NodeName, in group: NodeName, of root: SourceTree.NodeID, _ log: inout ReadLog
    ) -> [SourceTree.NodeID] {
        guard let node = log.child(group, of: root), log.isRecord(node, group, nil, in: ReadLog.part),
            let list = log.child(name, of: node), log.isList(list, name, nil, in: ReadLog.part)
        else { return [] }
        return log.items(of: list)
    }

    private static func isReference(_ node: SourceTree.NodeID, _ number: String?, _ log: ReadLog) -> Bool {
        if let flag = log.firstChild("referenceFlow", of: node) { return log.tree.text(of: flag) == "true" }
        guard let number, let node = log.firstChild("dataSetInternalID", of: node) else { return false }
        return log.tree.text(of: node) == number
    }

    private static func append(
        _ map: RecordMap<IndicatorResult>, from node: SourceTree.NodeID, to footprint: inout ProductFootprint,
        _ indicators: inout IndicatorSettling, log: inout ReadLog
    ) {
        if indicators.list == nil {
            indicators.list = log.enter(\ProductFootprint.results, of: ReadLog.part, at: SourceTree.root)
        }
        let scope = log.enter(index: footprint.results.count, of: indicators.list!, at: node)
        var result = map.read(node, in: scope, into: &log)
        indicators.settle(&result, at: log.path(of: scope))
        footprint.results.append(result)
    }

    static func writeResults(_ footprint: ProductFootprint, under root: SourceTree.NodeID, to log: inout WriteLog) {
        let flow = footprint.declaration.referenceFlow
        if !flow.isEmpty || footprint.results.contains(where: { !$0.isImpact }) {
            let list = log.tree.append(
                .list, named: "exchange", under: log.tree.append(.record, named: "exchanges", under: root))
            if !flow.isEmpty {
                let node = log.tree.append(.record, under: list)
                referenceExchange.write(footprint, under: node, to: &log)
                FlowProperties.write(footprint, under: node, to: &log)
            }
            write(footprint, where: { !$0.isImpact }, exchange, under: list, to: &log)
        }
        guard footprint.results.contains(where: \.isImpact) else { return }
        let list = log.tree.append(
            .list, named: "LCIAResult", under: log.tree.append(.record, named: "LCIAResults", under: root))
        write(footprint, where: \.isImpact, impact, under: list, to: &log)
    }

    private static func write(
        _ footprint: ProductFootprint, where isWanted: (IndicatorResult) -> Bool, _ map: RecordMap<IndicatorResult>,
        under list: SourceTree.NodeID, to log: inout WriteLog
    ) {
        for (index, result) in footprint.results.enumerated() where isWanted(result) {
            let node = log.tree.append(.record, under: list)
            log.within(\ProductFootprint.results, index) { map.write(result, under: node, to: &$0) }
        }
    }
}

/// `flowProperties` of the reference exchange: in which unit it is counted, what it weighs.
private enum FlowProperties {
    static func read(_ exchange: SourceTree.NodeID, to footprint: inout ProductFootprint, log: inout ReadLog) {
        guard let list = log.child("flowProperties", of: exchange),
            log.isList(list, "flowProperties", nil, in: ReadLog.part)
        else { return }
        for item in Array(log.tree.children(of: list)) {
            guard let identifier = log.firstChild("uuid", of: item).map({ log.tree.text(of: $0) }) else { continue }
            let isReference =
                log.firstChild("referenceFlowProperty", of: item).map { log.tree.text(of: $0) == "true" } ?? false
            if isReference { readReference(item, to: &footprint, log: &log) }
            readAmount(item, identifier, to: &footprint, log: &log)
        }
    }

    private static func readReference(
        _ item: SourceTree.NodeID, to footprint: inout ProductFootprint, log: inout ReadLog
    ) {
        log.claim(item)
        for name: NodeName in ["referenceFlowProperty", "uuid", "unitGroupUUID"] { _ = log.child(name, of: item) }
        if let name = log.firstChild("name", of: item) { log.claimAll(name) }
        if let node = log.child("meanValue", of: item) {
            let key = \ProductFootprint.declaration.referenceFlow.propertyAmount
            footprint.declaration.referenceFlow.propertyAmount = log.value(
                of: node, "meanValue", as: .number, key, in: ReadLog.part)
            log.note(key, in: ReadLog.part, from: node)
        }
        guard let node = log.child("referenceUnit", of: item) else { return }
        let text = log.tree.text(of: node)
        if let unit = unit(called: text) {
            footprint.declaredUnit.unit = unit
            log.note(\ProductFootprint.declaredUnit.unit, in: ReadLog.part, from: node)
        } else {
            footprint.declaredUnit.otherUnit = text
            log.note(\ProductFootprint.declaredUnit.otherUnit, in: ReadLog.part, from: node)
        }
        let flow = footprint.declaration.referenceFlow
        guard let amount = flow.amount else { return }
        footprint.declaredUnit.basis = .declaredAmount
        footprint.declaredUnit.amount = amount.times(flow.propertyAmount ?? 1)
    }

    /// What one of the product weighs, and the carbon in it.
    private static func readAmount(
        _ item: SourceTree.NodeID, _ identifier: String, to footprint: inout ProductFootprint, log: inout ReadLog
    ) {
        let key: any WritableKeyPath<ProductFootprint, ExactDecimal?> & Sendable
        switch identifier {
        case ILCDUnits.biogenicCarbon: key = \.carbonContent.biogenic
        case ILCDUnits.packagingBiogenicCarbon: key = \.carbonContent.packagingBiogenic
        case let other where ILCDUnits.mass.contains(other): key = \.declaredUnit.mass
        default: return
        }
        guard let node = log.firstChild("meanValue", of: item),
            let amount = ExactDecimal(log.tree.text(of: node))
        else { return }
        footprint[keyPath: key] = (footprint.declaration.referenceFlow.amount ?? 1).times(amount)
    }

    /// soda4LCA's databases have units of their own besides those of ILCD.
    private static func unit(called text: String) -> UnitOfMeasure? {
        switch text {
        case "qm": .squareMeter
        case "pcs.", "Item(s)", "Items": .piece
        case "m": .meter
        default: UnitNames.unit(text, UnitOfMeasure.self)
        }
    }

    static func write(_ footprint: ProductFootprint, under exchange: SourceTree.NodeID, to log: inout WriteLog) {
        let isKept = footprint.carried.contains {
            $0.format == ILCDJSON.format && $0.path.contains("/flowProperties")
        }
        guard let unit = footprint.declaredUnit.unit, let property = ILCDUnits.property(for: unit), !isKept else {
            return
        }
        let list = log.tree.append(.list, named: "flowProperties", under: exchange)
        let item = log.tree.append(.record, under: list)
        let name = log.tree.append(
            .record, under: log.tree.append(.list, named: "name", under: item))
        log.tree.append(.text, named: "value", text: property.name, under: name)
        log.tree.append(.text, named: "lang", text: "en", under: name)
        log.tree.append(.text, named: "uuid", text: property.identifier, under: item)
        log.tree.append(.bool, named: "referenceFlowProperty", text: "true", under: item)
        let amount = footprint.declaration.referenceFlow.propertyAmount ?? 1
        log.tree.append(.number, named: "meanValue", text: amount.jsonNumber, under: item)
        log.tree.append(.text, named: "referenceUnit", text: property.unitName, under: item)
        log.tree.append(.text, named: "unitGroupUUID", text: property.unitGroup, under: item)
    }
}

extension ExactDecimal {
    /// The product, with the other factor as it was written where one is 1.
    func times(_ factor: ExactDecimal) -> ExactDecimal? {
        if factor.equals(1) { return self }
        return equals(1) ? factor : multiplied(by: factor)
    }
}
