import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// Reads `impacts`, `resource_uses` and `output_flows`: results by method, indicator and module, as openEPD nests them.
/// What has no place in the model stays unclaimed, so that it is kept as it is.
struct OpenEPDResultReading {
    typealias NodeID = SourceTree.NodeID

    var results: [IndicatorResult] = []
    var scenarios: [Scenario] = []
    private var list: ReadLog.ScopeID = ReadLog.part
    private var scenarioList: ReadLog.ScopeID = ReadLog.part

    mutating func read(_ root: NodeID, _ log: inout ReadLog) {
        list = log.enter(\ProductFootprint.results, of: ReadLog.part, at: root)
        scenarioList = log.enter(\ProductFootprint.declaration.scenarios, of: ReadLog.part, at: root)
        for node in Array(log.tree.children(of: root)) {
            guard let section = OpenEPDIndicator.Section(rawValue: log.tree.name(of: node)),
                log.tree.kind(of: node) == .record, log.tree.hasChildren(node)
            else { continue }
            log.claim(node)
            if section == .impacts { methods(node, &log) } else { indicators(node, section, nil, &log) }
        }
    }

    private mutating func methods(_ impacts: NodeID, _ log: inout ReadLog) {
        for node in Array(log.tree.children(of: impacts)) {
            guard log.tree.kind(of: node) == .record, log.tree.hasChildren(node) else { continue }
            let name = log.tree.name(of: node)
            guard let method = OpenEPDNames.method(name) else {
                log.report(Diagnostic("OEPD-003", .warning, .unknownMethod(name), help: .keys), at: node, in: list)
                continue
            }
            log.claim(node)
            indicators(node, .impacts, method, &log)
        }
    }

    private mutating func indicators(
        _ parent: NodeID, _ section: OpenEPDIndicator.Section, _ method: CharacterizationMethod?,
        _ log: inout ReadLog
    ) {
        var seen: Set<Indicator> = []
        for node in Array(log.tree.children(of: parent)) {
            let name = log.tree.name(of: node)
            guard log.tree.kind(of: node) == .record, log.tree.hasChildren(node), name != "ext" else { continue }
            guard let entry = OpenEPDIndicator.named(name, in: section) else {
                log.report(Diagnostic("OEPD-003", .warning, .unknownIndicator(name), help: .keys), at: node, in: list)
                continue
            }
            guard seen.insert(entry.indicator).inserted else {
                log.report(
                    Diagnostic("OEPD-003", .warning, .sameIndicator(name, entry.key), help: .once), at: node, in: list)
                continue
            }
            log.claim(node)
            let place = log.enter(index: results.count, of: list, at: node)
            if name != entry.key {
                var finding = Diagnostic("OEPD-002", .note, .otherName(name, entry.key), help: .spelled(entry.key))
                finding.fix = Fix(.safe, .name(entry.key))
                log.report(finding, at: node, \IndicatorResult.indicator, in: place)
            }
            var result = IndicatorResult()
            (result.indicator, result.method) = (entry.indicator, method)
            log.note(\IndicatorResult.indicator, in: place, from: node)
            if method != nil { log.note(\IndicatorResult.method, in: place, from: parent) }
            var set = OpenEPDScopeSet(entry: entry, place: place, result: result)
            set.read(node, &scenarios, scenarioList, &log)
            results.append(set.result)
        }
    }
}

/// One indicator's measurements by module, in scenarios where it has some.
private struct OpenEPDScopeSet {
    typealias NodeID = SourceTree.NodeID

    private static let scenarios: NodeName = "C_scenarios"
    private static let name: NodeName = "name"
    private static let likelihood: NodeName = "likelihood"
    private static let unit: NodeName = "unit"

    let entry: OpenEPDIndicator
    let place: ReadLog.ScopeID
    var result: IndicatorResult
    /// The unit of the first measurement; others must have the same.
    private var unit: String??
    /// A node whose unit was settled; `nil` where there is more to say of it.
    private var settled: NodeID?

    init(entry: OpenEPDIndicator, place: ReadLog.ScopeID, result: IndicatorResult) {
        (self.entry, self.place, self.result) = (entry, place, result)
    }

