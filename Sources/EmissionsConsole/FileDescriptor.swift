import Glibc

/// An open file of the system.
package struct FileDescriptor {
    package let number: Int32

    package init(number: Int32) { self.number = number }

    /// - Throws: where it can't be opened. A folder can be.
    package init(reading path: String) throws(SystemError) {
        number = Glibc.open(path, O_RDONLY | O_CLOEXEC)
        if number < 0 { throw .last }
    }

    package static let standardInput = FileDescriptor(number: STDIN_FILENO)
    package static let standardOutput = FileDescriptor(number: STDOUT_FILENO)
    package static let standardError = FileDescriptor(number: STDERR_FILENO)

    /// Whether it can be opened again from its start, as a pipe can't.
    package var isRegularFile: Bool { FileStatus(self)?.isRegular == true }

    package func write(_ bytes: [UInt8]) throws(SystemError) {
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeBytes { Glibc.write(number, $0.baseAddress! + start, $0.count - start) }
            if count < 0 {
                if errno == EINTR { continue }
                throw .last
            }
            start += count
        }
    }

    /// The next bytes, at most `capacity` of them; none at the end.
    package func read(_ capacity: Int) throws(SystemError) -> [UInt8] {
        while true {
            var failure: SystemError?
            let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
                let result = Glibc.read(number, buffer.baseAddress, capacity)
                if result < 0 { failure = .last }
                count = max(0, result)
            }
            guard let failure else { return chunk }
            if failure.number != EINTR { throw failure }
        }
    }

    /// The bytes from `offset` on, wherever else the file is being read or written; none at the end.
    package func read(_ capacity: Int, at offset: Int) throws(SystemError) -> [UInt8] {
        while true {
            var failure: SystemError?
            let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
                let result = pread(number, buffer.baseAddress, capacity, off_t(offset))
                if result < 0 { failure = .last }
                count = max(0, result)
            }
            guard let failure else { return chunk }
            if failure.number != EINTR { throw failure }
        }
    }

    /// As many bytes from `offset` on as were asked for, fewer only at the end.
    package func readAll(_ count: Int, at offset: Int) throws(SystemError) -> [UInt8] {
        var bytes = try read(count, at: offset)
        while bytes.count < count {
            let more = try read(count - bytes.count, at: offset + bytes.count)
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
    }

    /// How many bytes the file has.
    package var size: Int? { FileStatus(self)?.size }

    package var isTerminal: Bool { isatty(number) == 1 }

    package func close() { _ = Glibc.close(number) }
}
