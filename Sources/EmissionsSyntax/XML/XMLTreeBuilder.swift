import CLibXML2
import EmissionsDiagnostics

/// Makes trees of what libxml2 reports, one for each record and one for what stands before, between or after them.
///
/// There is always a tree that is being filled. Names and texts go from libxml2's memory straight into its arena; text
/// that has not been given to a node yet is the end of the arena.
struct XMLTreeBuilder {
    /// An element whose end has not come.
    struct Element {
        var node: SourceTree.NodeID
        /// The offset of its start tag.
        let start: Int
        /// As in the file. libxml2 keeps these bytes for as long as its parser lives.
        let name: UnsafePointer<xmlChar>
        let prefix: UnsafePointer<xmlChar>?
        let namespaceCount: Int
        var hasElements = false
    }

    var text: RetainedText
    let limits: Limits
    private let recordNames: [[UInt8]]
    /// The elements that records stand in, below the document element.
    private let recordPath: [[UInt8]]
    /// How many elements are open around a record.
    private var recordDepth: Int { recordPath.count + 1 }
    private var recordCounts: [Int]

    /// Set before the first byte is pushed.
    var parser: xmlParserCtxtPtr?
    /// Who follows the document, if anyone does.
    var observer: (any XMLEvents)?
    /// Why nothing more is read.
    var failure: SyntaxError?
    private(set) var open: [Element] = []
    private(set) var isAfterRoot = false
    /// Whether the text is known to be complete, so that what is missing will not come.
    var isTextComplete = false
    private(set) var rootName: String?
    private(set) var rootNamespace: String?
    private var rootNamespacePointer: UnsafePointer<xmlChar>?
    /// The document element, for telling where it was opened when it is long gone.
    private(set) var rootAnchor = SourceWindow.Anchor()
    var findings: [Diagnostic] = []
    /// Findings about nodes whose addresses aren't known before the tree is complete.
    var unaddressed: [(Diagnostic, SourceTree.NodeID)] = []

    /// Trees that are complete, to be taken from the front.
    private var finished: [(role: RecordRole, tree: SourceTree)] = []
    private var finishedTaken = 0
    /// Storage to fill again.
    private var spare: [SourceTree] = []

    var tree = SourceTree()
    private var role = RecordRole.header
    private var hasGivenHeader = false
    /// Where the part begins, and where its window begins.
    private(set) var partStart = 0
    private(set) var windowStart = 0
    private var names = XMLNameCache()
    /// Where text that is not a node yet begins in the arena, and in the source.
    private(set) var textRun = 0
    private(set) var textStart = 0
    var namespaceCount = 0
    private var foreignNamespaces: Set<String> = []
    /// Prefixes with their colon, by the namespaces that the format names.
    private let prefixes: [String: [UInt8]]
    /// The same by where libxml2 keeps the namespace; `nil` for one that the format doesn't name.
    private var prefixesFound: [UnsafePointer<xmlChar>: [UInt8]?] = [:]

    init(
        text: RetainedText, limits: Limits, records: [String], path: [String] = [], namespaces: [String: String] = [:]
    ) {
        self.text = text
        prefixes = namespaces.mapValues { Array("\($0):".utf8) }
        var limits = limits
        // Places in a tree are 32 bits wide.
        limits.recordBytes = min(limits.recordBytes, 1 << 30)
        limits.tokenBytes = min(limits.tokenBytes, 1 << 30)
        self.limits = limits
        recordNames = records.map { Array($0.utf8) }
        recordPath = path.map { Array($0.utf8) }
        recordCounts = records.map { _ in 0 }
    }
}

// MARK: Handing out

extension XMLTreeBuilder {
    /// Puts the next complete tree in place of `tree`, whose storage will be used again.
    mutating func take(into tree: inout SourceTree) -> RecordRole? {
        guard finishedTaken < finished.count else { return nil }
        swap(&finished[finishedTaken].tree, &tree)
        let role = finished[finishedTaken].role
        finishedTaken += 1
        if finishedTaken == finished.count {
            for (_, tree) in finished where spare.count < 4 { spare.append(tree) }
            finished.removeAll(keepingCapacity: true)
            finishedTaken = 0
        }
        return role
    }

    /// Forgets the text that no tree in the making needs.
    mutating func dropText(upTo consumed: Int) {
        if isIdle {
            placeLateHeader(at: consumed)
            textStart = consumed
        }
        text.drop(before: isAfterRoot ? consumed : partStart)
    }

    /// Whether the tree in the making is one for the elements between records, and none has come.
    private var isIdle: Bool {
        open.count == recordDepth && hasGivenHeader && tree.count == recordDepth && textRun == tree.arena.count
    }

    private mutating func finish(at end: Int) {
        tree.window.bytes.append(contentsOf: text.bytes(at: windowStart, count: end - windowStart))
        tree.window.anchor = text.anchor(at: windowStart)
        tree.window.encoding = text.encoding
        finished.append((role, tree))
    }

