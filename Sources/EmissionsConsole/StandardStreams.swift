import Glibc

/// Where data goes.
package enum StandardOutput {
    package static func write(_ text: String) { write(Array(text.utf8)) }

    /// Writes all of it. When nobody reads any more the rest is dropped without a word; when it can't be written for
    /// another reason the run is over.
    package static func write(_ bytes: [UInt8]) {
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
package enum StandardError {
    package static func write(_ text: String) { try? FileDescriptor.standardError.write(Array(text.utf8)) }
}

/// What the system says went wrong.
package struct SystemError: Error {
    package let number: Int32

    package static var last: SystemError { SystemError(number: errno) }

    package var words: String {
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
