import EmissionsSyntax

/// What a schema says in plain sequences and simple types, read from its own documents.
///
/// libxml2 is the judge of validity, but stops judging an element's children at the first that stands wrong, and keeps
/// its content models to itself. Where a type is a plain sequence of elements, this says which child may come next, so
/// that checking can go on. Types of any other kind are absent from here, and left to libxml2.
struct XSDModel {
    typealias TypeID = Int

    struct Child {
        let name: String
        let type: TypeID?
        let least: Int
        /// `nil` for any number.
        let most: Int?
    }

    enum Definition {
        /// Children in their order, each name once.
        case sequence([Child])
        case simple(base: String, facets: [String: String])
    }

    private(set) var types: [Definition] = []
    private(set) var namespace = ""
    /// The types of the elements that may be the outermost one.
    private(set) var roots: [String: TypeID] = [:]

    func children(of type: TypeID?) -> [Child]? {
        guard let type, case .sequence(let children) = types[type] else { return nil }
        return children
    }

    /// The facets of a simple type, and the type that it is made from.
    func simple(_ type: TypeID?) -> (base: String, facets: [String: String])? {
        guard let type, case .simple(let base, let facets) = types[type] else { return nil }
        return (base, facets)
    }

    init(_ documents: [SourceTree]) {
        // Names are told apart without their namespaces here, so that only schemas of one namespace are taken.
        let namespaces = Set(documents.map { $0.attribute("targetNamespace", of: SourceTree.root) ?? "" })
        guard namespaces.count == 1, documents.allSatisfy(Self.isPlain) else { return }
        namespace = namespaces.first ?? ""
        var builder = Builder(documents)
        guard !builder.isAmbiguous else { return }
        roots = builder.roots()
        types = builder.types
    }

    private static func isPlain(_ document: SourceTree) -> Bool {
        let unusual: Set = ["import", "redefine", "override"]
        let qualifies = document.attribute("elementFormDefault", of: SourceTree.root) == "qualified"
        return qualifies
            && (0..<document.count).allSatisfy { node in
                let name = document.name(of: node)
                return !unusual.contains(name) && name != "@substitutionGroup" && name != "@form"
            }
    }
}

/// Follows declarations from the outermost elements inwards.
private struct Builder {
    let documents: [SourceTree]
    var types: [XSDModel.Definition] = []
    /// Where the named types are declared.
    private var places: [String: (document: Int, node: SourceTree.NodeID)] = [:]
    /// Whether a type is declared twice, or is called like one of XSD's own, so that its name alone does not tell it.
    private(set) var isAmbiguous = false
    /// `nil` for a type that is not plain.
    private var known: [String: XSDModel.TypeID?] = [:]
    /// How many types in types are being read. Beyond the limit, types are left to libxml2.
    private var depth = 0
    private static let deepest = 100

    init(_ documents: [SourceTree]) {
        self.documents = documents
        for (index, document) in documents.enumerated() {
            for node in document.children(of: SourceTree.root)
            where ["complexType", "simpleType"].contains(document.name(of: node)) {
                guard let name = document.attribute("name", of: node) else { continue }
                isAmbiguous = isAmbiguous || places[name] != nil || Self.builtInTypes.contains(name)
                places[name] = (index, node)
            }
        }
    }

    private static let builtInTypes = Set(
        """
        anyType anySimpleType string normalizedString token language Name NCName ID IDREF IDREFS ENTITY ENTITIES NMTOKEN
        NMTOKENS boolean base64Binary hexBinary float double decimal integer nonPositiveInteger negativeInteger long int
        short byte nonNegativeInteger unsignedLong unsignedInt unsignedShort unsignedByte positiveInteger anyURI QName
        NOTATION duration dateTime time date gYearMonth gYear gMonthDay gDay gMonth
        """.split { $0.isWhitespace }.map(String.init))