    private mutating func begin(_ role: RecordRole, at offset: Int, address: String) {
        addressFindings()
        tree = spare.popLast() ?? SourceTree()
        tree.removeAll()
        tree.syntax = .xml
        tree.rootAddress = address
        self.role = role
        names.forget()
        place(partAt: offset)
        textRun = 0
    }

    private mutating func place(partAt offset: Int) {
        partStart = offset
        windowStart = text.windowStart(for: offset)
    }
}

// MARK: Elements

extension XMLTreeBuilder {
    /// Takes an element whose `>` or `/>` is at `tagEnd`.
    mutating func startElement(_ tag: XMLStartTag, tagEnd: Int) {
        let start = text.last(UInt8(ascii: "<"), before: tagEnd) ?? tagEnd
        guard admits(tag, at: start, partEnd: tagEnd) else { return }
        let parent = parentNode(for: tag, at: start)
        let node = tree.append(.text, name: name(of: tag, at: start), under: parent)
        tree.nodes[node].start = Int32(start - windowStart)
        tree.nodes[node].length = Int32(tagEnd + 1 - start)
        if parent == nil { tree.nodes[node].kind = .record }
        for index in 0..<tag.attributeCount { append(tag.attribute(index), to: node, tag: start..<tagEnd) }
        open.append(
            Element(
                node: node, start: start, name: tag.name, prefix: tag.prefix, namespaceCount: tag.namespaceCount))
        namespaceCount += tag.namespaceCount
        textRun = tree.arena.count
        textStart = tagEnd + 1
    }

    /// Takes the end of an element whose end tag ends before `end`.
    mutating func endElement(end: Int) {
        guard let element = open.popLast() else { return }
        namespaceCount -= element.namespaceCount
        let isPart = open.isEmpty || open.count == recordDepth && role != .header
        if isPart || element.hasElements {
            flushText(under: element.node, before: end, isTag: false)
            if element.start >= partStart { tree.nodes[element.node].length = Int32(end - element.start) }
        } else {
            closeLeaf(element, end: end)
        }
        textStart = end
        guard isPart else { return }
        if open.isEmpty {
            isAfterRoot = true
            addressFindings()
            if !hasGivenHeader || tree.count > recordDepth { finish(at: end) }
            tree = SourceTree()
        } else {
            guard end - partStart <= limits.recordBytes else {
                return fail(.tooBig(limits.recordBytes, isRecord), at: partStart)
            }
            finish(at: end)
            beginLateHeader(at: end)
        }
    }

    mutating func characters(_ bytes: UnsafeBufferPointer<UInt8>) {
        tree.arena.append(contentsOf: bytes)
        if tree.arena.count - textRun > limits.tokenBytes { fail(.longText(limits.tokenBytes), at: textStart) }
    }

    var isRecord: Bool { role != .header }

    /// Where an element belongs, after the part has been changed if a record begins.
    private mutating func parentNode(for tag: XMLStartTag, at start: Int) -> SourceTree.NodeID? {
        guard let parent = open.last else {
            rootName = String(cString: tag.name)
            rootNamespace = tag.namespace.map { String(cString: $0) }
            rootNamespacePointer = tag.namespace
            rootAnchor = text.anchor(at: start)
            begin(.header, at: start, address: "/" + rootName!)
            return nil
        }
        flushText(under: parent.node, before: start, isTag: true)
        if open.count <= recordDepth {
            if open.count == recordDepth, let stream = recordIndex(of: tag) {
                if !hasGivenHeader || tree.count > recordDepth { finish(at: start) } else { spare.append(tree) }
                hasGivenHeader = true
                recordCounts[stream] += 1
                let name = String(cString: tag.name)
                begin(
                    .record(stream: name), at: start, address: "\(recordAddress)/\(name)[\(recordCounts[stream])]")
                return nil
            }
            if hasGivenHeader && tree.count == recordDepth { placeLateHeader(at: start) }
        }
        if !parent.hasElements {
            open[open.count - 1].hasElements = true
            tree.nodes[parent.node].kind = .record
        }
        return parent.node
    }

    private var recordAddress: String {
        recordPath.reduce("/\(rootName!)") { $0 + "/" + String(decoding: $1, as: UTF8.self) }
    }

    private func recordIndex(of tag: XMLStartTag) -> Int? {
        guard !recordNames.isEmpty, tag.namespace == rootNamespacePointer else { return nil }
        for (element, name) in zip(open.dropFirst(), recordPath) {
            let found = UnsafeBufferPointer(start: element.name, count: name.count + 1)
            guard found.dropLast().elementsEqual(name), found[name.count] == 0 else { return nil }
        }
        let name = tag.nameBytes
        return recordNames.firstIndex { $0.count == name.count && $0.elementsEqual(name) }
    }

