import EmissionsDiagnostics

extension XMLTreeBuilder {
    /// Whether an element keeps within the limits; if not, reading ends.
    mutating func admits(_ tag: XMLStartTag, at start: Int, partEnd: Int) -> Bool {
        if open.count >= limits.depth {
            fail(.tooDeep(limits.depth, tag.qualifiedName), at: start)
        } else if tag.attributeCount > limits.attributes || namespaceCount + tag.namespaceCount > limits.attributes {
            fail(.manyAttributes(limits.attributes, tag.qualifiedName), at: start)
        } else if tree.count + tag.attributeCount >= limits.recordValues {
            fail(.manyValues(limits.recordValues, isRecord), at: start)
        } else if !open.isEmpty && max(partEnd - partStart, tree.arena.count) > limits.recordBytes {
            fail(.tooBig(limits.recordBytes, isRecord), at: partStart)
        }
        return failure == nil
    }

    /// Ends the reading where the text ends.
    mutating func fail(_ error: SyntaxError) {
        addressFindings()
        failure = failure ?? error
    }

    /// Ends the reading, for the first reason that is given.
    ///
    /// libxml2 is not stopped here: it may be holding on to memory that stopping it would free.
    mutating func fail(_ fault: XMLFault, at offset: Int, length: Int = 1) {
        guard failure == nil else { return }
        var diagnostic = fault.diagnostic
        (diagnostic.location, diagnostic.excerpt) = text.pointed(at: offset, length: length)
        if let element = open.last { diagnostic.location?.address = tree.address(of: element.node) }
        fail(SyntaxError(fault.kind, diagnostic))
    }
}
