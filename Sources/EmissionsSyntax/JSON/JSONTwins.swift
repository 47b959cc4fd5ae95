import EmissionsDiagnostics

extension JSONParsing {
    /// A finding for each key of the value parsed last that was given before in the same object.
    func twinFindings(in tree: inout SourceTree) -> [Diagnostic] {
        guard !keys.twins.isEmpty else { return [] }
        var findings: [Diagnostic] = []
        for twin in keys.twins {
            let line = tree.location(of: twin.first).line
            findings.append(tree.givenTwice(twin.second, firstLine: line))
        }
        if keys.furtherCount > 0 {
            findings.append(
                Diagnostic(
                    "SYN-003", .error, "\(keys.furtherCount) more keys of this record are given twice",
                    help: "Keep one of each.", location: tree.location(of: SourceTree.root)))
        }
        return findings
    }
}

/// The names of the members of an object at the top, of which a tree holds only a part at a time.
struct JSONTopMembers {
    private var lines: [String: Int] = [:]

    /// Adds the members that were read together, which were compared with each other before.
    mutating func add(_ tree: SourceTree) -> [Diagnostic] {
        var tree = tree
        var findings: [Diagnostic] = []
        let members = Array(tree.children(of: SourceTree.root))
        for member in members {
            guard let line = lines[tree.name(of: member)] else { continue }
            findings.append(tree.givenTwice(member, firstLine: line))
        }
        for member in members {
            let name = tree.name(of: member)
            if lines[name] == nil { lines[name] = tree.location(of: member).line }
        }
        return findings
    }

    /// Adds a member that is read record by record.
    mutating func add(_ name: String, _ spot: (location: SourceLocation, excerpt: Excerpt?)) -> Diagnostic? {
        guard let line = lines[name] else {
            lines[name] = spot.location.line
            return nil
        }
        return .givenTwice(name, firstLine: line, spot.location, spot.excerpt)
    }
}

extension SourceTree {
    fileprivate mutating func givenTwice(_ id: NodeID, firstLine: Int) -> Diagnostic {
        let value = Int(nodes[id].start)
        let key = startOfKey(before: value)
        let anchor = window.anchor(at: key.start)
        let location = SourceLocation(
            line: anchor.line, column: anchor.column, length: key.length, byteOffset: anchor.byteOffset,
            address: address(of: id))
        return .givenTwice(
            name(of: id), firstLine: firstLine, location, window.excerpt(start: key.start, length: key.length))
    }

    /// Where the name of the value that begins at `value` is written.
    private func startOfKey(before value: Int) -> (start: Int, length: Int) {
        let quote = UInt8(ascii: "\""), backslash = UInt8(ascii: "\\")
        guard let end = window.bytes[..<value].lastIndex(of: quote) else { return (value, 1) }
        var start = end
        while let candidate = window.bytes[..<start].lastIndex(of: quote) {
            start = candidate
            let escapes = window.bytes[..<candidate].reversed().prefix { $0 == backslash }.count
            if escapes.isMultiple(of: 2) { break }
        }
        return (start, end + 1 - start)
    }
}

extension Diagnostic {
    fileprivate static func givenTwice(
        _ name: String, firstLine: Int, _ location: SourceLocation, _ excerpt: Excerpt?
    ) -> Diagnostic {
        Diagnostic(
            "SYN-003", .error, "the key \"\(name)\" is given twice in one object, first at line \(firstLine)",
            help: "Keep one of them; programs differ in which one they take.", location: location, excerpt: excerpt)
    }
}