    /// Begins a tree for what may stand between this record and the next, or behind the last.
    private mutating func beginLateHeader(at offset: Int) {
        begin(.header, at: offset, address: "/" + rootName!)
        for index in open.indices.prefix(recordDepth) {
            let name = names.run(for: .init(name: open[index].name), in: &tree)
            open[index].node = tree.append(.record, name: name, under: index == 0 ? nil : open[index - 1].node)
        }
        textRun = tree.arena.count
        placeLateHeader(at: offset)
    }

    private mutating func placeLateHeader(at offset: Int) {
        place(partAt: offset)
        for index in tree.nodes.indices.prefix(recordDepth) { tree.nodes[index].start = Int32(offset - windowStart) }
    }

    /// The name of a node: the local name, with a prefix in a namespace that the format names, or `{namespace}name` for
    /// what the format does not own.
    private mutating func name(of tag: XMLStartTag, at start: Int) -> SourceTree.Run {
        if tag.namespace == rootNamespacePointer { return names.run(for: .init(name: tag.name), in: &tree) }
        let key = XMLNameCache.Key(name: tag.name, scope: .namespace(tag.namespace))
        if let run = names[key] { return run }
        if let prefix = prefix(of: tag.namespace) { return names.run(for: key, prefix: prefix, in: &tree) }
        let namespace = tag.namespace.map { String(cString: $0) } ?? ""
        if prefixes.isEmpty && foreignNamespaces.count < 16 && foreignNamespaces.insert(namespace).inserted {
            let (location, excerpt) = text.pointed(at: start, length: tag.qualifiedName.utf8.count + 1)
            findings.append(.foreign(tag.qualifiedName, namespace, root: rootName!, location, excerpt))
        }
        let run = tree.store("{\(namespace)}\(String(cString: tag.name))".utf8)
        names[key] = run
        return run
    }

    private mutating func prefix(of namespace: UnsafePointer<xmlChar>?) -> [UInt8]? {
        guard let namespace, !prefixes.isEmpty else { return nil }
        if let found = prefixesFound[namespace] { return found }
        let prefix = prefixes[String(cString: namespace)]
        prefixesFound[namespace] = .some(prefix)
        return prefix
    }

    private mutating func append(_ attribute: XMLAttribute, to node: SourceTree.NodeID, tag: Range<Int>) {
        let key = XMLNameCache.Key(name: attribute.name, scope: .namespace(attribute.namespace), isAttribute: true)
        let name = names[key] ?? names.run(for: key, prefix: prefix(of: attribute.namespace) ?? [], in: &tree)
        let id = tree.append(.text, name: name, under: node)
        tree.nodes[id].text = tree.store(attribute.value)
        // A value without references is still in libxml2's copy of the tag, and so in ours.
        let distance = parser!.pointee.input.pointee.cur - attribute.value.baseAddress!
        if distance > 0 && distance < tag.count && !attribute.value.isEmpty {
            tree.nodes[id].start = Int32(tag.upperBound - distance - windowStart)
            tree.nodes[id].length = Int32(attribute.value.count)
        } else {
            (tree.nodes[id].start, tree.nodes[id].length) = (tree.nodes[node].start, tree.nodes[node].length)
        }
    }
}

// MARK: Text

extension XMLTreeBuilder {
    private mutating func closeLeaf(_ element: Element, end: Int) {
        let count = tree.arena.count - textRun
        tree.nodes[element.node].text = SourceTree.Run(start: Int32(textRun), count: Int32(count))
        textRun = tree.arena.count
        let value = count == 0 ? nil : text.trimmed(textStart, text.last(UInt8(ascii: "<"), before: end) ?? end)
        tree.nodes[element.node].start = Int32((value?.lowerBound ?? element.start) - windowStart)
        tree.nodes[element.node].length = Int32(value?.count ?? end - element.start)
    }

    /// Makes a node of text that stands beside elements, unless it is white space.
    ///
    /// The text ends at `offset`, where a start tag begins, or before the end tag that ends there.
    private mutating func flushText(under parent: SourceTree.NodeID, before offset: Int, isTag: Bool) {
        let count = tree.arena.count - textRun
        guard count > 0 else { return }
        guard !tree.arena[textRun...].allSatisfy(\.isXMLSpace) else {
            tree.arena.removeLast(count)
            return
        }
        let end = isTag ? offset : text.last(UInt8(ascii: "<"), before: offset) ?? offset
        if hasGivenHeader && open.count <= recordDepth && !isRecord && tree.count == recordDepth {
            placeLateHeader(at: max(textStart, text.start))
        }
        let run = SourceTree.Run(start: Int32(textRun), count: Int32(count))
        let node = tree.append(.text, name: tree.store("#text".utf8), under: parent)
        let value = text.trimmed(textStart, end) ?? textStart..<max(textStart, end)
        tree.nodes[node].text = run
        tree.nodes[node].start = Int32(value.lowerBound - windowStart)
        tree.nodes[node].length = Int32(value.count)
        textRun = tree.arena.count
    }
}
