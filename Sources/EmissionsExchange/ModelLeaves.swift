import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel

/// The values of one record by the path that leads to them: slowly, and whatever the record is.
struct ModelLeaves {
    private(set) var values: [FieldPath: any Hashable] = [:]
    /// In the order of the model's properties.
    private(set) var paths: [FieldPath] = []

    init(_ part: SubmissionPart) {
        switch part {
        case .header(let header): collect(header, at: FieldPath())
        case .good(let good): collect(good, at: FieldPath())
        case .footprint(let footprint): collect(footprint, at: FieldPath())
        }
    }

    init(record: any ModelRecord) { collect(record, at: FieldPath()) }

    /// All values with their places.
    var inWords: String { paths.map { "\($0) \(values[$0].map { words($0) } ?? "")" }.joined(separator: "\n") }

    /// How many values are the same at the same places.
    func countShared(with other: ModelLeaves) -> Int {
        paths.count { path in
            guard let value = values[path], let found = other.values[path] else { return false }
            if case .different = Likeness(value, found) { return false }
            return true
        }
    }

    /// Walks stored properties, so that a field added to the model is compared from the day it exists. What other
    /// formats left behind is compared as a whole, elsewhere.
    private mutating func collect(_ value: Any, at path: FieldPath) {
        switch value {
        case let record as any ModelRecord:
            if record.isEmpty { return }
            for child in Mirror(reflecting: record).children {
                collect(child.value, at: path.appending(child.label ?? ""))
            }
        case is [Carried]: return
        case let list as [any ModelRecord]:
            for (index, item) in list.enumerated() { collect(item, at: path.appending(.index(index))) }
        default: collectLeaf(value, at: path)
        }
    }

    private mutating func collectLeaf(_ value: Any, at path: FieldPath) {
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .optional:
            if let some = mirror.children.first { collectLeaf(some.value, at: path) }
        case .collection:
            for (index, item) in mirror.children.enumerated() { collect(item.value, at: path.appending(.index(index))) }
        default:
            guard let leaf = value as? any Hashable else { return }
            values[path] = leaf
            paths.append(path)
        }
    }

    /// The values at a path; below it where it leads to a record or a list; the value that it is a part of, such as
    /// the unit of an amount, where it leads into one.
    func under(_ path: FieldPath) -> [(path: FieldPath, value: any Hashable)] {
        if let value = values[path] { return [(path, value)] }
        let below = paths.filter { $0.hasPrefix(path) }
        if below.isEmpty, let parent = path.parent, let value = values[parent] { return [(parent, value)] }
        return below.compactMap { path in values[path].map { (path, $0) } }
    }
}

/// How two values of the model compare.
enum Likeness {
    case same
    /// The same in another spelling: other digits, another unit.
    case sameValue
    case different

    init(_ a: ModelValue, _ b: ModelValue) {
        if a == b {
            self = .same
            return
        }
        switch (a, b) {
        case (.decimal(let a), .decimal(let b)): self = a.equals(b) ? .sameValue : .different
        case (.emissions(let a), .emissions(let b)): self = a.equals(b) ? .sameValue : .different
        case (.timestamp(let a), .timestamp(let b)):
            self = a.seconds == b.seconds && a.hasTime == b.hasTime ? .sameValue : .different
        default: self = .different
        }
    }

    init(_ a: any Hashable, _ b: any Hashable) {
        if AnyHashable(a) == AnyHashable(b) {
            self = .same
        } else if let a = a as? ExactDecimal, let b = b as? ExactDecimal {
            self = a.equals(b) ? .sameValue : .different
        } else if let a = a as? Emissions, let b = b as? Emissions {
            self = a.equals(b) ? .sameValue : .different
        } else if let a = a as? Timestamp, let b = b as? Timestamp {
            self = a.seconds == b.seconds && a.hasTime == b.hasTime ? .sameValue : .different
        } else {
            self = .different
        }
    }
}

/// A value of the model in words.
func words(_ value: any Hashable) -> String {
    switch value {
    case let value as Timestamp: value.written
    case let value as any RawRepresentable: "\(value.rawValue)"
    default: "\(value)"
    }
}
