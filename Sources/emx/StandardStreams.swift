import CoreFoundation
import Glibc

/// Where data goes.
enum StandardOutput {
    static func write(_ text: String) { write(Array(text.utf8)) }

    /// Writes all of it. When nobody reads any more the rest is dropped without a word; when it can't be written for
    /// another reason the run is over.
    static func write(_ bytes: [UInt8]) {
        do {
            try FileDescriptor.standardOutput.write(bytes)
        } catch {
            guard error.number != EPIPE else { return }
            StandardError.write("error[IO-002]: can't write to standard output: \(error.words)\n")
            ExitStatus.unavailable.exit()
        }
    }
}

/// Where everything else goes.
enum StandardError {
    static func write(_ text: String) { try? FileDescriptor.standardError.write(Array(text.utf8)) }
}

/// What the system says went wrong.
struct SystemError: Error {
    let number: Int32

    static var last: SystemError { SystemError(number: errno) }

    var words: String {
        switch number {
        case ENOENT: "there is no such file or folder"
        case EACCES, EPERM: "permission is denied"
        case EISDIR: "it is a folder"
        case ENOTDIR: "part of its path is not a folder"
        case ENOSPC, EDQUOT: "there is no space left"
        case EFBIG: "it would be bigger than a file may be"
        default: String(cString: strerror(number))
        }
    }
}

/// An open file of the system.
struct FileDescriptor {
    let number: Int32

    static let standardInput = FileDescriptor(number: STDIN_FILENO)
    static let standardOutput = FileDescriptor(number: STDOUT_FILENO)
    static let standardError = FileDescriptor(number: STDERR_FILENO)

    /// Whether it can be opened again from its start, as a pipe can't.
    var isRegularFile: Bool {
        var status = stat()
        return fstat(number, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    func write(_ bytes: [UInt8]) throws(SystemError) {
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
    func read(_ capacity: Int) throws(SystemError) -> [UInt8] {
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
    func read(_ capacity: Int, at offset: Int) throws(SystemError) -> [UInt8] {
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
    func readAll(_ count: Int, at offset: Int) throws(SystemError) -> [UInt8] {
        var bytes = try read(count, at: offset)
        while bytes.count < count {
            let more = try read(count - bytes.count, at: offset + bytes.count)
            if more.isEmpty { break }
            bytes += more
        }
        return bytes
    }

    /// How many bytes the file has.
    var size: Int? {
        var status = stat()
        return fstat(number, &status) == 0 ? Int(status.st_size) : nil
    }

    var isTerminal: Bool { isatty(number) == 1 }

    func close() { _ = Glibc.close(number) }
}

/// Which file a name or a descriptor leads to, whatever it is called.
struct FileIdentity: Equatable {
    private let device: dev_t, node: ino_t

    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        (device, node) = (status.st_dev, status.st_ino)
    }

    init?(_ file: FileDescriptor) {
        var status = stat()
        guard fstat(file.number, &status) == 0 else { return nil }
        (device, node) = (status.st_dev, status.st_ino)
    }
}
