import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// What iLEAP asks of shipments, transport operations and hubs beyond their structure.
enum ILEAPChecks {
    typealias NodeID = SourceTree.NodeID

    static func check(_ object: NodeID, _ log: inout ReadLog) {
        guard log.tree.kind(of: object) == .record else { return }
        if let elements = log.tree.firstChild(called: "tces", of: object) {
            let items = Array(log.tree.children(of: elements))
            let names = Set(items.compactMap { log.text("tceId", of: $0) })
            for item in items { checkElement(item, names, &log) }
        }
        checkAll(object, &log)
    }

    private static func checkElement(_ element: NodeID, _ names: Set<String>, _ log: inout ReadLog) {
        let count = ["tocId", "hocId"].count { log.text($0, of: element) != nil }
        if count != 1 { log.report("ILEAP-001", .error, .operation(count), .operation, element) }
        if let stated = log.figure("transportActivity", of: element), let mass = log.figure("mass", of: element) {
            checkActivity(stated, mass, element, &log)
        }
        guard let list = log.tree.firstChild(called: "prevTceIds", of: element) else { return }
        for previous in Array(log.tree.children(of: list)) where !names.contains(log.tree.text(of: previous)) {
            log.report("ILEAP-003", .error, .unknown(log.tree.text(of: previous)), .unknown, previous)
        }
    }

    /// Kilometres and kilograms make tonne kilometres; each factor may be rounded at its last digit.
    private static func checkActivity(
        _ stated: (node: NodeID, number: ExactDecimal), _ mass: (node: NodeID, number: ExactDecimal), _ element: NodeID,
        _ log: inout ReadLog
    ) {
        guard let distance = log.tree.firstChild(called: "distance", of: element) else { return }
        let distances = ["actual", "gcd", "sfd"].compactMap { log.figure($0, of: distance)?.number }
        let products = distances.compactMap { $0.multiplied(by: mass.number)?.shifted(by: -3) }
        guard let first = products.first else { return }
        let slack = ExactDecimal(coefficient: 1, scale: Int(stated.number.scale)) ?? 0
        let isMet = products.contains { ($0.subtracting(stated.number)?.magnitude).map { $0 <= slack } ?? true }
        if !isMet { log.report("ILEAP-002", .warning, .activity(stated.number, first), .activity, stated.node) }
    }

    /// Wherever they stand: carriers of energy, factors, places, and numbers.
    private static func checkAll(_ object: NodeID, _ log: inout ReadLog) {
        var waiting = [object]
        while let node = waiting.popLast() {
            waiting += Array(log.tree.children(of: node)).reversed()
            guard log.tree.kind(of: node) == .record else { continue }
            checkNumbers(node, &log)
            checkWellToWheel(node, &log)
            checkShares(node, &log)
            if log.has("lat", in: node) != log.has("lng", in: node) {
                log.report("ILEAP-007", .warning, .place, .place, node)
            }
            if log.has("energyConsumption", in: node), !log.has("energyConsumptionUnit", in: node) {
                log.report("ILEAP-010", .warning, .consumption, .consumption, node)
            }
        }
    }

    private static let decimals = [
        "mass", "volume", "transportActivity", "co2eWTW", "co2eTTW", "noxTTW", "soxTTW", "ch4TTW", "pmTTW", "actual",
        "gcd", "sfd", "loadFactor", "emptyDistanceFactor", "relativeShare", "co2eIntensityWTW", "co2eIntensityTTW",
        "energyConsumption", "emissionFactorWTW", "emissionFactorTTW",
    ]

    private static func checkNumbers(_ node: NodeID, _ log: inout ReadLog) {
        for name in decimals {
            guard let value = log.tree.firstChild(called: NodeName(name), of: node), log.tree.isLeaf(value),
                log.tree.kind(of: value) != .null, ExactDecimal(log.tree.text(of: value)) == nil
            else { continue }
            log.report("ILEAP-008", .error, .decimal(name, log.tree.text(of: value)), .decimal, value)
        }
    }

    private static func checkWellToWheel(_ node: NodeID, _ log: inout ReadLog) {
        for name in ["co2e", "co2eIntensity", "emissionFactor"] {
            guard let all = log.figure(name + "WTW", of: node), let wheel = log.figure(name + "TTW", of: node),
                all.number < wheel.number
            else { continue }
            log.report("ILEAP-004", .error, .wheel(name, all.number, wheel.number), .wheel, all.node)
        }
        if let load = log.figure("loadFactor", of: node), load.number <= 0 || load.number > 1 {
            log.report("ILEAP-006", .error, .range("loadFactor", load.number, "above 0, up to 1"), .range, load.node)
        }
        if let empty = log.figure("emptyDistanceFactor", of: node), empty.number < 0 || empty.number >= 1 {
            log.report(
                "ILEAP-006", .error, .range("emptyDistanceFactor", empty.number, "from 0, below 1"), .range, empty.node)
        }
    }

    private static func checkShares(_ node: NodeID, _ log: inout ReadLog) {
        let lists = [("energyCarriers", "relativeShare"), ("feedstocks", "feedstockShare")]
        for (name, member) in lists {
            guard let list = log.tree.firstChild(called: NodeName(name), of: node) else { continue }
            let items = Array(log.tree.children(of: list))
            let shares = items.compactMap { log.figure(member, of: $0)?.number }
            guard !shares.isEmpty, let sum = shares.reduce(ExactDecimal(0), { $0?.adding($1) }) else { continue }
            let isWrong = name == "feedstocks" ? sum > 1 : shares.count == items.count && !sum.equals(1)
            if isWrong { log.report("ILEAP-005", .warning, .shares(name, sum), .shares, list) }
        }
    }

