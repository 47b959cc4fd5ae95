import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// Reads a notification, or its content alone: what stands around the goods, then good after good.
///
/// The goods stand too deep in the document to be handed out as they come, so that it is read as a whole.
struct CatenaXReader: SubmissionReader {
    private var documents: JSONReader
    private var source = SourceTree()
    private var goods: [SourceTree.NodeID] = []
    private var list: SourceTree.NodeID?
    private var content = SourceTree.root
    private var next = 0
    private(set) var version: String?

    init(_ documents: JSONReader) { self.documents = documents }

    mutating func next(_ log: inout ReadLog) throws(SyntaxError) -> SubmissionPart? {
        log.restart()
        if next < goods.count {
            next += 1
            return .good(good(next - 1, &log))
        }
        let role = try documents.next(into: &source)
        for finding in documents.takeFindings() { log.report(finding) }
        guard role != nil else { return nil }
        findGoods()
        return .header(header(&log))
    }

    private mutating func findGoods() {
        let root = SourceTree.root
        let inner = source.firstChild(called: "content", of: root).flatMap { source.kind(of: $0) == .record ? $0 : nil }
        content = inner ?? root
        list = source.firstChild(called: "good", of: content).flatMap { source.kind(of: $0) == .list ? $0 : nil }
        goods = list.map { Array(source.children(of: $0)) } ?? []
        next = 0
        guard version == nil else { return }
        let isOld = (0..<source.count).contains { node in CatenaX.oldNames.contains { source.isNamed($0, node) } }
        version = isOld ? CatenaX.old : CatenaX.version
    }

    private mutating func header(_ log: inout ReadLog) -> SubmissionHeader {
        var tree = SourceTree.excerpt(of: &source)
        let root = tree.append(SourceTree.root, of: &source, isFrame: true)
        var inner = root
        for child in Array(source.children(of: SourceTree.root)) where child != list {
            let isFrame = child == content
            let copy = tree.append(child, of: &source, under: root, isFrame: isFrame)
            if isFrame { inner = copy }
        }
        if content != SourceTree.root {
            for child in Array(source.children(of: content)) where child != list {
                tree.append(child, of: &source, under: inner)
            }
        }
        log.tree = tree
        log.claim(inner)
        guard log.isRecord(root, "the notification", nil, in: ReadLog.part) else { return SubmissionHeader() }
        var header = CatenaXFields.header.read(root, in: ReadLog.part, into: &log)
        log.carryUnread(CatenaX.format, to: &header.carried, in: ReadLog.part, \SubmissionHeader.carried)
        if content == SourceTree.root {
            for index in header.carried.indices { header.carried[index].path = "/content" + header.carried[index].path }
        }
        log.finish()
        return header
    }

    private mutating func good(_ index: Int, _ log: inout ReadLog) -> ImportedGood {
        var tree = SourceTree.excerpt(of: &source)
        var place = tree.append(SourceTree.root, of: &source, isFrame: true)
        let frames = content == SourceTree.root ? [list] : [content, list]
        var frameNodes: [SourceTree.NodeID] = []
        for frame in frames.compactMap({ $0 }) {
            place = tree.append(frame, of: &source, under: place, isFrame: true)
            frameNodes.append(place)
        }
        let node = tree.append(goods[index], of: &source, under: place)
        log.tree = tree
        for frame in frameNodes + [node] { log.claim(frame) }
        guard log.isRecord(node, "the good", nil, in: ReadLog.part) else { return ImportedGood() }
        var good = CatenaXFields.good.read(node, in: ReadLog.part, into: &log)
        if good.imported.netMass != nil { good.imported.unit = .tonne }
        CatenaXStructure.read(node, to: &good, &log)
        CatenaXChecks.check(good, node, &log)
        let above = log.tree.addressBelowRoot(of: node)
        log.carryUnread(CatenaX.format, to: &good.carried, in: ReadLog.part, \ImportedGood.carried)
        for index in good.carried.indices {
            good.carried[index].path = String(good.carried[index].path.dropFirst(above.count))
        }
        log.finish()
        return good
    }
}

extension CatenaX {
    fileprivate static let oldNames = oldMembers.sorted().map { NodeName($0) }
}
