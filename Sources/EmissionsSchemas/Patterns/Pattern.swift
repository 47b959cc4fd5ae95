/// A regular expression of ECMA-262, with `u` and without other flags, that is matched in linear time.
///
/// Patterns come with schemas that partners send, so no pattern may hang the program: a pattern is compiled to a program
/// of bounded size, and a text is read once, with all the places in the program where a match could be. What can't be
/// matched in this way (references back to a group, looking ahead and behind) is refused by name.
public struct Pattern: Sendable {
    public let text: String
    let program: PatternProgram
    private let table: PatternTable?

    public init(_ text: String) throws(PatternError) {
        var parser = PatternParser(text)
        self.text = text
        program = try PatternProgram(parser.parse())
        table = PatternTable(program)
    }

    /// Whether the pattern matches anywhere in the text.
    public func matches(_ text: String) -> Bool {
        var text = text, steps = Int.max
        return text.withUTF8 { matches($0, steps: &steps) } ?? false
    }

    /// Whether the pattern matches anywhere in a text that is valid UTF-8; `nil` where the steps were not enough. What it
    /// took is subtracted from them.
    func matches(_ text: UnsafeBufferPointer<UInt8>, steps: inout Int) -> Bool? {
        if let isMatch = table?.matches(text) {
            steps -= 1 + text.count / 16
            return isMatch
        }
        var matcher = PatternMatcher(program, steps: steps)
        defer { steps = matcher.steps }
        return matcher.run(text)
    }
}

/// Why a text is not a pattern, or not one that is supported.
public struct PatternError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Kind: Hashable, Sendable {
        /// No regular expression of ECMA-262.
        case malformed
        /// One that can't be matched in linear time, or that asks for data that is not here.
        case unsupported
        /// One whose program would be too big.
        case tooBig
    }

    public var kind: Kind
    /// What it is, as a fragment: `a reference back to a group (\1)`.
    public var description: String
    /// Where in the pattern, in Unicode scalars counted from 0.
    public var offset: Int

    public init(kind: Kind, description: String, offset: Int) {
        (self.kind, self.description, self.offset) = (kind, description, offset)
    }
}
