import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// Operators with their installations, and installations with their emissions: in the model every footprint says by itself
/// where it is from.
enum CatenaXStructure {
    typealias NodeID = SourceTree.NodeID

    // MARK: Reading

    static func read(_ node: NodeID, to good: inout ImportedGood, _ log: inout ReadLog) {
        let key = \ImportedGood.footprints
        let list = log.enter(key, of: ReadLog.part, at: node)
        for anOperator in log.records("operator", of: node) {
            let operatorNode = log.child("operatorIdentification", of: anOperator)
            var isFirstOfOperator = true
            for installation in log.records("installation", of: anOperator) {
                let installationNode = log.child("installationIdentification", of: installation)
                var isFirstOfInstallation = true
                for record in log.records("emissionsRecords", of: installation) {
                    let place = log.enter(index: good.footprints.count, of: list, at: record)
                    var footprint = CatenaXFields.emissions.read(record, in: place, into: &log)
                    readOldPeriod(record, to: &footprint, in: place, &log)
                    log.read(
                        operatorNode, CatenaXFields.installationOperator, \.production.installationOperator,
                        to: &footprint, in: place, isFirst: isFirstOfOperator)
                    log.read(
                        installationNode, CatenaXFields.installation, \.production.installation, to: &footprint,
                        in: place, isFirst: isFirstOfInstallation)
                    settleUnits(&footprint)
                    good.footprints.append(footprint)
                    (isFirstOfOperator, isFirstOfInstallation) = (false, false)
                }
            }
        }
    }

    /// The units are the model's, and are never written.
    private static func settleUnits(_ footprint: inout ProductFootprint) {
        if footprint.production.produced.netMass != nil { footprint.production.produced.unit = .tonne }
        if footprint.embeddedEmissions.direct.specific != nil { footprint.embeddedEmissions.direct.unit = .tonnesCO2e }
        if footprint.embeddedEmissions.indirect.specific != nil {
            footprint.embeddedEmissions.indirect.unit = .tonnesCO2e
        }
    }

    /// In 0.1.0 the period stands in the production method.
    private static func readOldPeriod(
        _ record: NodeID, to footprint: inout ProductFootprint, in place: ReadLog.ScopeID, _ log: inout ReadLog
    ) {
        guard let method = log.tree.firstChild(called: "productionMethod", of: record),
            let activity = log.child("productionMethodActivityData", of: method)
        else { return }
        let rows: RecordMap<ProductFootprint> = [
            .timestamp("referencePeriodStart", \.referencePeriod.start),
            .timestamp("referencePeriodEnd", \.referencePeriod.end),
        ]
        rows.read(activity, in: place, to: &footprint, log: &log)
    }

    // MARK: Writing

    static func write(_ good: ImportedGood, under root: NodeID, to log: inout WriteLog) {
        guard !good.footprints.isEmpty else { return }
        let operators = log.tree.append(.list, named: "operator", under: root)
        var installations = operators, records = operators
        for (index, footprint) in good.footprints.enumerated() {
            let previous = index > 0 ? good.footprints[index - 1].production : nil
            let isSameOperator = previous?.installationOperator == footprint.production.installationOperator
            if !isSameOperator {
                let item = log.tree.append(.record, under: operators)
                log.write(
                    footprint, index, "operatorIdentification", \.production.installationOperator,
                    CatenaXFields.installationOperator, under: item)
                installations = log.tree.append(.list, named: "installation", under: item)
            }
            if !isSameOperator || previous?.installation != footprint.production.installation {
                let item = log.tree.append(.record, under: installations)
                log.write(
                    footprint, index, "installationIdentification", \.production.installation,
                    CatenaXFields.installation, under: item)
                records = log.tree.append(.list, named: "emissionsRecords", under: item)
            }
            let record = log.tree.append(.record, under: records)
            log.within(\ImportedGood.footprints, index) {
                CatenaXFields.emissions.write(footprint, under: record, to: &$0)
            }
        }
    }
}

extension ReadLog {
    /// The objects of a list, which count as read.
    fileprivate mutating func records(_ name: NodeName, of parent: NodeID) -> [NodeID] {
        guard let list = child(name, of: parent), isList(list, name, nil, in: ReadLog.part) else { return [] }
        return items(of: list).filter { isRecord($0, name, nil, in: ReadLog.part) }
    }

    /// Reads what several footprints have in common; what is found about it is said for the first of them.
    fileprivate mutating func read<Item: ModelRecord>(
        _ node: NodeID?, _ map: RecordMap<Item>, _ key: Field<ProductFootprint>.Key<Item>,
        to footprint: inout ProductFootprint, in place: ScopeID, isFirst: Bool
    ) {
        guard let node, tree.kind(of: node) == .record else { return }
        let scope = enter(key, of: place, at: node)
        if isFirst { return map.read(node, in: scope, to: &footprint[keyPath: key], log: &self) }
        rereading(node) { map.read(node, in: scope, to: &footprint[keyPath: key], log: &$0) }
    }
}

extension WriteLog {
    fileprivate mutating func write<Item: ModelRecord>(
        _ footprint: ProductFootprint, _ index: Int, _ name: String, _ key: Field<ProductFootprint>.Key<Item>,
        _ map: RecordMap<Item>, under parent: SourceTree.NodeID
    ) {
        let node = tree.append(.record, named: name, under: parent)
        within(\ImportedGood.footprints, index) { log in
            log.within(key) { map.write(footprint[keyPath: key], under: node, to: &$0) }
        }
    }
}
