public import EmissionsDiagnostics

/// Reads a file as one located subtree after another, so that memory is bounded by the biggest of them.
public protocol RecordReader {
    /// Reads the next part of the file into `tree`, in place of what it held.
    ///
    /// - Returns: What the part is, or `nil` at the end of the file.
    /// - Throws: ``SyntaxError`` where the file can't be read any further.
    mutating func next(into tree: inout SourceTree) throws(SyntaxError) -> RecordRole?

    /// What was noticed since it was last asked that did not stop the reading: an assumed encoding, a key given
    /// twice, a row with too few cells. Reading them forgets them.
    mutating func takeFindings() -> [Diagnostic]
}

/// What a subtree is in its file.
public enum RecordRole: Hashable, Sendable {
    /// What stands outside of the records, before them or (out of its usual place) after them.
    case header
    /// One of many. `stream` is the member or element it stands in, such as `data`; empty when there is none.
    case record(stream: String)
}

/// Why a file can't be read any further: one finding, and what kind of end that is.
public struct SyntaxError: Error, Sendable {
    public enum Kind: Sendable {
        /// Not what it claims to be.
        case malformed
        /// A limit of ours: there is no verdict.
        case limit
        /// The bytes could not be had.
        case unavailable
    }

    public var kind: Kind
    public var diagnostic: Diagnostic

    public init(_ kind: Kind, _ diagnostic: Diagnostic) { (self.kind, self.diagnostic) = (kind, diagnostic) }
}

/// How much a reader takes before it refuses, so that hostile input costs a bounded amount.
///
/// Every limit is named in the finding that it causes, and can be set.
public struct Limits: Hashable, Sendable {
    /// Bytes of the whole file.
    public var totalBytes = 16 << 30
    /// Levels of nesting.
    public var depth = 64
    /// Bytes of one name, number or text.
    public var tokenBytes = 32 << 20
    /// Bytes of one record with all that is in it.
    public var recordBytes = 64 << 20
    /// Values in one record.
    public var recordValues = 2_000_000
    /// Columns of a table.
    public var columns = 2_000
    /// Attributes of one element.
    public var attributes = 200
    /// Members of an archive, with its folders.
    public var archiveMembers = 10_000
    /// Bytes of all members of an archive that are read, unpacked.
    public var archiveBytes = 16 << 30
    /// How many times bigger than packed a member may be, and all of them than the archive, beyond 1 MB.
    public var archiveRatio = 100
    /// Bytes of the name of a member, with its folders.
    public var archiveNameBytes = 1_024
    public init() {}
}

/// Bytes that come in chunks.
public final class ByteSource {
    private let read: () throws -> [UInt8]?

    /// - Parameter chunk: Gives the next bytes, which may be few but not none, or `nil` at the end.
    public init(_ chunk: @escaping () throws -> [UInt8]?) { read = chunk }

    public convenience init(_ bytes: [UInt8]) {
        var rest: [UInt8]? = bytes.isEmpty ? nil : bytes
        self.init {
            defer { rest = nil }
            return rest
        }
    }

    /// The next bytes, or `nil` at the end. A failure to get them is a ``SyntaxError`` of kind `unavailable`.
    public func next() throws(SyntaxError) -> [UInt8]? {
        do { return try read() } catch {
            if let error = error as? SyntaxError { throw error }
            throw SyntaxError(.unavailable, Diagnostic("IO-001", .error, "the file could not be read: \(error)"))
        }
    }
}
