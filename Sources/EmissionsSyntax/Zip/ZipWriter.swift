import CZip

/// Writes zip archives: the same files give the same bytes, with no date and nothing of the system in them.
public struct ZipWriter {
    private var files: [(name: String, bytes: [UInt8])] = []
    private var names = ZipNames()

    public init() {}

    /// Adds a file, behind those that were added before.
    ///
    /// - Throws: ``SyntaxError`` where a reader would refuse the name.
    public mutating func add(_ name: String, _ bytes: [UInt8]) throws(SyntaxError) {
        try names.add(name)
        guard !name.hasSuffix("/") else { throw .zip(.name(name, .emptyStep)) }
        files.append((name, bytes))
    }

    /// The archive of all that was added.
    public func bytes() throws(SyntaxError) -> [UInt8] {
        guard !files.isEmpty else { return Self.empty }
        guard let target = zip_source_buffer_create(nil, 0, 0, nil) else { throw .zip(.noMemory) }
        zip_source_keep(target)
        defer { zip_source_free(target) }
        guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, nil) else {
            zip_source_free(target)
            throw .zip(.noMemory)
        }
        // libzip reads them when it closes the archive.
        var contents: [UnsafeMutableRawBufferPointer] = []
        defer { for content in contents { content.deallocate() } }
        do throws(SyntaxError) {
            for file in files {
                let content = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, file.bytes.count), alignment: 1)
                contents.append(content)
                content.copyBytes(from: file.bytes)
                try Self.add(file.name, content.baseAddress, file.bytes.count, to: archive)
            }
            guard zip_close(archive) == 0 else { throw .zip(.noMemory) }
        } catch {
            zip_discard(archive)
            throw error
        }
        return try Self.content(of: target)
    }

    /// libzip makes no file of nothing.
    private static let empty: [UInt8] = Array("PK".utf8) + [5, 6] + [UInt8](repeating: 0, count: 18)

    private static func add(
        _ name: String, _ bytes: UnsafeMutableRawPointer?, _ count: Int, to archive: OpaquePointer
    ) throws(SyntaxError) {
        guard let source = zip_source_buffer(archive, bytes, UInt64(count), 0) else { throw .zip(.noMemory) }
        let index = zip_file_add(archive, name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard index >= 0 else {
            zip_source_free(source)
            throw .zip(.noMemory)
        }
        // 1 January 1980, the first day that there is in zip archives.
        guard zip_set_file_compression(archive, UInt64(index), ZIP_CM_DEFLATE, 6) == 0,
            zip_file_set_dostime(archive, UInt64(index), 0, 0x21, 0) == 0
        else { throw .zip(.noMemory) }
    }

    private static func content(of source: OpaquePointer) throws(SyntaxError) -> [UInt8] {
        var status = zip_stat_t()
        guard zip_source_stat(source, &status) == 0, zip_source_open(source) == 0 else { throw .zip(.noMemory) }
        defer { zip_source_close(source) }
        var failed = false
        let size = Int(clamping: status.size)
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            let result = zip_source_read(source, buffer.baseAddress, status.size)
            failed = result != Int64(size)
            count = max(0, Int(result))
        }
        guard !failed else { throw .zip(.noMemory) }
        return bytes
    }
}
