import CLibXML2
import Synchronization

/// libxml2, whose settings are those of the process.
package enum XMLLibrary {
    /// Makes libxml2 ready for use on any thread, and unable to load anything but what ``serving(_:_:)`` hands it.
    package static let isReady: Bool = {
        xmlInitParser()
        xmlSetExternalEntityLoader { name, _, parser in XMLLibrary.served(name, parser) }
        return true
    }()

    private static let documents = Mutex<[String: [UInt8]]>([:])
    private static let turn = Mutex<Void>(())

    /// Runs `body` while libxml2 can load `documents` by their names, and nothing else. One caller at a time.
    package static func serving<Result>(_ documents: [String: [UInt8]], _ body: () -> Result) -> Result {
        _ = isReady
        return turn.withLock { _ in
            self.documents.withLock { $0 = documents }
            defer { self.documents.withLock { $0 = [:] } }
            return body()
        }
    }

    private static func served(
        _ name: UnsafePointer<CChar>?, _ parser: xmlParserCtxtPtr?
    ) -> xmlParserInputPtr? {
        guard let name, let bytes = documents.withLock({ $0[String(cString: name)] }) else { return nil }
        let buffer = bytes.withUnsafeBytes {
            xmlParserInputBufferCreateMem(
                $0.baseAddress?.assumingMemoryBound(to: CChar.self), CInt($0.count), XML_CHAR_ENCODING_NONE)
        }
        guard let input = xmlNewIOInputStream(parser, buffer, XML_CHAR_ENCODING_NONE) else { return nil }
        // What the document refers to is named from where it stands.
        input.pointee.filename = UnsafeRawPointer(xmlCharStrdup(name))?.assumingMemoryBound(to: CChar.self)
        return input
    }
}
