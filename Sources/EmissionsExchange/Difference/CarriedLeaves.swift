import EmissionsDiagnostics
import EmissionsModel

/// The values in content that has no fields of its own, by where they stand in it.
///
/// Members of an object may change places; the items of a list are what they are by their position, since nobody knows
/// what they mean.
struct CarriedLeaves {
    struct Leaf {
        /// The format that said it and the place, the same in every file.
        var key: String
        /// From the field that holds the content.
        var path: FieldPath
        /// From the node of that field.
        var steps: [String]
        var text: String
        var isNumber: Bool

        var quantity: StatedQuantity? {
            isNumber ? ExactDecimal(text).map { StatedQuantity(amount: $0) } : nil
        }
    }

    private(set) var values: [Leaf] = []
    private var byKey: [String: Int] = [:]

    init(_ content: CarriedContent?) {
        if let content { add(content, "", FieldPath()) }
    }

    init(_ list: [Carried]) {
        for (index, item) in list.enumerated() {
            add(item.content, "\(item.format):\(item.path)", FieldPath([.index(index)]))
        }
    }

    subscript(key: String) -> Leaf? { byKey[key].map { values[$0] } }

    /// Content is as deep as its sender made it, so that it is walked with a stack.
    private mutating func add(_ content: CarriedContent, _ place: String, _ path: FieldPath) {
        var stack: [(steps: [String], content: CarriedContent)] = [([], content)]
        while let (steps, content) = stack.popLast() {
            switch content {
            case .record(let members) where !members.isEmpty:
                for member in members.reversed() { stack.append((steps + [member.name], member.content)) }
            case .list(let items) where !items.isEmpty:
                for (index, item) in items.enumerated().reversed() { stack.append((steps + [String(index)], item)) }
            case .record: add("{}", at: place, steps, path)
            case .list: add("[]", at: place, steps, path)
            case .text(let text): add(text, at: place, steps, path)
            case .number(let text): add(text, at: place, steps, path, isNumber: true)
            case .bool(let bool): add(String(bool), at: place, steps, path)
            case .null: add("null", at: place, steps, path)
            }
        }
    }

    private mutating func add(
        _ text: String, at place: String, _ steps: [String], _ path: FieldPath, isNumber: Bool = false
    ) {
        let start = place + steps.map { "/\($0)" }.joined()
        var key = start, count = 1
        while byKey[key] != nil {
            count += 1
            key = "\(start)#\(count)"
        }
        byKey[key] = values.count
        values.append(Leaf(key: key, path: path.appending(key), steps: steps, text: text, isNumber: isNumber))
    }
}
