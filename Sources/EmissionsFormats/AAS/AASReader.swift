import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// Reads footprint after footprint of each submodel. What the footprints of a submodel share is read with each of them.
struct AASReader: SubmissionReader {
    static let list = "ProductCarbonFootprints"

    private var records: JSONReader
    private var outline: AASOutline?
    private var next = 0

    init(_ records: JSONReader) { self.records = records }

    var version: String? { AAS.version }

    mutating func next(_ log: inout ReadLog) throws(SyntaxError) -> SubmissionPart? {
        log.restart()
        if var outline, next < outline.footprints.count {
            // What is read stays where it is while the outline makes an excerpt of it.
            self.outline = nil
            let (tree, values) = outline.tree(of: next)
            log.tree = tree
            self.outline = outline
            next += 1
            return .footprint(footprint(values, &log))
        }
        outline = nil
        let role = try records.next(into: &log.tree)
        for finding in records.takeFindings() { log.report(finding) }
        switch role {
        case nil: return nil
        case .header: return header(&log)
        case .record: break
        }
        let root = SourceTree.root
        guard log.isRecord(root, "the submodel", nil, in: ReadLog.part) else { return .footprint(ProductFootprint()) }
        if AASFields.areValues(root, log.tree) { return .footprint(footprint(root, &log)) }
        var found = AASOutline(log.tree)
        guard found.isCarbonFootprint else {
            log.report(Diagnostic("AAS-003", .note, .otherSubmodel, help: .otherSubmodel), at: root, in: ReadLog.part)
            return header(&log)
        }
        guard !found.footprints.isEmpty else {
            log.report(Diagnostic("AAS-002", .error, .noFootprint, help: .noFootprint), at: root, in: ReadLog.part)
            return .footprint(footprint(nil, &log))
        }
        let (tree, values) = found.tree(of: 0)
        (log.tree, outline, next) = (tree, found, 1)
        return .footprint(footprint(values, isAlone: found.footprints.count == 1, &log))
    }

    private func header(_ log: inout ReadLog) -> SubmissionPart {
        var header = SubmissionHeader()
        log.carryUnread(AAS.name, to: &header.carried, in: ReadLog.part, \SubmissionHeader.carried)
        return .header(header)
    }

    private func footprint(
        _ values: SourceTree.NodeID?, isAlone: Bool = false, _ log: inout ReadLog
    ) -> ProductFootprint {
        var footprint = ProductFootprint()
        log.checkKind()
        // A submodel with one footprint names it.
        if isAlone, let node = log.child("id", of: SourceTree.root),
            let text = log.value(of: node, "id", as: .text, nil, in: ReadLog.part)
        {
            footprint.identity.identifier = text
            log.note(\ProductFootprint.identity.identifier, in: ReadLog.part, from: node)
        }
        if let values {
            log.claim(values)
            AASFields.read(values, to: &footprint, &log)
        }
        log.carryUnread(AAS.name, to: &footprint.carried, in: ReadLog.part, \ProductFootprint.carried)
        log.finish()
        return footprint
    }
}

/// Where the footprints of a submodel are.
struct AASOutline {
    typealias NodeID = SourceTree.NodeID

    private var source: SourceTree
    private(set) var footprints: [NodeID] = []
    private(set) var isCarbonFootprint = false
    private var elements: NodeID?
    private var list: NodeID?
    private var items: NodeID?

    init(_ source: SourceTree) {
        self.source = source
        let root = SourceTree.root
        elements = source.firstChild(called: "submodelElements", of: root)
        isCarbonFootprint = source.means("CarbonFootprint/CarbonFootprint", root)
        guard let elements, source.kind(of: elements) == .list else { return }
        for element in source.children(of: elements)
        where source.isCalled(AASReader.list, element) || source.means("/ProductCarbonFootprints/", element) {
            isCarbonFootprint = true
            guard let items = source.firstChild(called: "value", of: element), source.kind(of: items) == .list else {
                continue
            }
            (list, self.items) = (element, items)
            footprints = source.children(of: items).filter { source.kind(of: $0) == .record }
            return
        }
    }

