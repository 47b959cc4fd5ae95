import CLibXML2
import EmissionsDiagnostics
public import EmissionsSyntax

/// Holds one document against a schema, in the pass in which ``XMLReader`` reads it.
///
/// Hand ``observer`` to the reader: findings come with the reader's own. Memory is bounded by the depth of the document
/// and its longest text. libxml2 judges; see ``XSDModel`` for what keeps it going after a fault.
public final class XSDValidator {
    private let schema: XSDSchema
    private let context: xmlSchemaValidCtxtPtr
    /// libxml2's own way of following a document, called by hand: it gives no access to the handlers that it wraps,
    /// and could not be kept from seeing what would make it give up.
    private let handler: UnsafeMutablePointer<xmlSAXHandlerPtr?>
    private let handlerData: UnsafeMutablePointer<UnsafeMutableRawPointer?>
    private let plug: xmlSchemaSAXPlugPtr?

    private var open: [XSDElement] = []
    /// How many elements are open that libxml2 isn't told of.
    private var skipped = 0
    private var isMuted = false
    /// The type of the element that ends.
    private var endingType: XSDModel.TypeID?
    /// Where the event that libxml2 is being told of stands, and whether it is the end of an element.
    private var current: (place: XMLPlace, isEnd: Bool)?
    /// Names by the parser's addresses for them and their namespaces, and the types that elements of these names have
    /// where they may be the outermost one.
    private var names: [NameAddresses: (name: XSDModel.Name, root: XSDModel.TypeID?)] = [:]
    /// Namespaces that are not that of instances, by the parser's addresses for them.
    private var otherNamespaces: [UnsafePointer<xmlChar>] = []
    private static let mostNames = 4096
    private let mostFindings: Int
    /// How many faults were found, listed or not.
    public private(set) var faultCount = 0

