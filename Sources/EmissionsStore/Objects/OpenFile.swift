import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// A file of ours that is open, with plain words for what goes wrong. It is closed when it goes.
final class OpenFile: Sendable {
    let path: String
    private let descriptor: Int32

    /// A new file that only this user may read.
    init(creating path: String) throws(StoreError) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        self.path = path
        if descriptor < 0 { throw .file("can't create a file for an object: \(Self.reason())") }
    }

    /// Nothing if there is no such file.
    init?(reading path: String) throws(StoreError) {
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        self.path = path
        if descriptor >= 0 { return }
        if errno == ENOENT { return nil }
        throw .file("can't open an object: \(Self.reason())")
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    var size: Int {
        get throws(StoreError) {
            var status = stat()
            guard fstat(descriptor, &status) == 0 else { throw .file("can't look at an object: \(Self.reason())") }
            return Int(status.st_size)
        }
    }

    func write(_ bytes: UnsafeRawBufferPointer) throws(StoreError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
            if count < 0 && errno == EINTR { continue }
            if count < 0 { throw .file("can't write an object: \(Self.reason())") }
            rest = rest.dropFirst(count)
        }
    }

    func read(upTo count: Int) throws(StoreError) -> [UInt8] {
        var failure: Int32?
        let bytes = [UInt8](unsafeUninitializedCapacity: max(count, 1)) { buffer, filled in
            while true {
                let read = systemRead(descriptor, buffer.baseAddress, buffer.count)
                if read < 0 && errno == EINTR { continue }
                if read < 0 { failure = errno }
                filled = max(read, 0)
                return
            }
        }
        if let failure { throw .file("can't read an object: \(Self.reason(failure))") }
        return bytes
    }

    /// Waits until what was written is on the disk.
    func synchronize() throws(StoreError) {
        if fsync(descriptor) != 0 { throw .file("can't write an object to the disk: \(Self.reason())") }
    }

    static func reason(_ number: Int32 = errno) -> String { String(cString: strerror(number)).lowercased() }
}

// Within the class, the names mean its own.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, bytes, count)
}

private func systemRead(_ descriptor: Int32, _ bytes: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, bytes, count)
}
