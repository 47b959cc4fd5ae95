import EmissionsSyntax

extension SourceTree {
    /// What a value is called in a sentence: the name of a member, or its place in a list.
    func subject(_ id: NodeID) -> String {
        guard let parent = parent(of: id) else { return kind(of: id) == .record ? "the object" : "the value" }
        guard kind(of: parent) == .list else { return name(of: id).clipped }
        let list = self.parent(of: parent).map { kind(of: $0) == .list } ?? true ? "the list" : name(of: parent).clipped
        return "item \(ordinal(of: id) + 1) of \(list)"
    }

    /// A value as it is shown in a sentence.
    func shown(_ id: NodeID) -> String {
        switch kind(of: id) {
        case .text: "'\(text(of: id).clipped)'"
        case .number, .bool: text(of: id).clipped
        case .null: "null"
        case .list: hasChildren(id) ? "a list" : "an empty list"
        case .record: hasChildren(id) ? "an object" : "an empty object"
        }
    }
}

extension CountRange {
    /// `at least 1`, `exactly 8`, `2 to 5`.
    var words: String {
        guard let maximum else { return "at least \(minimum)" }
        if minimum == maximum { return "exactly \(minimum)" }
        return minimum == 0 ? "at most \(maximum)" : "\(minimum) to \(maximum)"
    }
}

extension Int {
    func of(_ thing: String) -> String { self == 1 ? "1 \(thing)" : "\(self) \(thing)s" }
}

extension [String] {
    /// `a, b or c`.
    var joinedByOr: String {
        guard count > 1 else { return first ?? "nothing" }
        return dropLast().joined(separator: ", ") + " or " + self[count - 1]
    }
}

extension String {
    /// As much as fits into a sentence, on one line.
    var clipped: String {
        let limit = 60
        let line = unicodeScalars.prefix(limit).map { $0.value < 0x20 ? Unicode.Scalar(UInt8(0x20)) : $0 }
        var text = ""
        text.unicodeScalars.append(contentsOf: line)
        return line.count == limit && unicodeScalars.dropFirst(limit).first != nil ? text + "…" : text
    }
}
