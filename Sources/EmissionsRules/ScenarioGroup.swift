import EmissionsModel

/// Scenarios that exclude each other, by their positions.
struct ScenarioGroup {
    /// `nil` for those that are in no group, which are taken as one where none is in any.
    var name: String?
    var members: [Int] = []
    var defaults: [Int] = []

    /// In the order in which they begin.
    static func groups(of scenarios: [Scenario]) -> [ScenarioGroup] {
        let hasGroups = scenarios.contains { $0.group != nil }
        var groups: [ScenarioGroup] = [], numbers: [String?: Int] = [:]
        for (index, scenario) in scenarios.enumerated() {
            if hasGroups, scenario.group == nil { continue }
            let number = numbers[scenario.group] ?? groups.count
            if number == groups.count {
                groups.append(ScenarioGroup(name: scenario.group))
                numbers[scenario.group] = number
            }
            groups[number].members.append(index)
            if scenario.isDefault == true { groups[number].defaults.append(index) }
        }
        return groups
    }
}

extension [LocalizedText] {
    /// Whether there is no text in any language.
    var sayNothing: Bool { allSatisfy { $0.text?.isEmpty ?? true } }
}
