import EmissionsSyntax

/// Follows declarations from the outermost elements inwards.
struct XSDModelBuilder {
    private let documents: [XSDSource]
    private(set) var types: [XSDModel.Definition] = []
    private typealias Place = (document: Int, node: SourceTree.NodeID)
    /// Where types and elements with a name of their own are declared.
    private var typePlaces: [XSDModel.Name: Place] = [:]
    private var elementPlaces: [XSDModel.Name: Place] = [:]
    /// Whether something is declared twice.
    private(set) var isAmbiguous = false
    /// `nil` for what is not plain.
    private var knownTypes: [XSDModel.Name: XSDModel.TypeID?] = [:]
    private var knownElements: [XSDModel.Name: XSDModel.TypeID?] = [:]
    /// How many types in types are being read. Beyond the limit, types are left to libxml2.
    private var depth = 0
    private static let deepest = 100
    private static let namespaceOfSchemas = "http://www.w3.org/2001/XMLSchema"

    init(_ documents: [XSDSource]) {
        self.documents = documents
        for (index, document) in documents.enumerated() {
            let tree = document.tree, namespace = document.targetNamespace
            for node in tree.children(of: SourceTree.root) {
                guard let local = tree.attribute("name", of: node) else { continue }
                let name = XSDModel.Name(namespace: namespace, local: local)
                switch tree.name(of: node) {
                case "complexType", "simpleType":
                    isAmbiguous = isAmbiguous || typePlaces.updateValue((index, node), forKey: name) != nil
                case "element":
                    isAmbiguous = isAmbiguous || elementPlaces.updateValue((index, node), forKey: name) != nil
                default: break
                }
            }
        }
    }

    mutating func roots() -> [XSDModel.Name: XSDModel.TypeID] {
        var roots: [XSDModel.Name: XSDModel.TypeID] = [:]
        for name in elementPlaces.keys { roots[name] = type(ofElement: name) }
        return roots
    }

    private mutating func type(ofElement name: XSDModel.Name) -> XSDModel.TypeID? {
        if let type = knownElements[name] { return type }
        guard let place = elementPlaces[name] else { return nil }
        // In its own content, an element is left to libxml2.
        knownElements[name] = .some(nil)
        let type = type(of: place.node, place.document)
        knownElements[name] = .some(type)
        return type
    }

    private mutating func type(of element: SourceTree.NodeID, _ index: Int) -> XSDModel.TypeID? {
        let document = documents[index], tree = document.tree
        if let named = tree.attribute("type", of: element) { return document.name(named).flatMap { type(named: $0) } }
        let inner = tree.children(of: element).first { ["complexType", "simpleType"].contains(tree.name(of: $0)) }
        return inner.flatMap { definition($0, index) }.map { add($0) }
    }

    private mutating func type(named name: XSDModel.Name) -> XSDModel.TypeID? {
        if let type = knownTypes[name] { return type }
        if name.namespace == Self.namespaceOfSchemas {
            let type = add(.simple(base: name.local, facets: [:]))
            knownTypes[name] = .some(type)
            return type
        }
        // In its own content, a type is left to libxml2.
        knownTypes[name] = .some(nil)
        guard let place = typePlaces[name] else { return nil }
        let type = definition(place.node, place.document).map { add($0) }
        knownTypes[name] = .some(type)
        return type
    }

    private mutating func add(_ definition: XSDModel.Definition) -> XSDModel.TypeID {
        types.append(definition)
        return types.count - 1
    }

    private mutating func definition(_ node: SourceTree.NodeID, _ index: Int) -> XSDModel.Definition? {
        guard depth < Self.deepest else { return nil }
        depth += 1
        defer { depth -= 1 }
        let tree = documents[index].tree, inner = parts(of: node, tree)
        if tree.name(of: node) == "simpleType" { return inner.first.flatMap { restriction($0, index) } }
        let content = inner.filter { !tree.name(of: $0).lowercased().contains("attribute") }
        guard content.count <= 1, tree.attribute("abstract", of: node) == nil else { return nil }
        guard let content = content.first else { return .sequence([]) }
        switch tree.name(of: content) {
        case "sequence": return sequence(content, index)
        case "simpleContent": return parts(of: content, tree).first.flatMap { restriction($0, index) }
        default: return nil
        }
    }

    /// What stands in a part of a schema, without attributes and explanations.
    private func parts(of node: SourceTree.NodeID, _ tree: SourceTree) -> [SourceTree.NodeID] {
        tree.children(of: node).filter { !tree.name(of: $0).hasPrefix("@") && tree.name(of: $0) != "annotation" }
    }

    /// A simple type made from another, or a text with attributes.
    private mutating func restriction(_ node: SourceTree.NodeID, _ index: Int) -> XSDModel.Definition? {
        let tree = documents[index].tree
        guard ["restriction", "extension"].contains(tree.name(of: node)),
            let base = tree.attribute("base", of: node).flatMap({ documents[index].name($0) })
        else { return nil }
        var facets: [String: String] = [:]
        for facet in tree.children(of: node) where tree.name(of: facet) != "enumeration" {
            facets[tree.name(of: facet)] = tree.attribute("value", of: facet)
        }
        guard let type = type(named: base), case .simple(let builtIn, let inherited) = types[type] else { return nil }
        return .simple(base: builtIn, facets: inherited.merging(facets) { $1 })
    }

    private mutating func sequence(_ sequence: SourceTree.NodeID, _ index: Int) -> XSDModel.Definition? {
        let document = documents[index], tree = document.tree, inner = parts(of: sequence, tree)
        if inner.count == 1, tree.name(of: inner[0]) == "any" {
            // What is skipped is of no type.
            return tree.attribute("processContents", of: inner[0]) == "skip" ? nil : .anyElements
        }
        var children: [XSDModel.Child] = []
        // A sequence with attributes may come more or less than once.
        for node in tree.children(of: sequence) where tree.name(of: node) != "annotation" {
            guard tree.name(of: node) == "element", let child = child(node, document, index),
                !children.contains(where: { $0.name == child.name })
            else { return nil }
            children.append(child)
        }
        return .sequence(children)
    }

    private mutating func child(
        _ node: SourceTree.NodeID, _ document: XSDSource, _ index: Int
    ) -> XSDModel.Child? {
        let tree = document.tree
        let reference = tree.attribute("ref", of: node)
        guard let shown = reference ?? tree.attribute("name", of: node) else { return nil }
        let own = XSDModel.Name(namespace: document.targetNamespace, local: shown)
        guard let name = reference == nil ? own : document.name(shown) else { return nil }
        let most = tree.attribute("maxOccurs", of: node) ?? "1"
        guard let least = Int(tree.attribute("minOccurs", of: node) ?? "1"),
            most == "unbounded" || Int(most).map({ $0 > 0 && $0 >= least }) == true
        else { return nil }
        return XSDModel.Child(
            name: name, shown: shown, type: reference == nil ? type(of: node, index) : type(ofElement: name),
            least: least, most: Int(most))
    }
}
