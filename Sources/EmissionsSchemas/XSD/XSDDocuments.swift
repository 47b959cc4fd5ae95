import CLibXML2
public import EmissionsSyntax

/// Holds documents, one after another, each against a schema that is chosen by its outermost element.
///
/// It is the ``XSDValidator`` of a package of documents, and of formats whose version the outermost element tells.
public final class XSDDocuments {
    private let choose: (XMLRoot) -> XSDSchema?
    private let mostFindings: Int
    /// Of the document that is being read.
    private var validator: XSDValidator?
    private var isChosen = false

    /// - Parameters:
    ///   - mostFindings: How many findings of each document are listed. The rest is counted.
    ///   - choose: The schema for a document; `nil` if it is not to be checked.
    public init(mostFindings: Int = 1000, _ choose: @escaping (XMLRoot) -> XSDSchema?) {
        (self.mostFindings, self.choose) = (mostFindings, choose)
    }

    /// For the readers of the documents.
    public var observer: XMLObserver { XMLObserver(Events(self)) }

    /// Keeps libxml2's terms out of the public interface.
    private final class Events: XMLEvents {
        let documents: XSDDocuments
        init(_ documents: XSDDocuments) { self.documents = documents }

        func begin() { (documents.validator, documents.isChosen) = (nil, false) }

        func start(_ tag: XMLTagEvent, at place: XMLPlace) {
            if !documents.isChosen {
                documents.isChosen = true
                documents.validator = documents.choose(XMLRoot(tag)).map {
                    XSDValidator($0, mostFindings: documents.mostFindings)
                }
            }
            documents.validator?.start(tag, at: place)
        }

        func end(_ tag: XMLTagEvent, at place: XMLPlace) { documents.validator?.end(tag, at: place) }
        func finish(at place: XMLPlace) { documents.validator?.finish(at: place) }
        func text(_ bytes: UnsafePointer<xmlChar>?, count: CInt, isSection: Bool, at place: XMLPlace) {
            documents.validator?.text(bytes, count, isSection, at: place)
        }
    }
}
