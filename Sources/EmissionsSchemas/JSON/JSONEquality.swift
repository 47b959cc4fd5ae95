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
        var open = [(id, other)]
        while let (id, other) = open.popLast() {
            guard kind(of: id) == tree.kind(of: other) else { return false }
            switch kind(of: id) {
            case .null: break
            case .bool, .text: guard hasSameText(id, as: other, of: tree) else { return false }
            case .number:
                guard hasSameText(id, as: other, of: tree) || number(of: id) == tree.number(of: other) else {
                    return false
                }
            case .list:
                let mine = Array(children(of: id)), others = Array(tree.children(of: other))
                guard mine.count == others.count else { return false }
                open += zip(mine, others)
            case .record:
                var twins: [ExactText: NodeID] = [:]
                for twin in tree.children(of: other) { twins[ExactText(tree.name(of: twin))] = twin }
                for child in children(of: id) {
                    guard let twin = twins.removeValue(forKey: ExactText(name(of: child))) else { return false }
                    open.append((child, twin))
                }
                guard twins.isEmpty else { return false }
            }
        }
        return true
    }

    private func hasSameText(_ id: NodeID, as other: NodeID, of tree: SourceTree) -> Bool {
        withText(of: id) { mine in tree.withText(of: other) { mine.elementsEqual($0) } }
    }

    /// A number that is the same for equal values, made from as many levels as a document may have.
    private func contentHash(of id: NodeID, levels: Int = 64) -> Int {
        var hasher = Hasher()
        hasher.combine(kind(of: id))
        switch kind(of: id) {
        case .null: break
        case .bool, .text: withText(of: id) { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        case .number: hasher.combine(number(of: id))
        case .list where levels > 0:
            for child in children(of: id) { hasher.combine(contentHash(of: child, levels: levels - 1)) }
        case .record where levels > 0:
            var members = 0
            for child in children(of: id) {
                var member = Hasher()
                member.combine(ExactText(name(of: child)))
                member.combine(contentHash(of: child, levels: levels - 1))
                members ^= member.finalize()
            }
            hasher.combine(members)
        case .list, .record: break
        }
        return hasher.finalize()
    }

    /// The first two equal children of a list.
    func twins(in list: NodeID) -> (first: NodeID, second: NodeID)? {
        guard let first = firstChild(of: list), next(after: first) != nil else { return nil }
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
        var child = firstChild(of: id)
        while let member = child, !isNamed(name, member) { child = next(after: member) }
        return child
    }

    /// The names that an object has no member of.
    func missing(_ names: [NodeName], of id: NodeID) -> [NodeName] {
        // Looking through the members for each name is faster until both are many.
        guard names.count > 64 else { return names.filter { member($0, of: id) == nil } }
        let present = Set(children(of: id).map { ExactText(name(of: $0)) })
        return names.filter { !present.contains(ExactText($0.description)) }
    }
}
