import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// Reads a package: what holds for all of it, then product after product, each with its installation and its operator.
///
/// A package is one producer's for one quarter, and small; its document is read as a whole.
struct DataPackageReader: SubmissionReader {
    private var document: XMLReader
    private var outline: DataPackageOutline?
    private var next = 0
    /// Whether it was said what the codes for sources of electricity mean.
    private var hasNotedSources = false

    init(_ document: XMLReader) { self.document = document }

    var version: String? { DataPackage.version }

    mutating func next(_ log: inout ReadLog) throws(SyntaxError) -> SubmissionPart? {
        log.restart()
        guard var outline else {
            var tree = SourceTree()
            let role = try document.next(into: &tree)
            for finding in document.takeFindings() { log.report(finding) }
            guard role != nil else { return nil }
            var outline = DataPackageOutline(tree)
            log.tree = outline.headerTree()
            let header = readHeader(outline, &log)
            self.outline = outline
            return .header(header)
        }
        guard next < outline.products.count else { return nil }
        // What is read stays where it is while the outline makes an excerpt of it.
        self.outline = nil
        log.tree = outline.tree(ofProduct: next)
        self.outline = outline
        next += 1
        return .footprint(readProduct(&log))
    }

    private func readHeader(_ outline: DataPackageOutline, _ log: inout ReadLog) -> SubmissionHeader {
        let root = SourceTree.root
        if document.rootNamespace != DataPackage.namespace {
            log.report(
                Diagnostic("DPK-001", .warning, .namespace(document.rootNamespace), help: .namespace), at: root,
                in: ReadLog.part)
        }
        for name: NodeName in ["@schemaLocation", "@version", "@schemaVersion"] { _ = log.child(name, of: root) }
        log.claimMarks()
        var header = DataPackageFields.header.read(root, in: ReadLog.part, into: &log)
        DataPackageChecks.checkCounts(outline, &log)
        DataPackageChecks.checkIdentifiers(outline, &log)
        DataPackageChecks.checkSummary(outline, &log)
        log.carryUnread(DataPackage.format, to: &header.carried, in: ReadLog.part, \SubmissionHeader.carried)
        log.finish()
        return header
    }

    private mutating func readProduct(_ log: inout ReadLog) -> ProductFootprint {
        log.claimMarks()
        var footprint = DataPackageFields.footprint.read(SourceTree.root, in: ReadLog.part, into: &log)
        DataPackageChecks.check(footprint, &log)
        if !hasNotedSources, DataPackageChecks.noteSource(of: footprint, &log) { hasNotedSources = true }
        let key = \ProductFootprint.carried
        log.carryUnread(DataPackage.format, to: &footprint.carried, in: ReadLog.part, key)
        for index in footprint.carried.indices { footprint.carried[index].path.forgetPositions() }
        log.finish()
        return footprint
    }
}

/// Where the products of a package are.
struct DataPackageOutline {
    typealias NodeID = SourceTree.NodeID

    struct Product {
        var node: NodeID
        /// The position in ``installations``.
        var installation: Int
    }
    struct Installation {
        var node: NodeID
        var products: NodeID
        /// What else is in it and in its list of products.
        var others: [NodeID], othersInList: [NodeID]
        var firstProduct: Int
        var productCount: Int
    }

    private(set) var source: SourceTree
    private(set) var products: [Product] = []
    private(set) var installations: [Installation] = []
    private(set) var list: NodeID?
    private var operatorNode: NodeID?
    /// What belongs to no product, below the list of installations.
    private var strays: [NodeID] = []
    /// What the list of installations says of itself.
    private var marks: [NodeID] = []

    init(_ source: SourceTree) {
        self.source = source
        let root = SourceTree.root
        guard let list = source.firstChild(called: "Installations", of: root) else { return }
        self.list = list
        for child in source.children(of: list) {
            if source.withName(of: child, { $0.first == UInt8(ascii: "@") }) {
                marks.append(child)
                continue
            }
            guard source.isNamed("Installation", child), let products = source.firstChild(called: "Products", of: child)
            else {
                strays.append(child)
                continue
            }
            let items = Array(source.children(of: products))
            let found = items.filter { source.isNamed("Product", $0) }
            guard !found.isEmpty else {
                strays.append(child)
                continue
            }
            let position = installations.count
            installations.append(
                Installation(
                    node: child, products: products, others: source.children(of: child).filter { $0 != products },
                    othersInList: items.filter { !source.isNamed("Product", $0) }, firstProduct: self.products.count,
                    productCount: found.count))
            self.products += found.map { Product(node: $0, installation: position) }
        }
        if !products.isEmpty { operatorNode = source.firstChild(called: "Operator", of: root) }
    }

    /// All that belongs to no product.
    mutating func headerTree() -> SourceTree {
        var tree = SourceTree.excerpt(of: &source)
        let root = tree.append(SourceTree.root, of: &source, isFrame: true)
        for child in Array(source.children(of: SourceTree.root)) where child != operatorNode {
            if child != list || products.isEmpty {
                tree.append(child, of: &source, under: root)
            } else if !strays.isEmpty {
                let frame = tree.append(child, of: &source, under: root, isFrame: true)
                for stray in strays { tree.append(stray, of: &source, under: frame) }
            }
        }
        return tree
    }

    /// A product, with the installation and the operator that it comes from.
    mutating func tree(ofProduct index: Int) -> SourceTree {
        let product = products[index], installation = installations[product.installation]
        let isRepeated = index != installation.firstProduct
        var tree = SourceTree.excerpt(of: &source)
        let root = tree.append(SourceTree.root, of: &source, isFrame: true)
        if let operatorNode { tree.append(operatorNode, of: &source, under: root, isRepeated: index > 0) }
        guard let list else { return tree }
        let outer = tree.append(list, of: &source, under: root, isFrame: true)
        for mark in marks { tree.append(mark, of: &source, under: outer, isRepeated: index > 0) }
        let inner = tree.append(installation.node, of: &source, under: outer, isFrame: true)
        for other in installation.others { tree.append(other, of: &source, under: inner, isRepeated: isRepeated) }
        let items = tree.append(installation.products, of: &source, under: inner, isFrame: true)
        for other in installation.othersInList {
            tree.append(other, of: &source, under: items, isRepeated: isRepeated)
        }
        tree.append(product.node, of: &source, under: items)
        return tree
    }
}

extension ReadLog {
    /// Claims the attributes by which the package says that a field is informative, where they say nothing else.
    fileprivate mutating func claimMarks() {
        for node in 0..<tree.count where tree.isLeaf(node) {
            let mark: [NodeName] = ["@regulatory", "@optional", "@informative"]
            guard let position = mark.firstIndex(where: { tree.isNamed($0, node) }) else { continue }
            let words = position == 0 ? ["false", "0"] : ["true", "1"]
            if words.contains(tree.text(of: node)) { noteStructure(node) }
        }
    }
}

extension String {
    /// Takes out which installation and product something belongs to: in what is written there is one of each.
    fileprivate mutating func forgetPositions() {
        let steps = split(separator: "/", omittingEmptySubsequences: false).map { step in
            for name in ["Installation", "Product"] where step.hasPrefix(name + "[") { return name }
            return String(step)
        }
        self = steps.joined(separator: "/")
    }
}

extension Diagnostic.Message {
    fileprivate static func namespace(_ found: String?) -> Self {
        "the package is in \(found.map { "the namespace '\($0)'" } ?? "no namespace"), expected '\(DataPackage.namespace)'"
    }
}

extension String {
    fileprivate static let namespace = "Declare it on the root element with xmlns=\"\(DataPackage.namespace)\"."
}
