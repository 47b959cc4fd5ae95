import CLibXML2

/// libxml2's push parser, which calls a ``XMLTreeBuilder``.
///
/// It is fed UTF-8, never reads anything but what it is fed, and never prints. The builder is held by address because
/// that is what a C function can be given.
final class XMLPushParser {
    private let context: xmlParserCtxtPtr
    let builder: UnsafeMutablePointer<XMLTreeBuilder>

    init(_ builder: XMLTreeBuilder, observer: (any XMLEvents)? = nil) {
        _ = XMLLibrary.isReady
        self.builder = .allocate(capacity: 1)
        self.builder.initialize(to: builder)
        self.builder.pointee.observer = observer
        observer?.begin()
        var handler = Self.handler
        context = xmlCreatePushParserCtxt(&handler, self.builder, nil, 0, nil)
        // Without XML_PARSE_HUGE, libxml2's own limits on names and on what is pushed without an end stay in force.
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
        _ = xmlCtxtUseOptions(context, CInt(options))
        // Told so, it does not guess from the first four bytes.
        _ = xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
        self.builder.pointee.parser = context
    }

    deinit {
        xmlFreeParserCtxt(context)
        builder.deinitialize(count: 1)
        builder.deallocate()
    }

    /// Bytes that libxml2 has read to their end.
    var consumed: Int { builder.pointee.consumed }

    func push(_ bytes: ArraySlice<UInt8>) {
        bytes.withUnsafeBytes {
            _ = xmlParseChunk(context, $0.baseAddress?.assumingMemoryBound(to: CChar.self), CInt($0.count), 0)
        }
    }

    /// Tells libxml2 that there is no more.
    func finish() {
        _ = xmlParseChunk(context, "", 0, 1)
        XMLTreeBuilder.tell(UnsafeMutableRawPointer(builder)) { $0.finish(at: $1) }
    }

    private static var handler: xmlSAXHandler {
        let characters: charactersSAXFunc = { context, bytes, count in
            XMLTreeBuilder.at(context) { $0.characters(UnsafeBufferPointer(start: bytes, count: Int(count))) }
            XMLTreeBuilder.tell(context) { $0.text(bytes, count: count, isSection: false, at: $1) }
        }
        var handler = xmlSAXHandler()
        handler.initialized = UInt32(XML_SAX2_MAGIC)
        handler.startElementNs = {
            context, name, prefix, namespace, namespaceCount, namespaces, count, defaulted, attributes in
            XMLTreeBuilder.at(context) {
                $0.startElement(
                    XMLStartTag(
                        name: name!, prefix: prefix, namespace: namespace, namespaceCount: Int(namespaceCount),
                        attributeCount: Int(count), attributes: attributes),
                    tagEnd: $0.consumed)
            }
            XMLTreeBuilder.tell(context) {
                var tag = XMLTagEvent(name: name!, prefix: prefix, namespace: namespace)
                (tag.namespaceCount, tag.namespaces) = (namespaceCount, namespaces)
                (tag.attributeCount, tag.defaultedCount, tag.attributes) = (count, defaulted, attributes)
                $0.start(tag, at: $1)
            }
        }
        handler.endElementNs = { context, name, prefix, namespace in
            XMLTreeBuilder.tell(context) {
                $0.end(XMLTagEvent(name: name!, prefix: prefix, namespace: namespace), at: $1)
            }
            XMLTreeBuilder.at(context) { $0.endElement(end: $0.consumed) }
        }
        handler.characters = characters
        // The same function, or libxml2 will decide what white space matters.
        handler.ignorableWhitespace = characters
        handler.cdataBlock = { context, bytes, count in
            XMLTreeBuilder.at(context) { $0.characters(UnsafeBufferPointer(start: bytes, count: Int(count))) }
            XMLTreeBuilder.tell(context) { $0.text(bytes, count: count, isSection: true, at: $1) }
        }
        handler.internalSubset = { context, _, _, _ in
            XMLTreeBuilder.at(context) { $0.refuseDocumentType() }
        }
        handler.serror = { context, error in
            guard let error else { return }
            XMLTreeBuilder.at(context) { $0.report(error.pointee, at: $0.consumed) }
        }
        return handler
    }
}

extension XMLTreeBuilder {
    fileprivate var consumed: Int { Int(xmlByteConsumed(parser)) }

    /// Calls `body` with the builder that libxml2 was given, until it has failed.
    @inline(__always)
    fileprivate static func at(_ context: UnsafeMutableRawPointer?, _ body: (inout XMLTreeBuilder) -> Void) {
        let builder = context!.assumingMemoryBound(to: XMLTreeBuilder.self)
        guard builder.pointee.failure == nil else { return }
        body(&builder.pointee)
    }

    /// Tells whoever follows the document, until reading has failed.
    @inline(__always)
    fileprivate static func tell(_ context: UnsafeMutableRawPointer?, _ body: (any XMLEvents, XMLPlace) -> Void) {
        let builder = context!.assumingMemoryBound(to: XMLTreeBuilder.self)
        guard let observer = builder.pointee.observer, builder.pointee.failure == nil else { return }
        body(observer, XMLPlace(builder: builder))
    }
}
