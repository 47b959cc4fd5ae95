import EmissionsModel

/// The stored properties of a record, and of all records in it, in which nothing is said.
///
/// It knows no names: a property that is added to the model is found by itself.
func gaps(in value: Any, at path: String = "") -> [String] {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .optional: return mirror.children.first.map { gaps(in: $0.value, at: path) } ?? [path]
    case .collection where mirror.children.isEmpty: return [path]
    // An amount and the word in its place exclude each other, and so do an impact's method and a flow's exchange: one
    // item has one, and another the other.
    case .collection where value is [IndicatorResult] || value is [ModuleAmount]:
        let ofItems = mirror.children.map { Set(gaps(in: $0.value, at: "\(path)[]")) }
        return ofItems.dropFirst().reduce(ofItems[0]) { $0.intersection($1) }.sorted()
    case .collection:
        return mirror.children.enumerated().flatMap { gaps(in: $1.value, at: "\(path)[\($0)]") }
    default:
        guard value is any ModelRecord else { return [] }
        return mirror.children.flatMap { gaps(in: $0.value, at: "\(path).\($0.label ?? "")") }
    }
}
