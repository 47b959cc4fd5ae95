import EmissionsDiagnostics

/// The first line of an XML file, as far as it must be known before it can be read.
enum XMLDeclaration {
    /// The encoding that a file which begins with `opening` says it is in.
    static func encoding(in opening: ArraySlice<UInt8>) -> String? {
        guard opening.starts(with: "<?xml".utf8), let end = opening.firstIndex(of: UInt8(ascii: ">")) else {
            return nil
        }
        let words = opening[..<end].split { $0.isXMLSpace || $0 == UInt8(ascii: "=") }
        guard let index = words.firstIndex(where: { $0.elementsEqual("encoding".utf8) }), index + 1 < words.count
        else { return nil }
        let value = words[index + 1]
        guard let quote = value.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
        return String(decoding: value.dropFirst().prefix { $0 != quote }, as: UTF8.self)
    }

    static let missingByteOrderMark = SyntaxError(
        .malformed,
        Diagnostic(
            "SYN-023", .error, "the file seems to be in UTF-16 but does not begin with a byte order mark",
            help: "Save the file as UTF-8, or as UTF-16 with a byte order mark.",
            location: SourceLocation(line: 1, column: 1)))

    static func contradiction(_ name: String, _ encoding: TextEncoding) -> SyntaxError {
        SyntaxError(
            .malformed,
            Diagnostic(
                "SYN-023", .error,
                "the XML declaration says encoding=\"\(name)\" but the byte order mark says \(encoding.rawValue)",
                help: "Let the XML declaration say what the file is in, best UTF-8.",
                location: SourceLocation(line: 1, column: 1)))
    }
}