    mutating func roots() -> [String: XSDModel.TypeID] {
        var roots: [String: XSDModel.TypeID] = [:]
        for (index, document) in documents.enumerated() {
            for node in document.children(of: SourceTree.root) where document.name(of: node) == "element" {
                if let name = document.attribute("name", of: node), let type = type(ofElement: node, index) {
                    roots[name] = type
                }
            }
        }
        return roots
    }

    private mutating func type(ofElement node: SourceTree.NodeID, _ index: Int) -> XSDModel.TypeID? {
        let document = documents[index]
        guard document.attribute("type", of: node) == nil else {
            return type(named: document.attribute("type", of: node)!)
        }
        let inner = document.children(of: node).first { ["complexType", "simpleType"].contains(document.name(of: $0)) }
        guard let inner, let definition = definition(inner, index) else { return nil }
        types.append(definition)
        return types.count - 1
    }

    private mutating func type(named name: String) -> XSDModel.TypeID? {
        let local = name.split(separator: ":").last.map(String.init) ?? name
        if let type = known[local] { return type }
        guard let place = places[local] else {
            types.append(.simple(base: local, facets: [:]))
            known[local] = .some(types.count - 1)
            return types.count - 1
        }
        // In its own content, a type is left to libxml2.
        known[local] = .some(nil)
        guard let definition = definition(place.node, place.document) else { return nil }
        types.append(definition)
        known[local] = .some(types.count - 1)
        return types.count - 1
    }

    private mutating func definition(_ node: SourceTree.NodeID, _ index: Int) -> XSDModel.Definition? {
        guard depth < Self.deepest else { return nil }
        depth += 1
        defer { depth -= 1 }
        let document = documents[index]
        let parts = document.children(of: node).filter { !document.name(of: $0).hasPrefix("@") }
            .filter { document.name(of: $0) != "annotation" }
        if document.name(of: node) == "simpleType" { return parts.first.flatMap { restriction($0, index) } }
        let content = parts.filter { !document.name(of: $0).lowercased().contains("attribute") }
        guard content.count <= 1, document.attribute("abstract", of: node) == nil else { return nil }
        guard let sequence = content.first else { return .sequence([]) }
        guard document.name(of: sequence) == "sequence" else { return nil }
        return children(of: sequence, index).map { .sequence($0) }
    }

    private mutating func restriction(_ node: SourceTree.NodeID, _ index: Int) -> XSDModel.Definition? {
        let document = documents[index]
        guard document.name(of: node) == "restriction", let base = document.attribute("base", of: node) else {
            return nil
        }
        var facets: [String: String] = [:]
        for facet in document.children(of: node) where document.name(of: facet) != "enumeration" {
            facets[document.name(of: facet)] = document.attribute("value", of: facet)
        }
        guard let type = type(named: base), case .simple(let builtIn, let inherited) = types[type] else { return nil }
        return .simple(base: builtIn, facets: inherited.merging(facets) { $1 })
    }

    private mutating func children(of sequence: SourceTree.NodeID, _ index: Int) -> [XSDModel.Child]? {
        let document = documents[index]
        var children: [XSDModel.Child] = []
        // A sequence with attributes may come more or less than once.
        for node in document.children(of: sequence) where document.name(of: node) != "annotation" {
            guard document.name(of: node) == "element", let name = document.attribute("name", of: node),
                !children.contains(where: { $0.name == name })
            else { return nil }
            let most = document.attribute("maxOccurs", of: node) ?? "1"
            let least = document.attribute("minOccurs", of: node) ?? "1"
            guard let least = Int(least), most == "unbounded" || Int(most).map({ $0 > 0 && $0 >= least }) == true else {
                return nil
            }
            children.append(
                .init(name: name, type: type(ofElement: node, index), least: least, most: Int(most)))
        }
        return children
    }
}

extension SourceTree {
    /// The text of an attribute.
    fileprivate func attribute(_ name: String, of node: NodeID) -> String? {
        children(of: node).first { self.name(of: $0) == "@" + name }.map { text(of: $0) }
    }
}