    mutating func read(
        _ node: NodeID, _ scenarios: inout [Scenario], _ scenarioList: ReadLog.ScopeID, _ log: inout ReadLog
    ) {
        let amounts = log.enter(\IndicatorResult.amounts, of: place, at: node)
        var next = log.tree.firstChild(of: node)
        while let child = next {
            next = log.tree.next(after: child)
            if let modules = log.tree.withName(of: child, OpenEPDNames.modules) {
                amount(child, modules, nil, amounts, &log)
            } else if log.tree.isNamed(Self.scenarios, child), log.tree.kind(of: child) == .list,
                log.tree.hasChildren(child)
            {
                log.claim(child)
                for item in Array(log.tree.children(of: child)) {
                    scenario(item, amounts, &scenarios, scenarioList, &log)
                }
            }
        }
        OpenEPDExtension.read(in: node, to: &result, at: place, &log)
    }

    private mutating func scenario(
        _ item: NodeID, _ amounts: ReadLog.ScopeID, _ scenarios: inout [Scenario], _ scenarioList: ReadLog.ScopeID,
        _ log: inout ReadLog
    ) {
        let nameNode = log.tree.children(of: item).first { log.tree.isNamed(Self.name, $0) }
        guard let nameNode, log.tree.kind(of: nameNode) == .text, !log.tree.textIsEmpty(nameNode) else {
            log.report(
                Diagnostic("OEPD-006", .warning, .namelessScenario(entry.key), help: .nameScenario), at: item, in: place
            )
            return
        }
        log.claim(item)
        log.claim(nameNode)
        let name = log.tree.text(of: nameNode)
        let index = scenarios.firstIndex { $0.name == name } ?? scenarios.count
        if index == scenarios.count {
            scenarios.append(Scenario())
            scenarios[index].name = name
        }
        let known = log.enter(index: index, of: scenarioList, at: item)
        log.note(\Scenario.name, in: known, from: nameNode)
        var next = log.tree.firstChild(of: item)
        while let child = next {
            next = log.tree.next(after: child)
            if log.tree.isNamed(Self.likelihood, child), log.tree.kind(of: child) == .number {
                let likelihood = ExactDecimal(log.tree.text(of: child))
                guard scenarios[index].likelihood == nil || scenarios[index].likelihood == likelihood else { continue }
                log.claim(child)
                guard let value = log.value(of: child, Self.likelihood, as: .number, \Scenario.likelihood, in: known)
                else {
                    continue
                }
                scenarios[index].likelihood = value
                log.note(\Scenario.likelihood, in: known, from: child)
            } else if let modules = log.tree.withName(of: child, OpenEPDNames.modules),
                OpenEPDNames.canHaveScenario(modules)
            {
                amount(child, modules, (name, nameNode), amounts, &log)
            }
        }
    }

    private mutating func amount(
        _ node: NodeID, _ modules: ModuleRange, _ scenario: (name: String, node: NodeID)?, _ amounts: ReadLog.ScopeID,
        _ log: inout ReadLog
    ) {
        var amount = ModuleAmount()
        (amount.modules, amount.scenario) = (modules, scenario?.name)
        let isGap = log.tree.kind(of: node) == .null
        if !isGap {
            guard log.tree.kind(of: node) == .record else {
                log.claim(node)
                _ = log.isRecord(node, NodeName(log.tree.name(of: node)), nil, in: amounts)
                return
            }
            guard repeatsUnit(node, log) || hasSameUnit(node, &log) else { return }
        }
        log.claim(node)
        let scope = log.enter(index: result.amounts.count, of: amounts, at: node)
        if isGap {
            amount.gap = .notDeclared
            log.note(\ModuleAmount.gap, in: scope, from: node)
        } else {
            if repeatsUnit(node, log) { claimRepeatedUnit(node, &log) } else { settleUnit(node, &log) }
            OpenEPDMeasurement.map.read(node, in: scope, to: &amount, log: &log)
        }
        log.note(\ModuleAmount.modules, in: scope, from: node)
        if let scenario { log.note(\ModuleAmount.scenario, in: scope, from: scenario.node) }
        result.amounts.append(amount)
    }

