import EmissionsModel

extension CrossSectoralStandard {
    /// Whether it names nothing: what is written where a schema wants a standard and there is none.
    var isPlaceholder: Bool {
        guard case .other(let name) = self else { return false }
        return names.contains(name)
    }
}

private let names: Set<String> = ["N/A", "n/a", "NA", "none", "None", "-", "TBD"]