    /// - Parameters:
    ///   - schema: The schema.
    ///   - mostFindings: How many findings are listed. The rest is counted.
    public init(_ schema: XSDSchema, mostFindings: Int = 1000) {
        self.schema = schema
        self.mostFindings = mostFindings
        context = xmlSchemaNewValidCtxt(schema.compiled)
        handler = .allocate(capacity: 1)
        handler.initialize(to: nil)
        handlerData = .allocate(capacity: 1)
        handlerData.initialize(to: nil)
        plug = xmlSchemaSAXPlug(context, handler, handlerData)
        xmlSchemaSetValidStructuredErrors(
            context,
            { address, error in
                guard let address, let error else { return }
                Unmanaged<XSDValidator>.fromOpaque(address).takeUnretainedValue().note(error.pointee)
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    deinit {
        isMuted = true
        xmlSchemaSAXUnplug(plug)
        xmlSchemaFreeValidCtxt(context)
        handler.deallocate()
        handlerData.deallocate()
    }

    /// For the reader of the document.
    public var observer: XMLObserver { XMLObserver(Events(self)) }

    /// Keeps libxml2's terms out of the public interface.
    private final class Events: XMLEvents {
        let validator: XSDValidator
        init(_ validator: XSDValidator) { self.validator = validator }
        func start(_ tag: XMLTagEvent, at place: XMLPlace) { validator.start(tag, at: place) }
        func end(_ tag: XMLTagEvent, at place: XMLPlace) { validator.end(tag, at: place) }
        func finish(at place: XMLPlace) { validator.finish(at: place) }
        func text(_ bytes: UnsafePointer<xmlChar>?, count: CInt, isSection: Bool, at place: XMLPlace) {
            validator.text(bytes, count, isSection, at: place)
        }
    }
}

// MARK: Events

extension XSDValidator {
    func start(_ tag: XMLTagEvent, at place: XMLPlace) {
        guard skipped == 0 else { return skipped += 1 }
        guard let element = admit(tag, at: place) else { return skipped += 1 }
        open.append(overridesType(tag) ? XSDElement(type: nil) : element)
        tell(place, isEnd: false) { pass(start: tag) }
    }

    func end(_ tag: XMLTagEvent, at place: XMLPlace) {
        guard skipped == 0 else { return skipped -= 1 }
        let element = open.popLast()
        endingType = element?.type
        if let element, let children = schema.model.children(of: element.type) {
            let gaps = element.missingAtEnd(among: children)
            if !gaps.isEmpty {
                for gap in gaps {
                    report(.missing(gap.child.shown, atEndOf: place.elementName), at: .endTag, of: place)
                }
                makeUp(for: gaps)
            }
        }
        tell(place, isEnd: true) { pass(end: tag) }
    }

    func text(_ bytes: UnsafePointer<xmlChar>?, _ count: CInt, _ isSection: Bool, at place: XMLPlace) {
        guard skipped == 0 else { return }
        tell(place, isEnd: false) {
            let handle = isSection ? handler.pointee?.pointee.cdataBlock : handler.pointee?.pointee.characters
            handle?(handlerData.pointee, bytes, count)
        }
    }

    func finish(at place: XMLPlace) {
        if plug == nil { place.report(.noVerdict("there is not enough memory")) }
        if faultCount > mostFindings { place.report(.unlisted(faultCount - mostFindings)) }
    }

    /// What is known of an element, or `nil` if libxml2 is not to be told of it.
    private func admit(_ tag: XMLTagEvent, at place: XMLPlace) -> XSDElement? {
        guard let parent = open.last, !schema.model.takesAnyElements(parent.type) else {
            return XSDElement(type: known(tag).root)
        }
        guard let children = schema.model.children(of: parent.type) else { return XSDElement(type: nil) }
        // libxml2 says by itself that no children may be here at all.
        guard !children.isEmpty else { return XSDElement(type: nil) }
        switch open[open.count - 1].admit(known(tag).name, among: children) {
        case .expected(let child, let gaps):
            if !gaps.isEmpty {
                for gap in gaps {
                    report(.missing(gap.child.shown, before: place.elementName), at: .startTag, of: place)
                }
                makeUp(for: gaps)
            }
            return XSDElement(type: child.type)
        case .tooMany(let most): report(.tooMany(place.elementName, most), at: .startTag, of: place)
        case .late(let next): report(.late(place.elementName, before: next), at: .startTag, of: place)
        case .unknown(let expected):
            report(.unexpected(place.elementName, instead: expected), at: .startTag, of: place)
        }
        return nil
    }

    private func known(_ tag: XMLTagEvent) -> (name: XSDModel.Name, root: XSDModel.TypeID?) {
        let addresses = NameAddresses(name: tag.name, namespace: tag.namespace)
        if let known = names[addresses] { return known }
        let namespace = tag.namespace.map { String(cString: $0) } ?? ""
        let name = XSDModel.Name(namespace: namespace, local: String(cString: tag.name))
        let known = (name, schema.model.roots[name])
        if names.count < Self.mostNames { names[addresses] = known }
        return known
    }

    private struct NameAddresses: Hashable {
        let name: UnsafePointer<xmlChar>
        let namespace: UnsafePointer<xmlChar>?
    }

    /// Lets libxml2 have what is missing, so that it goes on.
    private func makeUp(for gaps: [XSDElement.Gap]) {
        isMuted = true
        defer { isMuted = false }
        for gap in gaps {
            gap.child.name.local.withCString { name in
                gap.child.name.namespace.withCString { namespace in
                    let tag = XMLTagEvent(
                        name: UnsafeRawPointer(name).assumingMemoryBound(to: xmlChar.self),
                        namespace: gap.child.name.namespace.isEmpty
                            ? nil : UnsafeRawPointer(namespace).assumingMemoryBound(to: xmlChar.self))
                    for _ in 0..<gap.count {
                        pass(start: tag)
                        pass(end: tag)
                    }
                }
            }
        }
    }

    /// Whether the element says of what type it is, or that it has no content.
    private func overridesType(_ tag: XMLTagEvent) -> Bool {
        (0..<Int(tag.attributeCount)).contains { index in
            guard let namespace = tag.attributes?[index * 5 + 2], !otherNamespaces.contains(namespace) else {
                return false
            }
            if String(cString: namespace) == "http://www.w3.org/2001/XMLSchema-instance" { return true }
            if otherNamespaces.count < 16 { otherNamespaces.append(namespace) }
            return false
        }
    }

    // MARK: libxml2

    private func tell(_ place: XMLPlace, isEnd: Bool, _ body: () -> Void) {
        current = (place, isEnd)
        body()
        current = nil
    }

    private func pass(start tag: XMLTagEvent) {
        handler.pointee?.pointee.startElementNs?(
            handlerData.pointee, tag.name, tag.prefix, tag.namespace, tag.namespaceCount, tag.namespaces,
            tag.attributeCount, tag.defaultedCount, tag.attributes)
    }

    private func pass(end tag: XMLTagEvent) {
        handler.pointee?.pointee.endElementNs?(handlerData.pointee, tag.name, tag.prefix, tag.namespace)
    }

    private func note(_ error: xmlError) {
        guard !isMuted, let current, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        faultCount += 1
        guard faultCount <= mostFindings else { return }
        let complaint = XSDComplaint(error)
        let type = schema.model.simple(current.isEnd ? endingType : nil)
        let diagnostic = complaint.diagnostic(
            about: current.place.elementName, text: current.place.text, isEnd: current.isEnd, type: type)
        current.place.report(diagnostic, at: complaint.part(isEnd: current.isEnd))
    }

    private func report(_ diagnostic: @autoclosure () -> Diagnostic, at part: XMLPlace.Part, of place: XMLPlace) {
        faultCount += 1
        if faultCount <= mostFindings { place.report(diagnostic(), at: part) }
    }
}
