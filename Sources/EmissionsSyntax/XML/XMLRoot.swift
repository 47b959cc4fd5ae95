import CLibXML2

/// What the start tag of the outermost element of a document says.
public struct XMLRoot: Sendable {
    /// Values by the names of the attributes, as `{namespace}name` where they have a namespace.
    public var attributes: [String: String] = [:]

    public init() {}

    package init(_ tag: XMLTagEvent) {
        for index in 0..<Int(tag.attributeCount) {
            guard let name = tag.attributes?[index * 5], let start = tag.attributes?[index * 5 + 3],
                let end = tag.attributes?[index * 5 + 4], start <= end
            else { continue }
            let namespace = tag.attributes?[index * 5 + 2].map { "{\(String(cString: $0))}" } ?? ""
            let value = UnsafeBufferPointer(start: start, count: end - start)
            attributes[namespace + String(cString: name)] = String(decoding: value, as: UTF8.self)
        }
    }
}