    /// Figures of one indicator are counted in one unit; one that isn't must not stand among them.
    private mutating func hasSameUnit(_ node: NodeID, _ log: inout ReadLog) -> Bool {
        let text = log.tree.children(of: node).first { log.tree.isNamed(Self.unit, $0) }.flatMap {
            log.tree.kind(of: $0) == .text ? log.tree.text(of: $0) : nil
        }
        guard let first = unit else {
            unit = .some(text)
            return true
        }
        if text == first { return true }
        if let text, let first, let known = OpenEPDUnits.indicator(first), OpenEPDUnits.indicator(text) == known {
            return true
        }
        log.report(
            Diagnostic("OEPD-005", .warning, .otherUnit(entry.key, text, first), help: .oneUnit), at: node, in: place)
        return false
    }

    /// Whether the unit is spelled as one that was settled.
    private func repeatsUnit(_ node: NodeID, _ log: ReadLog) -> Bool {
        guard let settled, let unit = log.tree.firstChild(called: Self.unit, of: node) else { return false }
        return log.tree.kind(of: unit) == .text && log.tree.isSame(unit, as: settled, in: log.tree)
    }

    private func claimRepeatedUnit(_ node: NodeID, _ log: inout ReadLog) {
        guard let unit = log.child(Self.unit, of: node) else { return }
        log.note(\IndicatorResult.unit, in: place, from: unit)
    }

    private mutating func settleUnit(_ node: NodeID, _ log: inout ReadLog) {
        guard let unitNode = log.child(Self.unit, of: node),
            let text = log.value(of: unitNode, Self.unit, as: .text, \IndicatorResult.unit, in: place)
        else { return }
        if let known = OpenEPDUnits.indicator(text), entry.units.contains(known) {
            result.unit = known
            log.note(\IndicatorResult.unit, in: place, from: unitNode)
            if settled == nil, log.tree.kind(of: unitNode) == .text { settled = unitNode }
            return
        }
        if result.unitDefinition.names.isEmpty {
            log.report(
                Diagnostic("OEPD-007", .warning, .unknownUnit(entry, text), help: .units), at: unitNode,
                \IndicatorResult.unit, in: place)
        }
        result.unitDefinition.names = [LocalizedText(text)]
        let definition = log.enter(\IndicatorResult.unitDefinition, of: place, at: node)
        let names = log.enter(\Reference.names, of: definition, at: node)
        log.note(\LocalizedText.text, in: log.enter(index: 0, of: names, at: node), from: unitNode)
    }
}

enum OpenEPDMeasurement {
    static let map: RecordMap<ModuleAmount> = [
        .scalar("mean", \.amount, as: .number),
        .scalar("rsd", \.relativeStandardDeviation, as: .number),
        .scalar("dist", \.distribution, as: .word),
    ]
}

extension Diagnostic.Message {
    fileprivate static func unknownMethod(_ name: String) -> Self {
        "'\(name.prefix(80))' is no method that the format has, it is kept as it is"
    }
    fileprivate static func unknownIndicator(_ name: String) -> Self {
        "'\(name.prefix(80))' is no indicator that the format has here, it is kept as it is"
    }
    fileprivate static func sameIndicator(_ name: String, _ key: String) -> Self {
        "'\(name.prefix(80))' is another name of \(key), which is here already; it is kept as it is"
    }
    fileprivate static func otherName(_ name: String, _ key: String) -> Self {
        "'\(name.prefix(80))' was read as \(key)"
    }
    fileprivate static func otherUnit(_ key: String, _ text: String?, _ first: String?) -> Self {
        "a figure of \(key) is in \(quoted(text)), others are in \(quoted(first)); it is kept as it is"
    }
    fileprivate static func unknownUnit(_ entry: OpenEPDIndicator, _ text: String) -> Self {
        let expected = entry.units.compactMap(OpenEPDUnits.text).joined(separator: " or ")
        return "the unit of \(entry.key) is '\(text.prefix(80))', the format counts it in \(expected)"
    }
    fileprivate static func namelessScenario(_ key: String) -> Self {
        "a scenario of \(key) has no name, it is kept as it is"
    }
    private static func quoted(_ text: String?) -> String { text.map { "'\($0.prefix(40))'" } ?? "no unit" }
}

extension String {
    fileprivate static let keys = "Use a name that the format has, so that others find these figures."
    fileprivate static let once = "State each indicator once."
    fileprivate static let oneUnit = "State all figures of one indicator in the same unit."
    fileprivate static let units = "State the figures in a unit that the format has for this indicator."
    fileprivate static let nameScenario = "Name the scenario, in 40 letters at most."
    fileprivate static func spelled(_ key: String) -> String { "Write \(key), as strict readers ask for." }
}
