/// What the directory of a zip archive says of its members, read before anything else of it is believed.
///
/// libzip reads the directory again; what it would not tell is looked at here: how much it is going to hold in memory,
/// what kinds of files there are, and whether they overlap.
struct ZipDirectory {
    struct Entry {
        var name: [UInt8]
        var flags: Int, method: Int
        var packed: Int, size: Int
        var crc: Int
        /// Where its own header stands.
        var offset: Int
        /// What kind of file it is on a Unix system, as `S_IFMT` has it; 0 where that is not said.
        var kind: Int

        var isFolder: Bool { name.last == UInt8(ascii: "/") }
        var isEncrypted: Bool { flags & 0x2041 != 0 }
        var saysUTF8: Bool { flags & 0x800 != 0 }
    }

    private(set) var entries: [Entry] = []
    private let end: ZipEnd

    init(_ archive: ArchiveBytes, _ limits: Limits) throws(SyntaxError) {
        end = try ZipEnd(archive)
        guard end.count <= limits.archiveMembers else {
            throw .zip(.tooManyMembers(end.count, limit: limits.archiveMembers))
        }
        guard end.directorySize <= limits.recordBytes else {
            throw .zip(.bigDirectory(end.directorySize, limit: limits.recordBytes))
        }
        let bytes = ZipFields(try archive.read(end.directoryOffset, end.directorySize))
        guard bytes.count == end.directorySize else { throw .zip(.cutOff) }
        try read(bytes, limits)
        try checkHeaders(archive)
    }

    private mutating func read(_ bytes: ZipFields, _ limits: Limits) throws(SyntaxError) {
        var start = 0, names: Set<[UInt8]> = []
        entries.reserveCapacity(end.count)
        for number in 1...max(1, end.count) where end.count > 0 {
            guard bytes.hasSignature(1, 2, at: start), start + Self.fixed <= bytes.count else {
                throw .zip(.noEntry(number, of: end.count))
            }
            let lengths = (name: bytes.short(start + 28), extra: bytes.short(start + 30), note: bytes.short(start + 32))
            let next = start + Self.fixed + lengths.name + lengths.extra + lengths.note
            guard next <= bytes.count else { throw .zip(.noEntry(number, of: end.count)) }
            let name = bytes.bytes(start + Self.fixed, lengths.name)
            guard name.count <= limits.archiveNameBytes else {
                throw .zip(.longName(name.text, limit: limits.archiveNameBytes))
            }
            let isUnix = [3, 19].contains(bytes.byte(start + 5))
            var entry = Entry(
                name: name, flags: bytes.short(start + 8), method: bytes.short(start + 10),
                packed: bytes.long(start + 20), size: bytes.long(start + 24), crc: bytes.long(start + 16),
                offset: bytes.long(start + 42),
                kind: isUnix ? bytes.short(start + 40) & 0xF000 : 0)
            let isWhole = bytes.widen(&entry, from: start + Self.fixed + lengths.name, lengths.extra)
            guard isWhole else { throw .zip(.badSizes(entry.name.text)) }
            try judge(entry)
            guard names.insert(name).inserted else { throw .zip(.twice(name.text, name.text)) }
            entries.append(entry)
            start = next
        }
        guard start == bytes.count else { throw .zip(.moreThanEntries(end.count)) }
    }

    private static let fixed = 46

    private func judge(_ entry: Entry) throws(SyntaxError) {
        guard !entry.name.contains(0) else { throw .zip(.name(entry.name.text, .control)) }
        guard !entry.saysUTF8 || entry.name.isUTF8 else { throw .zip(.notUTF8(entry.name.text)) }
        switch entry.kind {
        case 0, 0x8000: break
        case 0x4000: break
        case 0xA000: throw .zip(.link(entry.name.text))
        default: throw .zip(.specialFile(entry.name.text))
        }
        guard !entry.isFolder || entry.size == 0 else { throw .zip(.fullFolder(entry.name.text, entry.size)) }
    }

    /// Looks at each member's own header, and whether members share bytes: those unpack to far more than there is in the
    /// file.
    private func checkHeaders(_ archive: ArchiveBytes) throws(SyntaxError) {
        let sorted = entries.sorted { $0.offset < $1.offset }
        for (index, entry) in sorted.enumerated() {
            let isLast = index + 1 == sorted.count
            let limit = isLast ? end.directoryOffset : sorted[index + 1].offset
            guard entry.offset <= end.directoryOffset else { throw .zip(.outside(entry.name.text)) }
            let start = try ZipHeader(entry, archive).contentOffset
            if start <= limit, entry.packed <= limit - start { continue }
            guard !isLast else { throw .zip(.outside(entry.name.text)) }
            throw .zip(.overlap(entry.name.text, sorted[index + 1].name.text))
        }
    }
}

extension ZipFields {
    /// Takes the sizes and the place from the field for archives beyond 4 GB where an entry has no room for them.
    ///
    /// - Returns: Whether they are there.
    func widen(_ entry: inout ZipDirectory.Entry, from start: Int, _ length: Int) -> Bool {
        guard [entry.packed, entry.size, entry.offset].contains(0xFFFF_FFFF) else { return true }
        var place = start
        while place + 4 <= start + length {
            let (kind, end) = (short(place), place + 4 + short(place + 2))
            guard end <= start + length else { break }
            guard kind == 1 else {
                place = end
                continue
            }
            var value = place + 4
            for key in [\ZipDirectory.Entry.size, \.packed, \.offset] where entry[keyPath: key] == 0xFFFF_FFFF {
                guard value + 8 <= end, let wide = wide(value) else { return false }
                entry[keyPath: key] = wide
                value += 8
            }
            return true
        }
        return false
    }
}
