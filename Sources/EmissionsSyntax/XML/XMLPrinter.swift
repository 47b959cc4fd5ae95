/// Writes a ``SourceTree`` as indented XML.
///
/// What it writes, ``XMLReader`` reads back as the same tree.
public enum XMLPrinter {
    /// Writes a node and all that is below it, and a line break.
    ///
    /// Children called `@name` become attributes, those called `#text` the text beside elements. `{namespace}name` is an
    /// element of another namespace.
    ///
    /// - Parameters:
    ///   - tree: The tree that the node is in.
    ///   - node: The node to write as an element.
    ///   - namespace: The namespace of the elements that name none, declared on the first one; `nil` declares nothing.
    ///   - indent: Spaces for each level.
    ///   - startingIndent: Spaces before the first element.
    ///   - sink: Where the bytes are added.
    /// - Returns: How many characters XML 1.0 has no way to say. U+FFFD was written for each, so the text has changed.
    public static func print(
        _ tree: SourceTree, from node: SourceTree.NodeID = SourceTree.root, namespace: String? = nil, indent: Int = 2,
        startingIndent: Int = 0, into sink: inout [UInt8]
    ) -> Int {
        var printing = Printing(tree: tree, namespace: namespace, indent: indent, sink: sink)
        sink = []
        printing.margin(startingIndent)
        printing.element(node, in: nil, margin: startingIndent)
        printing.sink.append(UInt8(ascii: "\n"))
        sink = printing.sink
        return printing.unsayable
    }

    /// Writes the line that an XML file begins with.
    public static func printDeclaration(into sink: inout [UInt8]) {
        sink += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8
    }
}

private struct Printing {
    let tree: SourceTree
    let namespace: String?
    let indent: Int
    var sink: [UInt8]
    var unsayable = 0

    /// - Parameters:
    ///   - id: The node.
    ///   - outer: The namespace that is in force around it.
    ///   - margin: Spaces before its line, or `nil` where white space would become part of a text.
    mutating func element(_ id: SourceTree.NodeID, in outer: String?, margin: Int?) {
        let (own, name) = qualified(id)
        sink.append(UInt8(ascii: "<"))
        sink += name
        if own != outer {
            sink += " xmlns=\"".utf8
            text(Array((own ?? "").utf8), isAttribute: true)
            sink.append(UInt8(ascii: "\""))
        }
        attributes(of: id)
        let children = tree.children(of: id).filter { !isAttribute($0) }
        if children.isEmpty && tree.textIsEmpty(id) {
            sink += "/>".utf8
            return
        }
        sink.append(UInt8(ascii: ">"))
        if children.isEmpty {
            text(of: id, isAttribute: false)
        } else {
            content(children, in: own, margin: children.contains { tree.isNamed("#text", $0) } ? nil : margin)
        }
        sink += "</".utf8
        sink += name
        sink.append(UInt8(ascii: ">"))
    }

    private mutating func content(_ children: [SourceTree.NodeID], in outer: String?, margin: Int?) {
        for child in children {
            if tree.isNamed("#text", child) {
                text(of: child, isAttribute: false)
            } else {
                if let margin { line(margin + indent) }
                element(child, in: outer, margin: margin.map { $0 + indent })
            }
        }
        if let margin { line(margin) }
    }

    private mutating func attributes(of id: SourceTree.NodeID) {
        for child in tree.children(of: id) where isAttribute(child) {
            sink.append(UInt8(ascii: " "))
            sink += nameBytes(child).dropFirst()
            sink += "=\"".utf8
            text(of: child, isAttribute: true)
            sink.append(UInt8(ascii: "\""))
        }
    }

    /// The namespace of an element and its name without it.
    private func qualified(_ id: SourceTree.NodeID) -> (namespace: String?, name: ArraySlice<UInt8>) {
        let name = nameBytes(id)
        guard name.first == UInt8(ascii: "{"), let end = name.lastIndex(of: UInt8(ascii: "}")) else {
            return (namespace, name)
        }
        let own = String(decoding: name[(name.startIndex + 1)..<end], as: UTF8.self)
        return (own.isEmpty ? nil : own, name[(end + 1)...])
    }

    private func isAttribute(_ id: SourceTree.NodeID) -> Bool { nameBytes(id).first == UInt8(ascii: "@") }

    private func nameBytes(_ id: SourceTree.NodeID) -> ArraySlice<UInt8> {
        let run = tree.nodes[id].name
        return tree.arena[Int(run.start)..<Int(run.start) + Int(run.count)]
    }

    mutating func margin(_ count: Int) { sink.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count)) }

    private mutating func line(_ margin: Int) {
        sink.append(UInt8(ascii: "\n"))
        self.margin(margin)
    }
}

// MARK: Text

extension Printing {
    private mutating func text(of id: SourceTree.NodeID, isAttribute: Bool) {
        let run = tree.nodes[id].text
        text(tree.arena[Int(run.start)..<Int(run.start) + Int(run.count)], isAttribute: isAttribute)
    }

    /// Writes UTF-8 with references in place of what would be taken for markup or be changed by a reader.
    private mutating func text(_ bytes: some Collection<UInt8>, isAttribute: Bool) {
        var rest = bytes[...]
        while let byte = rest.first {
            let plain = rest.prefix { Self.isPlain($0, isAttribute: isAttribute) }
            if !plain.isEmpty {
                sink.append(contentsOf: plain)
                rest = rest[plain.endIndex...]
                continue
            }
            rest = rest.dropFirst()
            switch byte {
            case UInt8(ascii: "&"): sink += "&amp;".utf8
            case UInt8(ascii: "<"): sink += "&lt;".utf8
            case UInt8(ascii: ">"): sink += "&gt;".utf8
            case UInt8(ascii: "\""): sink += "&quot;".utf8
            case 0x09, 0x0A, 0x0D: sink += "&#\(byte);".utf8
            // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
            case 0xEF where !rest.starts(with: [0xBF, 0xBE]) && !rest.starts(with: [0xBF, 0xBF]): sink.append(byte)
            default:
                sink += "\u{FFFD}".utf8
                unsayable += 1
                if byte == 0xEF { rest = rest.dropFirst(2) }
            }
        }
    }

    private static func isPlain(_ byte: UInt8, isAttribute: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), 0x0D, 0xEF: false
        case UInt8(ascii: "\""): !isAttribute
        case 0x09, 0x0A: !isAttribute
        case ..<0x20: false
        default: true
        }
    }
}
