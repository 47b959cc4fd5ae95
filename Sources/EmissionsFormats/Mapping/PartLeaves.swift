public import EmissionsDiagnostics
import EmissionsModel

/// The values of one part of a submission by the numbers of the paths that lead to them, in the order of the model.
///
/// Filled by the tables of a format. What other formats left behind is compared as a whole, elsewhere.
public struct PartLeaves {
    public let paths: PathTable
    /// The path of each value.
    public private(set) var pathsOfValues: [PathTable.ID] = []
    public private(set) var values: [ModelValue] = []
    /// By path, the position of its value.
    private var positions = PathNumbers()
    /// By the paths of records and lists, the stretch of ``values`` that is below them.
    private var starts = PathNumbers()
    private var ends = PathNumbers()

    /// Without any values.
    public init(_ paths: PathTable) {
        self.paths = paths
        pathsOfValues.reserveCapacity(256)
        values.reserveCapacity(256)
    }

    public func value(at path: PathTable.ID) -> ModelValue? { positions[path].map { values[$0] } }

    /// The position in ``values`` of the value at a path.
    public func position(of path: PathTable.ID) -> Int? { positions[path] }

    /// The positions of the values at a path; below it where it leads to a record or a list; of the value that it is a
    /// part of, such as the unit of an amount, where it leads into one.
    public func under(_ path: PathTable.ID) -> Range<Int> {
        if let position = positions[path] { return position..<position + 1 }
        if let start = starts[path], let end = ends[path], start < end { return start..<end }
        if let parent = paths.parent(of: path), let position = positions[parent] { return position..<position + 1 }
        return 0..<0
    }
}

// MARK: For the fields

extension PartLeaves {
    mutating func add(_ value: ModelValue, at key: AnyKeyPath, of record: PathTable.ID) {
        add(value, at: paths.property(key, of: record))
    }

    mutating func add(_ value: ModelValue, at path: PathTable.ID) {
        positions[path] = values.count
        pathsOfValues.append(path)
        values.append(value)
    }

    /// Adds what `visit` finds in the record at a path.
    @inline(__always)
    mutating func addRecord(at path: PathTable.ID, _ visit: (PathTable.ID, inout PartLeaves) -> Void) {
        let start = values.count
        visit(path, &self)
        guard values.count > start else { return }
        (starts[path], ends[path]) = (start, values.count)
    }

    /// Adds what `visit` finds in each item of a list.
    @inline(__always)
    mutating func addItems<Item>(
        _ items: UnsafePointer<[Item]>, at key: AnyKeyPath, of record: PathTable.ID,
        _ visit: (UnsafePointer<Item>, PathTable.ID, inout PartLeaves) -> Void
    ) {
        guard !items.pointee.isEmpty else { return }
        addRecord(at: paths.property(key, of: record)) { list, leaves in
            items.pointee.withUnsafeBufferPointer { items in
                guard let first = items.baseAddress else { return }
                for index in 0..<items.count { visit(first + index, leaves.paths.item(index, of: list), &leaves) }
            }
        }
    }

}
