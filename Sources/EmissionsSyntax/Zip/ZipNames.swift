/// What makes a member's name one that is refused.
enum ZipNameFault {
    case empty, absolute, drive, backslash, parent, emptyStep, control
}

/// The names of an archive, each looked at before any of them is used.
struct ZipNames {
    private var seen: [String: String] = [:]

    /// - Throws: where a name could lead anywhere but below the archive, or was there before. Names that differ only in
    ///   case are one name on many systems.
    mutating func add(_ name: String) throws(SyntaxError) {
        if let fault = Self.fault(in: name) { throw .zip(.name(name, fault)) }
        if let first = seen.updateValue(name, forKey: name.lowercased()) { throw .zip(.twice(first, name)) }
    }

    static func fault(in name: String) -> ZipNameFault? {
        let bytes = Array(name.utf8)
        guard let first = bytes.first else { return .empty }
        if bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return .control }
        if first == UInt8(ascii: "/") { return .absolute }
        if bytes.contains(UInt8(ascii: "\\")) { return .backslash }
        if bytes.count > 1, bytes[1] == UInt8(ascii: ":"), (first | 0x20) >= 0x61, (first | 0x20) <= 0x7A {
            return .drive
        }
        var steps = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        if steps.last?.isEmpty == true { steps.removeLast() }
        if steps.contains(where: { $0.elementsEqual("..".utf8) }) { return .parent }
        if steps.contains(where: { $0.isEmpty || $0.elementsEqual(".".utf8) }) { return .emptyStep }
        return nil
    }
}
