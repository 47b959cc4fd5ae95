import EmissionsDiagnostics

/// A value that could not be read.
struct UnreadableValue {
    /// Where it should have stood in its record.
    var path: FieldPath
    var text: String
    var location: SourceLocation
}

/// The values of a record that could not be read, in the order of the file, until they are told.
struct UnreadableValues {
    private let values: [UnreadableValue]
    private var isTold: [Bool]
    private var next = 0
    /// The values at and below a place.
    private var below: [FieldPath: [Int]] = [:]

    init(_ list: [UnreadableValue]) {
        values = list.sorted { $0.location.byteOffset < $1.location.byteOffset }
        isTold = values.map { _ in false }
        for (index, value) in values.enumerated() {
            var path: FieldPath? = value.path
            while let place = path {
                below[place, default: []].append(index)
                path = place.parent
            }
        }
    }

    var isEmpty: Bool { values.isEmpty }

    /// The place of the first that is not told yet.
    mutating func nextPlace() -> FieldPath? {
        while next < values.count, isTold[next] { next += 1 }
        return next < values.count ? values[next].path : nil
    }

    /// Takes out the value of a field, or of the parts of it, such as an amount and its unit.
    mutating func take(_ path: FieldPath) -> UnreadableValue? {
        guard !values.isEmpty else { return nil }
        let found = (below[path] ?? []).filter { !isTold[$0] }
        guard let first = found.first else { return nil }
        for index in found { isTold[index] = true }
        var value = values[first]
        value.text = found.map { values[$0].text }.joined(separator: " ")
        return value
    }
}
