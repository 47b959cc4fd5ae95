import CZip

/// A zip archive, its directory looked through and its members unpacked as they are read.
///
/// Nothing of it is written anywhere. Folders and what macOS adds for itself (`__MACOSX/`) are no members.
public final class ZipArchive: Package {
    public let members: [PackageMember]
    private let handle: OpaquePointer
    private let source: ZipSource
    private let directory: ZipDirectory
    private let size: Int
    private let limits: Limits
    private var indices: [String: Int] = [:]
    /// The members that were asked for, and how many bytes they unpack to.
    private var opened: Set<Int> = [], openedBytes = 0

    /// - Throws: ``SyntaxError`` where it is no archive, is broken, or could do harm: codes `ZIP-001` to `ZIP-012`.
    public init(_ archive: ArchiveBytes, limits: Limits = Limits()) throws(SyntaxError) {
        let directory = try ZipDirectory(archive, limits)
        let source = ZipSource(archive)
        let handle = try Self.open(source)
        var members: [PackageMember] = [], names = ZipNames()
        do throws(SyntaxError) {
            guard zip_get_num_entries(handle, 0) == directory.entries.count else { throw .zip(.badDirectory) }
            for (index, entry) in directory.entries.enumerated() {
                guard Self.agrees(entry, handle, index) else { throw .zip(.contradiction(entry.name.text)) }
                // Names that don't say they are UTF-8, and aren't, are in code page 437, which libzip knows.
                guard let pointer = zip_get_name(handle, UInt64(index), zip_flags_t(ZIP_FL_ENC_GUESS)) else {
                    throw .zip(.notUTF8(entry.name.text))
                }
                let name = String(cString: pointer)
                try names.add(name)
                guard !entry.isFolder, !name.hasPrefix("__MACOSX/") else { continue }
                indices[name] = index
                members.append(PackageMember(name: name, size: entry.size))
            }
        } catch {
            zip_discard(handle)
            throw error
        }
        (self.members, self.handle, self.source, self.directory) = (members, handle, source, directory)
        (self.limits, size) = (limits, archive.size)
    }

    deinit { zip_discard(handle) }

    private static func open(_ source: ZipSource) throws(SyntaxError) -> OpaquePointer {
        guard let bytes = source.makeHandle() else { throw .zip(.noMemory) }
        var error = zip_error_t()
        zip_error_init(&error)
        defer { zip_error_fini(&error) }
        guard let handle = zip_open_from_source(bytes, ZIP_RDONLY, &error) else {
            zip_source_free(bytes)
            throw source.failure ?? .zip(error.zip_err == ZIP_ER_MEMORY ? .noMemory : .badDirectory)
        }
        return handle
    }

    /// Whether libzip read the same of an entry as we did.
    private static func agrees(_ entry: ZipDirectory.Entry, _ handle: OpaquePointer, _ index: Int) -> Bool {
        var status = zip_stat_t()
        return zip_stat_index(handle, UInt64(index), 0, &status) == 0 && status.size == UInt64(entry.size)
            && status.comp_size == UInt64(entry.packed) && Int(status.comp_method) == entry.method
            && Int(status.crc) == entry.crc
    }

    public func source(of member: PackageMember) throws(SyntaxError) -> ByteSource {
        guard let index = indices[member.name] else { throw .zip(.noMember(member.name)) }
        let entry = directory.entries[index]
        try refuse(entry, member)
        if opened.insert(index).inserted {
            let (sum, overflow) = openedBytes.addingReportingOverflow(entry.size)
            openedBytes = overflow ? .max : sum
        }
        guard openedBytes <= limits.archiveBytes else { throw .zip(.tooMuch(limit: limits.archiveBytes)) }
        guard openedBytes <= Self.ratioFrom || openedBytes / limits.archiveRatio <= size else {
            throw .zip(.ratioOfAll(limit: limits.archiveRatio))
        }
        guard let file = zip_fopen_index(handle, UInt64(index), 0) else {
            throw source.failure ?? .zip(.fault(zip_get_error(handle).pointee.zip_err, member.name))
        }
        return Unpacking(self, file, member, entry.size).bytes
    }

    /// Below this size nothing is said of how well something was packed.
    static let ratioFrom = 1 << 20

    private func refuse(_ entry: ZipDirectory.Entry, _ member: PackageMember) throws(SyntaxError) {
        if entry.isEncrypted { throw .zip(.encrypted(member.name)) }
        guard entry.method == 0 || entry.method == 8 else { throw .zip(.method(entry.method, member.name)) }
        guard entry.method != 0 || entry.packed == entry.size else { throw .zip(.badSizes(member.name)) }
        guard entry.size <= Self.ratioFrom || entry.size / limits.archiveRatio <= entry.packed else {
            throw .zip(.ratio(member.name, packed: entry.packed, size: entry.size, limit: limits.archiveRatio))
        }
    }

    /// A member on its way out of the archive, which is kept for as long.
    private final class Unpacking {
        private let archive: ZipArchive
        private let file: OpaquePointer
        private let member: PackageMember
        private var left: Int
        private var isAtEnd = false
        private static let chunk = 64 * 1024

        init(_ archive: ZipArchive, _ file: OpaquePointer, _ member: PackageMember, _ size: Int) {
            (self.archive, self.file, self.member, left) = (archive, file, member, size)
        }

        deinit { zip_fclose(file) }

        var bytes: ByteSource { ByteSource { try self.next() } }

        /// The sizes that limits were held against are those that the directory says, so no more than that comes out.
        private func next() throws(SyntaxError) -> [UInt8]? {
            guard !isAtEnd else { return nil }
            var failed = false
            let chunk = [UInt8](unsafeUninitializedCapacity: Self.chunk) { buffer, count in
                guard let base = buffer.baseAddress else { return }
                let result = zip_fread(file, base, UInt64(Self.chunk))
                failed = result < 0
                count = max(0, Int(result))
            }
            if failed {
                let code = zip_file_get_error(file).pointee.zip_err
                throw archive.source.failure ?? .zip(.fault(code, member.name))
            }
            left -= chunk.count
            guard left >= 0 else { throw .zip(.size(member.name, member.size)) }
            guard chunk.isEmpty else { return chunk }
            guard left == 0 else { throw .zip(.size(member.name, member.size)) }
            isAtEnd = true
            return nil
        }
    }
}
