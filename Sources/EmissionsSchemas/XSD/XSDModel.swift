import EmissionsSyntax

/// What a schema says in plain sequences and simple types, read from its own documents.
///
/// libxml2 is the judge of validity, but stops judging an element's children at the first that stands wrong, and keeps
/// its content models to itself. Where a type is a plain sequence of elements, this says which child may come next, so
/// that checking can go on. Types of any other kind are absent from here, and left to libxml2.
struct XSDModel {
    typealias TypeID = Int

    /// A name in its namespace, which is empty for none.
    struct Name: Hashable {
        let namespace: String
        let local: String
    }

    struct Child {
        let name: Name
        /// The name as the schema writes it.
        let shown: String
        let type: TypeID?
        let least: Int
        /// `nil` for any number.
        let most: Int?
    }

    enum Definition {
        /// Children in their order, each name once.
        case sequence([Child])
        /// Children that may be any of the elements that can be the outermost one.
        case anyElements
        case simple(base: String, facets: [String: String])
    }

    private(set) var types: [Definition] = []
    /// The types of the elements that may be the outermost one.
    private(set) var roots: [Name: TypeID] = [:]

    func children(of type: TypeID?) -> [Child]? {
        guard let type, case .sequence(let children) = types[type] else { return nil }
        return children
    }

    func takesAnyElements(_ type: TypeID?) -> Bool {
        guard let type, case .anyElements = types[type] else { return false }
        return true
    }

    /// The facets of a simple type, and the type that it is made from.
    func simple(_ type: TypeID?) -> (base: String, facets: [String: String])? {
        guard let type, case .simple(let base, let facets) = types[type] else { return nil }
        return (base, facets)
    }

    init(_ documents: [XSDSource]) {
        guard documents.allSatisfy(\.isPlain) else { return }
        // What has no namespace takes that of whoever includes it.
        let namespaces = Set(documents.filter(\.declaresAnything).map(\.targetNamespace))
        guard namespaces.count == 1 || !namespaces.contains("") else { return }
        var builder = XSDModelBuilder(documents)
        guard !builder.isAmbiguous else { return }
        roots = builder.roots()
        types = builder.types
    }
}

extension XSDSource {
    var targetNamespace: String { tree.attribute("targetNamespace", of: SourceTree.root) ?? "" }

    /// Whether it does more than to name other documents.
    fileprivate var declaresAnything: Bool {
        tree.children(of: SourceTree.root).contains {
            !["import", "include", "annotation"].contains(tree.name(of: $0)) && !tree.name(of: $0).hasPrefix("@")
        }
    }

    fileprivate var isPlain: Bool {
        let unusual: Set = ["redefine", "override", "@substitutionGroup", "@form"]
        let names = Set((0..<tree.count).map { tree.name(of: $0) })
        let qualifies = tree.attribute("elementFormDefault", of: SourceTree.root) == "qualified"
        return !declaresMoreNamespaces && names.isDisjoint(with: unusual) && (qualifies || !names.contains("element"))
    }

    /// The name that a qualified one stands for.
    func name(_ qualified: String) -> XSDModel.Name? {
        guard let colon = qualified.firstIndex(of: ":") else {
            return XSDModel.Name(namespace: namespaces[""] ?? "", local: qualified)
        }
        let local = String(qualified[qualified.index(after: colon)...])
        return namespaces[String(qualified[..<colon])].map { XSDModel.Name(namespace: $0, local: local) }
    }
}

extension SourceTree {
    /// The text of an attribute.
    func attribute(_ name: String, of node: NodeID) -> String? {
        children(of: node).first { self.name(of: $0) == "@" + name }.map { text(of: $0) }
    }
}