    /// A shipment's footprint states the sums over its elements (iLEAP 1.0, mapping to PACT).
    static func checkTotals(_ footprint: ProductFootprint, _ log: inout ReadLog) {
        let elements = footprint.extensions.filter(ILEAP.isLogistics).compactMap(\.data).flatMap { $0.list("tces") }
        guard !elements.isEmpty else { return }
        let totals: [(String, ExactDecimal?, AnyKeyPath)] = [
            (
                "co2eWTW", footprint.figures.excludingBiogenicUptake?.amount,
                \ProductFootprint.figures.excludingBiogenicUptake
            ),
            ("transportActivity", footprint.declaredUnit.amount, \ProductFootprint.declaredUnit.amount),
        ]
        for (name, stated, key) in totals {
            let parts = elements.compactMap { $0.number(name) }
            guard let stated, parts.count == elements.count,
                let sum = parts.reduce(ExactDecimal(0), { $0?.adding($1) }),
                let difference = sum.subtracting(stated)?.magnitude,
                let slack = ExactDecimal(coefficient: Int128(parts.count), scale: Int(stated.scale)), difference > slack
            else { continue }
            log.report(
                log.located(
                    Diagnostic("ILEAP-011", .warning, .total(name, stated, sum), help: .total, path: FieldPath(key))))
        }
    }
}

extension CarriedContent {
    fileprivate func member(_ name: String) -> CarriedContent? {
        guard case .record(let members) = self else { return nil }
        return members.first { $0.name == name }?.content
    }
    fileprivate func list(_ name: String) -> [CarriedContent] {
        if case .list(let items)? = member(name) { items } else { [] }
    }
    fileprivate func number(_ name: String) -> ExactDecimal? {
        switch member(name) {
        case .text(let text)?, .number(let text)?: ExactDecimal(text)
        default: nil
        }
    }
}

extension ReadLog {
    fileprivate func text(_ name: String, of node: NodeID) -> String? {
        guard let value = tree.firstChild(called: NodeName(name), of: node), tree.isLeaf(value),
            tree.kind(of: value) != .null, !tree.textIsEmpty(value)
        else { return nil }
        return tree.text(of: value)
    }

    fileprivate func figure(_ name: String, of node: NodeID) -> (node: NodeID, number: ExactDecimal)? {
        guard let value = tree.firstChild(called: NodeName(name), of: node), tree.isLeaf(value),
            let number = ExactDecimal(tree.text(of: value))
        else { return nil }
        return (value, number)
    }

    fileprivate mutating func report(
        _ code: Diagnostic.Code, _ severity: Diagnostic.Severity, _ message: Diagnostic.Message, _ help: String,
        _ node: NodeID
    ) {
        report(Diagnostic(code, severity, message, help: help), at: node, in: ReadLog.part)
    }
}

extension Diagnostic.Message {
    fileprivate static func operation(_ count: Int) -> Self {
        count == 0 ? "the element names neither tocId nor hocId" : "the element names both tocId and hocId"
    }
    fileprivate static func activity(_ stated: ExactDecimal, _ product: ExactDecimal) -> Self {
        "transportActivity is \(stated), but distance and mass come to \(product) tkm"
    }
    fileprivate static func unknown(_ name: String) -> Self { "prevTceIds names '\(name)', which is no element here" }
    fileprivate static func wheel(_ name: String, _ all: ExactDecimal, _ part: ExactDecimal) -> Self {
        "\(name)WTW is \(all), less than \(name)TTW (\(part)), which is a part of it"
    }
    fileprivate static func shares(_ name: String, _ sum: ExactDecimal) -> Self {
        name == "feedstocks"
            ? "shares of feedstocks come to \(sum), must not be above 1"
            : "shares of energyCarriers come to \(sum), must be 1"
    }
    fileprivate static func range(_ name: String, _ found: ExactDecimal, _ range: String) -> Self {
        "\(name) is \(found), must be \(range)"
    }
    fileprivate static let place: Self = "the location has one of lat and lng without the other"
    fileprivate static func decimal(_ name: String, _ text: String) -> Self {
        "\(name) is '\(text.prefix(80))', expected a decimal number with a point, such as 12.50"
    }
    fileprivate static let consumption: Self = "energyConsumption has no energyConsumptionUnit"
    fileprivate static func total(_ name: String, _ stated: ExactDecimal, _ sum: ExactDecimal) -> Self {
        "the footprint states \(stated), but \(name) of its elements comes to \(sum)"
    }
}

extension String {
    fileprivate static let operation =
        "Name the transport operation category or the hub operation category, one of them."
    fileprivate static let activity = "Multiply the distance in kilometres by the mass in tonnes."
    fileprivate static let unknown = "Name elements of this shipment, by their tceId."
    fileprivate static let wheel = "Include the production of the energy carrier in the well-to-wheel figure."
    fileprivate static let shares = "Give each share as a fraction of 1."
    fileprivate static let range = "Give it as a fraction, not in percent."
    fileprivate static let place = "Give both, or neither."
    fileprivate static let decimal = "Use a decimal point, and no separator between thousands."
    fileprivate static let consumption = "Give the unit: l, kg, kWh or MJ."
    fileprivate static let total = "Let the footprint state the sum over the elements of the shipment."
}
