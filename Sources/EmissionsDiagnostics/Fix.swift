/// How what a finding is about could be written so that the finding goes away.
public struct Fix: Hashable, Sendable {
    public enum Safety: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
        /// Only the spelling changes: a person reads the same before and after.
        case safe
        /// Likely what was meant, but something is assumed that the submission does not say.
        case unsafe

        public static func < (a: Safety, b: Safety) -> Bool { a == .safe && b == .unsafe }
    }

    /// What is to be written, whatever the syntax.
    public enum Replacement: Hashable, Sendable {
        /// This text in place of the value.
        case text(String)
        /// This number or truth value in place of the value; without quotation marks where the syntax has some.
        case literal(String)
        /// This name in place of the name.
        case name(String)
        /// The value without the white space around it.
        case trimmed
        /// Nothing: the value goes, and its name with it.
        case removed
    }

    public var safety: Safety
    public var replacement: Replacement
    /// The value as whoever proposes the fix knows it; where the source says it in other words, the fix is none. `nil`
    /// for a fix of the source's own words.
    public var value: String?
    /// How that is written in the file; empty while the place in it is not known.
    public var edits: [SourceEdit] = []
    /// How many values it is about; more than there are ``edits`` where these were too many to be kept.
    public var count = 1

    public init(_ safety: Safety, _ replacement: Replacement, of value: String? = nil) {
        (self.safety, self.replacement, self.value) = (safety, replacement, value)
    }

    /// What it does, as a fragment: `write it 'kilogram'`.
    public var action: String {
        let values = count == 1 ? "it" : "\(count) values"
        return switch replacement {
        case .text(let text): "write \(values) '\(text.prefix(80))'"
        case .literal(let text): "write \(values) \(text.prefix(80))"
        case .name(let name): "spell \(values) \(name)"
        case .trimmed: count == 1 ? "take the white space away" : "take the white space around \(values) away"
        case .removed: "leave \(values) out"
        }
    }
}

/// One stretch of a file, and what is to stand there instead.
public struct SourceEdit: Hashable, Sendable {
    /// Where the stretch is; the length counts what stands there, in bytes of UTF-8.
    public var location: SourceLocation
    /// What stands there.
    public var before: String
    public var after: String
    /// The same two as they are in the file, in its encoding.
    public var bytesBefore: [UInt8]
    public var bytesAfter: [UInt8]

    public init(
        at location: SourceLocation, before: String, after: String, bytesBefore: [UInt8], bytesAfter: [UInt8]
    ) {
        self.location = location
        (self.before, self.after) = (before, after)
        (self.bytesBefore, self.bytesAfter) = (bytesBefore, bytesAfter)
    }
}
