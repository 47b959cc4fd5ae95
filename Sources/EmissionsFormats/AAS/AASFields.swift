import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// The elements of a `ProductCarbonFootprint`, each by its short name or by its ECLASS identifier.
enum AASFields {
    typealias NodeID = SourceTree.NodeID

    static let rows: [FieldDescription] = [
        row("id (of a submodel with one footprint)", "identity.identifier", "text"),
        row("PcfCalculationMethods[]", "methodology.standards", AASWords.method.expected),
        row("PcfCO2eq", "results.amounts.amount", "a decimal number (kgCO2e)"),
        row("ReferenceImpactUnitForCalculation", "declaredUnit.unit", AASWords.expectedUnit),
        row("QuantityOfMeasureForCalculation", "declaredUnit.amount", "a decimal number with a point, such as 12.50"),
        row("LifeCyclePhases[]", "results.amounts.modules", AASWords.expectedPhase),
        row("ExplanatoryStatement", "declaration.documents.address", "text"),
        row("PublicationDate", "declaration.validity.published", Spelling<Timestamp>.timestamp.expected),
        row("ExpirationDate", "declaration.validity.expires", Spelling<Timestamp>.timestamp.expected),
    ]

    private static func row(_ name: String, _ path: String, _ spelling: String) -> FieldDescription {
        FieldDescription(name: name, path: path, spelling: spelling)
    }

    /// Whether a record has the values themselves, as the semantic model in JSON does.
    static func areValues(_ node: NodeID, _ tree: SourceTree) -> Bool {
        ["PcfCO2eq", "PcfCo2eq", "LifeCyclePhases", "PcfCalculationMethods"].contains {
            tree.firstChild(called: NodeName($0), of: node) != nil
        }
    }

    static func read(_ node: NodeID, to footprint: inout ProductFootprint, _ log: inout ReadLog) {
        readMethods(node, &footprint, &log)
        readUnit(node, &footprint, &log)
        readResult(node, &footprint, &log)
        if let value = log.property(["ExplanatoryStatement"], "/ExplanatoryStatement/", of: node, isNeeded: false),
            let text = log.value(of: value, "ExplanatoryStatement", as: .text, nil, in: ReadLog.part)
        {
            var reference = Reference()
            reference.address = text
            footprint.declaration.documents = [reference]
            let list = log.enter(\ProductFootprint.declaration.documents, of: ReadLog.part, at: value)
            log.note(\Reference.address, in: log.enter(index: 0, of: list, at: value), from: value)
        }
        let dates: [(String, Field<ProductFootprint>.Key<Timestamp?>)] = [
            ("PublicationDate", \.declaration.validity.published), ("ExpirationDate", \.declaration.validity.expires),
        ]
        // The battery passport's footprint (IDTA 02035-3) has no dates.
        let isOfBattery = log.tree.children(of: node).contains {
            log.tree.isCalled("PerformanceClass", $0) || log.tree.isNamed("PerformanceClass", $0)
        }
        for (name, key) in dates {
            let isNeeded = name == "PublicationDate" && !isOfBattery
            guard let value = log.property([name], "/\(name)/", of: node, isNeeded: isNeeded),
                let date = log.value(of: value, NodeName(name), as: .timestamp, key, in: ReadLog.part)
            else { continue }
            footprint[keyPath: key] = date
            log.note(key, in: ReadLog.part, from: value)
        }
    }

    private static func readMethods(_ node: NodeID, _ footprint: inout ProductFootprint, _ log: inout ReadLog) {
        let key: Field<ProductFootprint>.Key<[CrossSectoralStandard]> = \.methodology.standards
        for value in log.properties(["PcfCalculationMethods", "PcfCalculationMethod"], "ABG854", of: node) {
            let scope = log.enter(key, of: ReadLog.part, at: value)
            guard
                let standard = log.value(of: value, "PcfCalculationMethods", as: AASWords.method, nil, in: scope)
            else { continue }
            log.note(nil, in: log.enter(index: footprint[keyPath: key].count, of: scope, at: value), from: value)
            footprint[keyPath: key].append(standard)
        }
    }