    /// A footprint with what the submodel says of all of them, and where its elements are.
    mutating func tree(of index: Int) -> (SourceTree, values: NodeID?) {
        var tree = SourceTree.excerpt(of: &source)
        let root = tree.append(SourceTree.root, of: &source, isFrame: true)
        let isRepeated = index > 0
        var values: NodeID?
        for child in Array(source.children(of: SourceTree.root)) {
            guard child == elements, let items, let list else {
                tree.append(child, of: &source, under: root, isRepeated: isRepeated)
                continue
            }
            let outer = tree.append(child, of: &source, under: root, isFrame: true)
            for element in Array(source.children(of: child)) {
                guard element == list else {
                    tree.append(element, of: &source, under: outer, isRepeated: isRepeated)
                    continue
                }
                let frame = tree.append(element, of: &source, under: outer, isFrame: true)
                for member in Array(source.children(of: element)) {
                    guard member == items else {
                        tree.append(member, of: &source, under: frame, isRepeated: isRepeated)
                        continue
                    }
                    let inner = tree.append(member, of: &source, under: frame, isFrame: true)
                    for item in Array(source.children(of: member))
                    where item == footprints[index] || index == 0 && source.kind(of: item) != .record {
                        let copy = tree.append(item, of: &source, under: inner)
                        if item == footprints[index] { values = tree.firstChild(called: "value", of: copy) }
                    }
                }
            }
        }
        return (tree, values)
    }
}

extension ReadLog {
    /// A template is for filling in, and says nothing of a product. What the submodel says of itself is structure.
    fileprivate mutating func checkKind() {
        let root = SourceTree.root
        if let kind = tree.firstChild(called: "kind", of: root), tree.text(of: kind) == "Template" {
            report(Diagnostic("AAS-004", .warning, .template, help: .template), at: kind, in: ReadLog.part)
        }
        noteDescription(of: root)
        var waiting = [root]
        while let node = waiting.popLast() {
            for name: NodeName in ["submodelElements", "value"] {
                guard let list = tree.firstChild(called: name, of: node), tree.kind(of: list) == .list else { continue }
                claim(list)
                for element in Array(tree.children(of: list)) where tree.isCalled(AASReader.list, element) {
                    claim(element)
                    noteDescription(of: element)
                    waiting.append(element)
                }
                if node != root {
                    for item in Array(tree.children(of: list)) {
                        claim(item)
                        noteDescription(of: item)
                    }
                }
            }
        }
    }

    /// What an element is and means, which is no value: it stands in the template as well.
    mutating func noteDescription(of element: NodeID) {
        let names: [NodeName] = [
            "modelType", "idShort", "semanticId", "supplementalSemanticIds", "displayName", "description", "category",
            "qualifiers", "valueType", "typeValueListElement", "valueTypeListElement", "semanticIdListElement",
            "orderRelevant", "administration", "kind", "embeddedDataSpecifications", "contentType",
        ]
        for child in Array(tree.children(of: element)) where names.contains(where: { tree.isNamed($0, child) }) {
            var waiting = [child]
            while let node = waiting.popLast() {
                noteStructure(node)
                waiting += Array(tree.children(of: node))
            }
        }
    }
}

extension SourceTree {
    /// Whether an element has a short name.
    func isCalled(_ name: String, _ element: NodeID) -> Bool {
        guard kind(of: element) == .record, let node = firstChild(called: "idShort", of: element) else { return false }
        return text(of: node) == name
    }

    /// Whether one of the keys of an element's semantic identifier has some text in it.
    func means(_ text: String, _ element: NodeID) -> Bool {
        guard kind(of: element) == .record, let semantic = firstChild(called: "semanticId", of: element),
            let keys = firstChild(called: "keys", of: semantic)
        else { return false }
        return children(of: keys).contains { key in
            guard let value = firstChild(called: "value", of: key) else { return false }
            return self.text(of: value).contains(text)
        }
    }
}

extension Diagnostic.Message {
    fileprivate static let otherSubmodel: Self = "a submodel that is not about a carbon footprint, kept as it is"
    fileprivate static let noFootprint: Self = "ProductCarbonFootprints is missing or empty, so that there is no figure"
    fileprivate static let template: Self = "the submodel is a template, and not of a product"
}

extension String {
    fileprivate static let otherSubmodel = "Nothing needs to be done."
    fileprivate static let noFootprint = "Add an entry to ProductCarbonFootprints for each footprint of the product."
    fileprivate static let template = "Send the submodel of the product, with `kind` Instance or without it."
}
