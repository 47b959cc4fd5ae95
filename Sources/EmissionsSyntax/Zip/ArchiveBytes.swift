/// Bytes that can be had in any order, as an archive needs them, whose directory stands at its end.
///
/// Whoever knows files gives them: a read at a place of a file, or bytes in memory.
public struct ArchiveBytes {
    public let size: Int
    private let bytes: (_ offset: Int, _ count: Int) throws -> [UInt8]

    /// - Parameters:
    ///   - size: How many there are.
    ///   - read: Gives the bytes at a place, fewer than were asked for only at the end.
    public init(size: Int, read: @escaping (_ offset: Int, _ count: Int) throws -> [UInt8]) {
        (self.size, bytes) = (size, read)
    }

    public init(_ bytes: [UInt8]) {
        self.init(size: bytes.count) { offset, count in
            let start = min(max(0, offset), bytes.count)
            return Array(bytes[start..<(start + min(max(0, count), bytes.count - start))])
        }
    }

    /// All of a source, held in memory.
    ///
    /// - Throws: ``SyntaxError`` where it is bigger than the limit `totalBytes`, or can't be had.
    public init(_ source: ByteSource, beginningWith start: [UInt8] = [], limits: Limits) throws(SyntaxError) {
        var bytes = start
        while let chunk = try source.next() {
            bytes += chunk
            guard bytes.count <= limits.totalBytes else { throw .zip(.tooManyBytes(limits.totalBytes)) }
        }
        self.init(bytes)
    }

    /// As many bytes as the file has from a place on, but no more than `count`.
    func read(_ offset: Int, _ count: Int) throws(SyntaxError) -> [UInt8] {
        do { return try bytes(offset, count) } catch { throw .unavailable(error) }
    }
}

extension [UInt8] {
    /// Whether these are the first bytes of a zip archive: of a member, of an empty one, or of a part of a split one.
    public var beginArchive: Bool {
        guard count >= 4, self[0] == UInt8(ascii: "P"), self[1] == UInt8(ascii: "K") else { return false }
        return [[3, 4], [5, 6], [7, 8]].contains([self[2], self[3]])
    }
}