    private static func readUnit(_ node: NodeID, _ footprint: inout ProductFootprint, _ log: inout ReadLog) {
        var power = 0
        let unitKey: Field<ProductFootprint>.Key<UnitOfMeasure?> = \.declaredUnit.unit
        if let value = log.property(["ReferenceImpactUnitForCalculation"], "ABG856", of: node),
            let unit = log.value(
                of: value, "ReferenceImpactUnitForCalculation", as: AASWords.unit, unitKey, in: ReadLog.part)
        {
            footprint.declaredUnit.unit = unit.unit
            footprint.declaredUnit.basis = .declaredAmount
            power = unit.power
            log.note(unitKey, in: ReadLog.part, from: value)
        }
        let key: Field<ProductFootprint>.Key<ExactDecimal?> = \.declaredUnit.amount
        if let value = log.property(["QuantityOfMeasureForCalculation"], "ABG857", of: node),
            let amount = log.value(
                of: value, "QuantityOfMeasureForCalculation", as: log.decimal(value), key, in: ReadLog.part)
        {
            footprint.declaredUnit.amount = amount.shifted(by: power)
            log.note(key, in: ReadLog.part, from: value)
        }
    }

    /// A figure for some phases of the life cycle, and for no others.
    private static func readResult(_ node: NodeID, _ footprint: inout ProductFootprint, _ log: inout ReadLog) {
        var modules: Set<LifeCycleModule> = []
        let phases = log.properties(["LifeCyclePhases", "LifeCyclePhase"], "ABG858", of: node)
        let list = log.enter(\ProductFootprint.results, of: ReadLog.part, at: node)
        let result = log.enter(index: 0, of: list, at: node)
        let amounts = log.enter(\IndicatorResult.amounts, of: result, at: node)
        let place = log.enter(index: 0, of: amounts, at: node)
        var areRead = !phases.isEmpty
        var readPhases: [NodeID] = []
        for phase in phases {
            guard let range = log.value(of: phase, "LifeCyclePhases", as: AASWords.phase, nil, in: place) else {
                areRead = false
                continue
            }
            modules.formUnion(LifeCycleModule.allCases.filter { range.contains($0) })
            readPhases.append(phase)
        }
        let range = areRead ? modules.range : nil
        if let range {
            for phase in readPhases { log.note(\ModuleAmount.modules, in: place, from: phase) }
            footprint.boundary.extent = range.extent
        } else {
            for phase in readPhases { log.keepPhase(phase, of: &footprint) }
        }
        guard let value = log.property(["PcfCO2eq", "PcfCo2eq"], "ABG855", of: node),
            let amount = log.value(of: value, "PcfCO2eq", as: log.decimal(value), nil, in: place)
        else { return }
        log.note(\ModuleAmount.amount, in: place, from: value)
        var found = ModuleAmount()
        (found.modules, found.amount) = (range, amount)
        var total = IndicatorResult()
        (total.indicator, total.unit, total.amounts) = (.globalWarmingTotal, .kilogramsCO2e, [found])
        footprint.results = [total]
        if range == nil {
            log.report(Diagnostic("AAS-005", .warning, .phases(phases.count), help: .phases), at: value, in: place)
        }
    }
}

extension Set<LifeCycleModule> {
    /// The range that has these modules and no others; A0 is in no phase.
    fileprivate var range: ModuleRange? {
        guard let first = self.min(), let last = self.max(), let range = ModuleRange(first, through: last) else {
            return nil
        }
        return LifeCycleModule.allCases.allSatisfy { $0 == .b8 || range.contains($0) == contains($0) } ? range : nil
    }
}

extension ModuleRange {
    /// Only what ends at the gate, and what goes on to the end of life, have names.
    fileprivate var extent: BoundaryExtent? {
        guard first == .a1 else { return nil }
        switch last {
        case .a3: return .cradleToGate
        case .c4, .d: return .cradleToGrave
        default: return nil
        }
    }
}

extension ReadLog {
    fileprivate mutating func keepPhase(_ phase: NodeID, of footprint: inout ProductFootprint) {
        let list = enter(\ProductFootprint.carried, of: ReadLog.part, at: phase)
        let place = enter(index: footprint.carried.count, of: list, at: phase)
        footprint.carried.append(
            Carried(format: AAS.name, path: tree.addressBelowRoot(of: phase), content: tree.content(of: phase)))
        note(nil, in: place, from: phase)
    }
}

extension Diagnostic.Message {
    fileprivate static func phases(_ count: Int) -> Self {
        count == 0
            ? "PcfCO2eq has no phases of the life cycle, so that it is not known what it is for"
            : "the phases of PcfCO2eq do not follow one another, so that the figure is for no stage that others have"
    }
}

extension String {
    fileprivate static let phases = "Name all phases that the figure is for, or give a figure for each."
}
