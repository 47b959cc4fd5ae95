import EmissionsConsole
import EmissionsSyntax
import Glibc

/// A file that appears under its name whole or not at all; `-` is standard output.
///
/// What is written goes to a file without a name, or beside the target, until ``publish()``. A target that is no
/// ordinary file, such as a pipe, is written to at the end.
final class OutputFile {
    struct Failure: Error { var message: String }

    let path: String
    /// What the name leads to, through links.
    private let target: String
    private let file: FileDescriptor
    /// The name of the file beside the target; `nil` where the target can't be replaced.
    private let temporary: String?
    private var isOpen = true
    /// Whether it is whole, and its descriptor given back; its name is still to come.
    private var isFinished = false

    init(_ path: String) throws(Failure) {
        self.path = path
        target = Self.resolved(path)
        if path == "-" || Self.isSpecial(target) {
            temporary = nil
            file = try Self.nameless(path)
        } else {
            (file, temporary) = try Self.beside(target, path)
        }
    }

    deinit { discard() }

    func write(_ bytes: [UInt8]) throws(Failure) {
        do { try file.write(bytes) } catch { throw Failure(path, error) }
    }

    /// What was written so far, from its start.
    func bytes() -> ByteSource {
        var offset = 0
        return ByteSource { [self] in
            do {
                let chunk = try file.read(256 * 1024, at: offset)
                offset += chunk.count
                return chunk.isEmpty ? nil : chunk
            } catch let error as SystemError {
                throw Failure(path, error)
            }
        }
    }

    /// What was written, to be read from its end.
    var archive: ArchiveBytes {
        ArchiveBytes(size: file.size ?? 0) { [self] offset, count in
            do throws(SystemError) { return try file.readAll(count, at: offset) } catch { throw Failure(path, error) }
        }
    }

    /// Forgets what was written.
    func startOver() throws(Failure) {
        guard ftruncate(file.number, 0) == 0, lseek(file.number, 0, SEEK_SET) == 0 else { throw Failure(path, .last) }
    }

    func publish() throws(Failure) {
        guard let temporary else { return try copy() }
        try finish()
        guard rename(temporary, target) == 0 else { throw Failure(path, .last) }
        Interruption.forget(temporary)
        close()
    }

    /// Gives the descriptor back before the file is published, so that there may be many.
    func finish() throws(Failure) {
        guard temporary != nil, !isFinished else { return }
        guard fsync(file.number) == 0 else { throw Failure(path, .last) }
        isFinished = true
        file.close()
    }

    /// Leaves everything as it was.
    func discard() {
        guard isOpen else { return }
        if let temporary {
            unlink(temporary)
            Interruption.forget(temporary)
        }
        close()
    }

    private func close() {
        if isOpen, !isFinished { file.close() }
        isOpen = false
    }

    /// Copies what was written to a target that can't be replaced. A reader that goes away has seen enough.
    private func copy() throws(Failure) {
        defer { close() }
        let number = path == "-" ? STDOUT_FILENO : Glibc.open(target, O_WRONLY | O_CLOEXEC)
        guard number >= 0 else { throw Failure(path, .last) }
        let sink = FileDescriptor(number: number)
        defer { if number != STDOUT_FILENO { sink.close() } }
        do throws(SystemError) {
            guard lseek(file.number, 0, SEEK_SET) == 0 else { throw SystemError.last }
            while true {
                let bytes = try file.read(256 * 1024)
                if bytes.isEmpty { return }
                try sink.write(bytes)
            }
        } catch {
            if error.number != EPIPE { throw Failure(path, error) }
        }
    }

    /// A file in the folder for temporary ones whose name is gone at once, so that nothing is ever left behind.
    private static func nameless(_ path: String) throws(Failure) -> FileDescriptor {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(folder)/emx-XXXXXX".utf8CString)
        let number = mkstemp(&template)
        guard number >= 0 else { throw Failure("\(folder), the folder for temporary files", .last) }
        unlink(template)
        return FileDescriptor(number: number)
    }

    private static func beside(_ target: String, _ path: String) throws(Failure) -> (FileDescriptor, String) {
        var template = Array("\(target).XXXXXX".utf8CString)
        let number = mkstemp(&template)
        guard number >= 0 else { throw Failure(path, .last) }
        let name = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
        Interruption.remember(name)
        fchmod(number, mode(of: target))
        return (FileDescriptor(number: number), name)
    }

    /// The permissions of the file that is replaced, or those of any new file.
    private static func mode(of target: String) -> mode_t {
        if let status = FileStatus(target) { return status.permissions & 0o777 }
        let mask = umask(0)
        umask(mask)
        return 0o666 & ~mask
    }

    private static func isSpecial(_ path: String) -> Bool {
        FileStatus(path).map { !$0.isRegular } ?? false
    }

    private static func resolved(_ path: String) -> String {
        guard path != "-", let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }
}

extension OutputFile.Failure {
    init(_ path: String, _ error: SystemError) {
        let name = path == "-" ? "standard output" : "'\(path)'"
        message = "can't write \(name): \(error.words)"
    }
}

/// Takes unfinished files away when the run is ended from outside.
///
/// A signal may come at any moment, so that the names stand in plain memory that the handler can read.
enum Interruption {
    nonisolated(unsafe) private static let names: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> = {
        let names = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: capacity)
        names.initialize(repeating: nil, count: capacity)
        for number in [SIGINT, SIGTERM, SIGHUP] where !isIgnored(number) {
            signal(number) { number in
                for index in 0..<Interruption.capacity {
                    if let name = Interruption.names[index] { unlink(name) }
                }
                signal(number, SIG_DFL)
                raise(number)
            }
        }
        return names
    }()
    private static let capacity = 4_096

    /// Whoever started the run may have asked that it goes on, as `nohup` does.
    private static func isIgnored(_ number: Int32) -> Bool {
        var action = sigaction()
        guard sigaction(number, nil, &action) == 0 else { return false }
        let handler = unsafeBitCast(action.__sigaction_handler.sa_handler, to: Int.self)
        return handler == unsafeBitCast(SIG_IGN, to: Int.self)
    }

    static func remember(_ path: String) {
        for index in 0..<capacity where names[index] == nil {
            names[index] = strdup(path)
            return
        }
    }

    static func forget(_ path: String) {
        for index in 0..<capacity {
            guard let name = names[index], String(cString: name) == path else { continue }
            names[index] = nil
            free(name)
        }
    }
}
