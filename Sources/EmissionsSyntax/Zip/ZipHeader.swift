/// The header that stands before a member's content and says again what the directory says.
struct ZipHeader {
    /// Where the content begins.
    let contentOffset: Int

    private static let fixed = 30

    /// - Throws: where there is none, or it says something else. Programs that write to a pipe leave checksum and sizes for
    ///   after the content, and may know some of them before.
    init(_ entry: ZipDirectory.Entry, _ archive: ArchiveBytes) throws(SyntaxError) {
        let start = ZipFields(try archive.read(entry.offset, Self.fixed + entry.name.count))
        guard start.hasSignature(3, 4, at: 0) else { throw .zip(.noHeader(entry.name.text)) }
        let extra = start.short(28)
        contentOffset = entry.offset + Self.fixed + entry.name.count + extra
        var header = ZipDirectory.Entry(
            name: start.bytes(Self.fixed, start.short(26)), flags: start.short(6), method: start.short(8),
            packed: start.long(18), size: start.long(22), crc: start.long(14), offset: 0, kind: 0)
        let fields = ZipFields(try archive.read(entry.offset + Self.fixed + entry.name.count, extra))
        let isWhole = fields.widen(&header, from: 0, extra)
        let mayBeOpen = header.flags & 8 != 0
        let numbers = [(header.packed, entry.packed), (header.size, entry.size), (header.crc, entry.crc)]
        guard isWhole, header.name == entry.name, header.method == entry.method,
            header.isEncrypted == entry.isEncrypted,
            numbers.allSatisfy({ own, listed in own == listed || mayBeOpen && own == 0 })
        else { throw .zip(.contradiction(entry.name.text)) }
    }
}
