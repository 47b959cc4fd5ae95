import CZip

/// Gives libzip the bytes of an archive.
final class ZipSource {
    private let archive: ArchiveBytes
    private var position = 0
    private var error = zip_error_t()
    /// Why bytes could not be had.
    private(set) var failure: SyntaxError?
    /// What was read last: headers stand close together, and are read bit by bit.
    private var block: (offset: Int, bytes: [UInt8]) = (0, [])
    private static let blockSize = 64 * 1024

    init(_ archive: ArchiveBytes) { self.archive = archive }

    /// libzip's handle, which keeps this object until it is freed.
    func makeHandle() -> OpaquePointer? {
        let state = Unmanaged.passRetained(self)
        let handle = zip_source_function_create(
            { state, data, length, command in
                guard let state else { return -1 }
                let source = Unmanaged<ZipSource>.fromOpaque(state)
                if command == ZIP_SOURCE_FREE {
                    source.release()
                    return 0
                }
                return source.takeUnretainedValue().answer(command, data, length)
            }, state.toOpaque(), nil)
        if handle == nil { state.release() }
        return handle
    }

    private func answer(_ command: zip_source_cmd_t, _ data: UnsafeMutableRawPointer?, _ length: UInt64) -> Int64 {
        switch command {
        case ZIP_SOURCE_OPEN:
            position = 0
            return 0
        case ZIP_SOURCE_CLOSE: return 0
        case ZIP_SOURCE_READ: return read(into: data, Int(clamping: length))
        case ZIP_SOURCE_STAT:
            guard let data, length >= UInt64(MemoryLayout<zip_stat_t>.size) else { return -1 }
            let status = data.assumingMemoryBound(to: zip_stat_t.self)
            zip_stat_init(status)
            status.pointee.size = UInt64(archive.size)
            status.pointee.valid |= UInt64(ZIP_STAT_SIZE)
            return Int64(MemoryLayout<zip_stat_t>.size)
        case ZIP_SOURCE_ERROR:
            guard let data else { return -1 }
            return zip_error_to_data(&error, data, length)
        case ZIP_SOURCE_SEEK:
            guard let data else { return -1 }
            let place = zip_source_seek_compute_offset(UInt64(position), UInt64(archive.size), data, length, &error)
            guard place >= 0 else { return -1 }
            position = Int(place)
            return 0
        case ZIP_SOURCE_TELL: return Int64(position)
        case ZIP_SOURCE_SUPPORTS: return Self.supported
        default:
            zip_error_set(&error, ZIP_ER_OPNOTSUPP, 0)
            return -1
        }
    }

    private static let supported: Int64 = [
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
        ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS,
    ].reduce(0) { $0 | 1 << Int64($1.rawValue) }

    private func read(into data: UnsafeMutableRawPointer?, _ length: Int) -> Int64 {
        guard let data else { return -1 }
        var copied = 0
        do throws(SyntaxError) {
            while copied < length, position < archive.size {
                let start = position - block.offset
                if start < 0 || start >= block.bytes.count {
                    block = (position, try archive.read(position, Self.blockSize))
                    if block.bytes.isEmpty { break }
                    continue
                }
                let count = min(length - copied, block.bytes.count - start)
                block.bytes.withUnsafeBytes { bytes in
                    guard let base = bytes.baseAddress else { return }
                    (data + copied).copyMemory(from: base + start, byteCount: count)
                }
                copied += count
                position += count
            }
            return Int64(copied)
        } catch {
            failure = error
            zip_error_set(&self.error, ZIP_ER_READ, 0)
            return -1
        }
    }
}
