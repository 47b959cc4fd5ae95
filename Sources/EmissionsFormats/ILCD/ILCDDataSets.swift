import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// The data sets of a package that declarations refer to, read when they are asked for.
struct ILCDDataSets {
    private let package: (any Package)?
    private let layout: ILCDLayout?
    private let limits: Limits
    /// Where the data sets of a folder are, by identifier.
    private var members: [String: [String: PackageMember]] = [:]
    private var flows: [String: ILCDFlow?] = [:]

    init(_ package: any Package, _ layout: ILCDLayout, _ limits: Limits) {
        (self.package, self.layout, self.limits) = (package, layout, limits)
    }

    /// None: a declaration that came alone.
    init() { (package, layout, limits) = (nil, nil, Limits()) }

    var isEmpty: Bool { package == nil }

    /// XML in UTF-8 as it is; `nil` for anything else.
    static func text(of bytes: [UInt8]) -> String? {
        guard bytes.first(where: { $0 > 0x20 && $0 < 0x80 }) == UInt8(ascii: "<") else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    /// The flow that a reference leads to; `nil` where it isn't in the package.
    mutating func flow(_ identifier: String) throws(SyntaxError) -> ILCDFlow? {
        if let known = flows[identifier] { return known }
        let tree = try dataSet("flows", identifier)
        let flow = tree.map { ILCDFlow($0) }
        flows[identifier] = .some(flow)
        return flow
    }

    /// The unit that amounts of a flow property are in: of the reference data if it is known there, else of the package.
    mutating func unit(ofProperty identifier: String) throws(SyntaxError) -> (unit: UnitOfMeasure?, name: String)? {
        if let known = ILCDUnits.property(identifier) { return (known.unit, known.unitName) }
        guard let property = try dataSet("flowproperties", identifier) else { return nil }
        let group = property.first(named: "referenceToReferenceUnitGroup")
            .flatMap { property.text(ofAttribute: "@refObjectId", of: $0) }
        guard let group, let units = try dataSet("unitgroups", group),
            let wanted = units.first(named: "referenceToReferenceUnit").map({ units.text(of: $0) })
        else { return nil }
        for unit in units.all(named: "unit") where units.text(ofAttribute: "@dataSetInternalID", of: unit) == wanted {
            guard let name = units.first(named: "name", in: unit).map({ units.text(of: $0) }) else { continue }
            return (UnitNames.unit(name, UnitOfMeasure.self), name)
        }
        return nil
    }

    private mutating func dataSet(_ folder: String, _ identifier: String) throws(SyntaxError) -> SourceTree? {
        guard let package, let member = try index(folder)[identifier] else { return nil }
        var reader = XMLReader(try package.source(of: member), limits: limits, namespaces: ILCD.prefixes)
        var tree = SourceTree()
        do throws(SyntaxError) {
            guard try reader.next(into: &tree) != nil else { return nil }
        } catch {
            var fault = error
            fault.diagnostic.location?.part = member.name
            throw fault
        }
        return tree
    }

    /// By what the files say, since they are called in many ways.
    private mutating func index(_ folder: String) throws(SyntaxError) -> [String: PackageMember] {
        if let known = members[folder] { return known }
        var found: [String: PackageMember] = [:]
        guard let package, let layout else { return found }
        for member in layout.others where layout.shortName(of: member).hasPrefix(folder + "/") {
            guard let identifier = try Self.identifier(in: package.source(of: member)) else { continue }
            if found[identifier] == nil { found[identifier] = member }
        }
        members[folder] = found
        return found
    }

    /// The text of the first element called `UUID`, which stands near the start.
    private static func identifier(in source: ByteSource) throws(SyntaxError) -> String? {
        let mark = Array("UUID>".utf8)
        var start: [UInt8] = []
        while start.count < 64 << 10, let chunk = try source.next() {
            start += chunk
            guard let end = start.firstRange(of: mark)?.upperBound, end + 36 <= start.count else { continue }
            return String(decoding: start[end..<end + 36], as: UTF8.self)
        }
        return nil
    }
}

/// What a product flow says of its amounts.
struct ILCDFlow {
    struct Property {
        var identifier: String
        var amount: ExactDecimal
    }
    /// The property that amounts of the flow are in.
    var reference: Property?
    var properties: [Property] = []
    var materialProperties: [MaterialProperty] = []

    init(_ tree: SourceTree) {
        let wanted = tree.first(named: "referenceToReferenceFlowProperty").map { tree.text(of: $0) }
        for node in tree.all(named: "flowProperty") {
            guard
                let identifier = tree.first(named: "referenceToFlowPropertyDataSet", in: node)
                    .flatMap({ tree.text(ofAttribute: "@refObjectId", of: $0) }),
                let text = tree.first(named: "meanValue", in: node).map({ tree.text(of: $0) }),
                let amount = ExactDecimal(text.trimmingWhiteSpace)
            else { continue }
            let property = Property(identifier: identifier, amount: amount)
            properties.append(property)
            if let wanted, tree.text(ofAttribute: "@dataSetInternalID", of: node) == wanted { reference = property }
        }
        readMaterialProperties(tree)
    }

    /// MatML: values refer to the details of their property by its id.
    private mutating func readMaterialProperties(_ tree: SourceTree) {
        var details: [String: SourceTree.NodeID] = [:]
        for node in tree.all(named: "mat:PropertyDetails") {
            if let id = tree.text(ofAttribute: "@id", of: node) { details[id] = node }
        }
        for node in tree.all(named: "mat:PropertyData") {
            guard let id = tree.text(ofAttribute: "@property", of: node),
                let text = tree.first(named: "mat:Data", in: node).map({ tree.text(of: $0) })
            else { continue }
            var property = MaterialProperty()
            property.value = ExactDecimal(text.trimmingWhiteSpace)
            if let detail = details[id] {
                property.name = tree.first(named: "mat:Name", in: detail).map { tree.text(of: $0) }
                if let units = tree.first(named: "mat:Units", in: detail) {
                    property.unit = tree.text(ofAttribute: "@name", of: units)
                    property.description = tree.text(ofAttribute: "@description", of: units)
                }
            }
            materialProperties.append(property)
        }
    }
}

extension String {
    fileprivate var trimmingWhiteSpace: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}

extension SourceTree {
    /// The nodes of a name anywhere below one, in the order of the document.
    func all(named name: NodeName, in id: NodeID = SourceTree.root) -> [NodeID] {
        var found: [NodeID] = []
        var stack = [id]
        while let current = stack.popLast() {
            if current != id, isNamed(name, current) { found.append(current) }
            stack.append(contentsOf: Array(children(of: current)).reversed())
        }
        return found
    }

    func first(named name: NodeName, in id: NodeID = SourceTree.root) -> NodeID? {
        var stack = [id]
        while let current = stack.popLast() {
            if current != id, isNamed(name, current) { return current }
            stack.append(contentsOf: Array(children(of: current)).reversed())
        }
        return nil
    }
}
