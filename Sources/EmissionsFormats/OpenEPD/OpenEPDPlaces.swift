import EmissionsModel

/// Which results have a place of their own in openEPD, in the order in which they stand there.
struct OpenEPDPlaces {
    /// Positions of the results that have one, section by section and method by method.
    private(set) var placed: [Int] = []
    private(set) var unplaced: [Int] = []

    struct Place: Hashable {
        var section: OpenEPDIndicator.Section
        var method: String?
        var key: String
    }

    init(_ results: [IndicatorResult]) {
        var taken: Set<Place> = []
        var groups: [(place: Place, members: [Int])] = []
        for (index, result) in results.enumerated() {
            guard let place = Self.place(of: result), taken.insert(place).inserted else {
                unplaced.append(index)
                continue
            }
            let group = groups.firstIndex { $0.place.section == place.section && $0.place.method == place.method }
            if let group { groups[group].members.append(index) } else { groups.append((place, [index])) }
        }
        let sections = groups.map(\.place.section)
        for section in OpenEPDIndicator.Section.allCases.sorted(by: {
            (sections.firstIndex(of: $0) ?? 9) < (sections.firstIndex(of: $1) ?? 9)
        }) {
            placed += groups.filter { $0.place.section == section }.flatMap(\.members)
        }
    }

    /// - Returns: `nil` where openEPD has no such indicator, or counts it in another unit.
    static func place(of result: IndicatorResult) -> Place? {
        guard let indicator = result.indicator, let entry = OpenEPDIndicator.of(indicator) else { return nil }
        if let unit = result.unit {
            guard entry.units.contains(unit) else { return nil }
        } else if let text = result.openEPDUnitText, let known = OpenEPDUnits.indicator(text) {
            // It would be read back as a unit.
            guard !entry.units.contains(known) else { return nil }
        }
        guard result.amounts.contains(where: \.hasOpenEPDForm) else { return nil }
        let method = entry.section == .impacts ? OpenEPDNames.name(of: result.method) : nil
        return Place(section: entry.section, method: method, key: entry.key)
    }
}

extension IndicatorResult {
    /// The text of the unit, as openEPD writes it.
    var openEPDUnitText: String? { unit.flatMap(OpenEPDUnits.text) ?? unitDefinition.names.first?.text }
}

/// A result that has a place, and where its amounts have theirs.
struct OpenEPDPlacedResult {
    let result: IndicatorResult
    let amounts: OpenEPDAmounts

    init(_ result: IndicatorResult) { (self.result, amounts) = (result, OpenEPDAmounts(result.amounts)) }
}

/// Which amounts of a result have a place of their own in openEPD.
struct OpenEPDAmounts {
    /// Positions of the amounts that belong to no scenario.
    private(set) var direct: [Int] = []
    private(set) var inScenarios: [(name: String, members: [Int])] = []
    private(set) var unplaced: [Int] = []
    /// All of them, in the order in which they stand in openEPD; what has no place comes last.
    private(set) var order: [Int] = []

    init(_ amounts: [ModuleAmount]) {
        var taken = ModuleSet()
        var takenInScenarios: [ModuleSet] = []
        var scenarioPlace: Int?
        direct.reserveCapacity(amounts.count)
        order.reserveCapacity(amounts.count)
        amounts.withUnsafeBufferPointer { amounts in
            for index in amounts.indices {
                guard amounts[index].hasOpenEPDForm, let modules = amounts[index].modules else {
                    unplaced.append(index)
                    continue
                }
                guard let scenario = amounts[index].scenario else {
                    if taken.insert(modules) { direct.append(index) } else { unplaced.append(index) }
                    continue
                }
                var group = inScenarios.count
                if let known = inScenarios.firstIndex(where: { $0.name == scenario }) {
                    group = known
                } else {
                    inScenarios.append((scenario, []))
                    inScenarios[group].members.reserveCapacity(amounts.count)
                    takenInScenarios.append(ModuleSet())
                }
                guard takenInScenarios[group].insert(modules) else {
                    unplaced.append(index)
                    continue
                }
                if scenarioPlace == nil { scenarioPlace = direct.count }
                inScenarios[group].members.append(index)
            }
        }
        let before = scenarioPlace ?? direct.count
        order += direct[..<before]
        for group in inScenarios { order += group.members }
        order += direct[before...]
        order += unplaced
    }
}

/// Some of the modules that openEPD has, and the sum over the product stage.
private struct ModuleSet {
    private var members: UInt32 = 0

    /// - Returns: Whether it was not in it.
    mutating func insert(_ modules: ModuleRange) -> Bool {
        let member: UInt32 = 1 << (modules.isSum ? 31 : UInt32(modules.first.position))
        defer { members |= member }
        return members & member == 0
    }
}

extension ModuleAmount {
    /// Whether openEPD can say it: an amount or `null`, for a module it has, in a scenario only at the end of life.
    var hasOpenEPDForm: Bool {
        guard let modules, OpenEPDNames.has(modules) else { return false }
        if let scenario {
            guard OpenEPDNames.canHaveScenario(modules), !scenario.isEmpty,

                scenario.utf8.count <= OpenEPDNames.longestScenario
                    || scenario.unicodeScalars.count <= OpenEPDNames.longestScenario
            else { return false }
        }
        if amount != nil { return gap == nil }
        return gap == .notDeclared && relativeStandardDeviation == nil && distribution == nil
    }
}
