import EmissionsSyntax

/// A text that is equal to another where its bytes are: Swift's own `String` takes é and e + ´ for equal.
struct ExactText: Hashable, Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (a: ExactText, b: ExactText) -> Bool { a.text.utf8.elementsEqual(b.text.utf8) }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

extension SourceTree {
    func number(of id: NodeID) -> DecimalText { withText(of: id) { DecimalText($0) } }

    /// Whether two values are equal: numbers by value, objects whatever the order of their members.
    func isEqual(_ id: NodeID, to other: NodeID, of tree: SourceTree) -> Bool {
        guard kind(of: id) == tree.kind(of: other) else { return false }
        switch kind(of: id) {
        case .null: return true
        case .bool, .text: return hasSameText(id, as: other, of: tree)
        case .number: return hasSameText(id, as: other, of: tree) || number(of: id) == tree.number(of: other)
        case .list:
            var mine = firstChild(of: id), others = tree.firstChild(of: other)
            while let child = mine, let twin = others {
                guard isEqual(child, to: twin, of: tree) else { return false }
                (mine, others) = (next(after: child), tree.next(after: twin))
            }
            return mine == nil && others == nil
        case .record:
            var twins: [ExactText: NodeID] = [:]
            for twin in tree.children(of: other) { twins[ExactText(tree.name(of: twin))] = twin }
            for child in children(of: id) {
                guard let twin = twins.removeValue(forKey: ExactText(name(of: child))),
                    isEqual(child, to: twin, of: tree)
                else { return false }
            }
            return twins.isEmpty
        }
    }

    private func hasSameText(_ id: NodeID, as other: NodeID, of tree: SourceTree) -> Bool {
        withText(of: id) { mine in tree.withText(of: other) { mine.elementsEqual($0) } }
    }

    /// A number that is the same for equal values.
    func contentHash(of id: NodeID) -> Int {
        var hasher = Hasher()
        hasher.combine(kind(of: id))
        switch kind(of: id) {
        case .null: break
        case .bool, .text: withText(of: id) { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        case .number: hasher.combine(number(of: id))
        case .list: for child in children(of: id) { hasher.combine(contentHash(of: child)) }
        case .record:
            var members = 0
            for child in children(of: id) {
                var member = Hasher()
                member.combine(ExactText(name(of: child)))
                member.combine(contentHash(of: child))
                members ^= member.finalize()
            }
            hasher.combine(members)
        }
        return hasher.finalize()
    }

    /// The first two equal children of a list.
    func twins(in list: NodeID) -> (first: NodeID, second: NodeID)? {
        var seen: [Int: [NodeID]] = [:]
        for child in children(of: list) {
            let hash = contentHash(of: child)
            if let first = seen[hash]?.first(where: { isEqual($0, to: child, of: self) }) { return (first, child) }
            seen[hash, default: []].append(child)
        }
        return nil
    }

    /// The member of an object that is called `name`.
    func member(_ name: NodeName, of id: NodeID) -> NodeID? {
        guard kind(of: id) == .record else { return nil }
        return children(of: id).first { isNamed(name, $0) }
    }
}
