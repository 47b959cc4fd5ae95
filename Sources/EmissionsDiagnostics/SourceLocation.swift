/// A stretch of one part of a submission, for pointing at.
public struct SourceLocation: Hashable, Sendable, Codable {
    /// What the place is called in the syntax it was written in.
    public enum Address: Hashable, Sendable, Codable {
        /// A JSON Pointer (RFC 6901).
        case pointer(String)
        /// An XPath of element names and positions, without prefixes.
        case xpath(String)
        /// A spreadsheet cell, such as `B3`.
        case cell(String)
    }

    /// The file inside an archive, or `nil` for a submission that is a single file.
    public var part: String?
    /// The line it starts on, counted from 1.
    public var line: Int
    /// The column it starts at, in Unicode scalars counted from 1.
    public var column: Int
    /// Its length in bytes of UTF-8.
    public var length: Int
    /// Where it starts in the submitted bytes, counted from 0.
    public var byteOffset: Int
    public var address: Address?

    public init(
        part: String? = nil, line: Int, column: Int, length: Int = 0, byteOffset: Int = 0, address: Address? = nil
    ) {
        self.part = part
        self.line = line
        self.column = column
        self.length = length
        self.byteOffset = byteOffset
        self.address = address
    }
}

extension SourceLocation: CustomStringConvertible {
    public var description: String { (part.map { "\($0):" } ?? "") + "\(line):\(column)" }
}

/// The line a finding points at, with the stretch to underline.
public struct Excerpt: Hashable, Sendable {
    /// The line, or a window of it when the line is long.
    public var text: String
    /// How many Unicode scalars of `text` come before the stretch.
    public var indent: Int
    /// How many Unicode scalars the stretch covers on this line; at least one.
    public var width: Int

    public init(text: String, indent: Int, width: Int) {
        self.text = text
        self.indent = indent
        self.width = width
    }
}
