package import CLibXML2
package import EmissionsDiagnostics

/// What follows a document in the same pass in which ``XMLReader`` reads it: the validator of a schema.
///
/// What it finds comes with the reader's own findings.
public struct XMLObserver {
    let events: any XMLEvents

    package init(_ events: any XMLEvents) { self.events = events }
}

/// What is told of a document, in libxml2's terms: whoever follows it may want to pass it on to libxml2.
package protocol XMLEvents: AnyObject {
    /// A reader begins with a document; the one before may have broken off.
    func begin()
    /// An element begins; the reader has it, with its attributes.
    func start(_ tag: XMLTagEvent, at place: XMLPlace)
    /// Text, or a piece of it.
    func text(_ bytes: UnsafePointer<xmlChar>?, count: CInt, isSection: Bool, at place: XMLPlace)
    /// An element ends; the reader still has it, with its text.
    func end(_ tag: XMLTagEvent, at place: XMLPlace)
    /// The document was well-formed to its end.
    func finish(at place: XMLPlace)
}

extension XMLEvents {
    package func begin() {}
}

/// A tag as libxml2 reports it, in libxml2's memory.
///
/// Equal names have equal addresses for as long as the parser lives; so have namespaces.
package struct XMLTagEvent {
    package let name: UnsafePointer<xmlChar>
    package let prefix: UnsafePointer<xmlChar>?
    package let namespace: UnsafePointer<xmlChar>?
    package var namespaceCount: CInt = 0
    package var namespaces: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    package var attributeCount: CInt = 0
    package var defaultedCount: CInt = 0
    package var attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

    package init(
        name: UnsafePointer<xmlChar>, prefix: UnsafePointer<xmlChar>? = nil, namespace: UnsafePointer<xmlChar>?
    ) {
        (self.name, self.prefix, self.namespace) = (name, prefix, namespace)
    }
}

/// Where the reader stands, for whoever has something to say about it.
package struct XMLPlace {
    let builder: UnsafeMutablePointer<XMLTreeBuilder>

    /// A part of the innermost open element.
    package enum Part {
        case startTag
        case attribute(String)
        /// Its text, or its start tag if there is none. Known at its end.
        case value
        /// The text that stands behind its last tag.
        case text
        /// Known at its end.
        case endTag
    }

    /// The name of the innermost open element, as in the file.
    package var elementName: String {
        builder.pointee.open.last.map { xmlQualifiedName($0.prefix, $0.name) } ?? ""
    }

    /// The beginning of the text of the innermost open element, as far as it was read.
    package var text: String { builder.pointee.openText }

    /// Adds a finding, with its place, to those of the reader.
    package func report(_ diagnostic: Diagnostic, at part: Part) {
        builder.pointee.report(diagnostic, at: part, readAsFarAs: Int(xmlByteConsumed(builder.pointee.parser)))
    }

    /// Adds a finding about the document as a whole.
    package func report(_ diagnostic: Diagnostic) { builder.pointee.findings.append(diagnostic) }
}

extension XMLTreeBuilder {
    fileprivate var openText: String { String(decoding: tree.arena.dropFirst(textRun).prefix(1024), as: UTF8.self) }

    fileprivate mutating func report(_ diagnostic: Diagnostic, at part: XMLPlace.Part, readAsFarAs consumed: Int) {
        guard let element = open.last else { return findings.append(diagnostic) }
        let (place, node) = stretch(of: part, element, consumed)
        // What stands before the text that is still here is the start tag of the document element.
        let start = min(max(place.lowerBound, text.start), text.end)
        var diagnostic = diagnostic
        if case .value = part { diagnostic.value = String(openText.prefix(512)) }
        (diagnostic.location, diagnostic.excerpt) = text.pointed(at: start, length: max(0, place.upperBound - start))
        unaddressed.append((diagnostic, node))
    }

    private func stretch(
        of part: XMLPlace.Part, _ element: Element, _ consumed: Int
    ) -> (Range<Int>, SourceTree.NodeID) {
        let last = text.last(UInt8(ascii: "<"), before: consumed) ?? element.start
        let startTag = element.start..<max(element.start, startTagEnd(of: element))
        switch part {
        case .startTag: return (startTag, element.node)
        case .endTag: return (last..<max(last, consumed), element.node)
        case .value: return (text.trimmed(textStart, last) ?? startTag, element.node)
        case .text:
            let end = text.bytes(at: textStart).firstIndex(of: UInt8(ascii: "<")).map { $0 + text.start } ?? text.end
            return (text.trimmed(textStart, end) ?? consumed..<consumed, element.node)
        case .attribute(let name):
            let node = tree.children(of: element.node).first { tree.name(of: $0) == "@" + name }
            guard let node else { return (startTag, element.node) }
            let start = Int(tree.nodes[node].start) + windowStart
            return (start..<start + Int(tree.nodes[node].length), node)
        }
    }

    /// A `>` may stand in an attribute, so that one is looked for from behind, as far as is known.
    private func startTagEnd(of element: Element) -> Int {
        element.start >= partStart
            ? Int(tree.nodes[element.node].length) + element.start : element.start + 1 + element.nameLength
    }

    /// Gives findings their addresses, now that it is known which elements stand side by side.
    mutating func addressFindings() {
        for (diagnostic, node) in unaddressed {
            var diagnostic = diagnostic
            tree.numberSiblings(upwardsFrom: node)
            diagnostic.location?.address = tree.address(of: node)
            findings.append(diagnostic)
        }
        unaddressed.removeAll(keepingCapacity: true)
    }
}

extension XMLTreeBuilder.Element {
    fileprivate var nameLength: Int { xmlQualifiedName(prefix, name).utf8.count }
}
