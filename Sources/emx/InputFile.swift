import EmissionsConsole
import EmissionsDiagnostics
import EmissionsExchange
import EmissionsSyntax
import Glibc

/// A file to read, or standard input, which is called `-`.
struct InputFile {
    let path: String
    /// Which file of an archive is meant: `b.json` of `a.zip!/b.json`.
    var member: String?
    /// What its output is called below a folder for outputs, but for the ending: the file's own name, with the names of
    /// the folders that lead to it from the one that was named.
    let name: String
    /// What messages call it, where that is not its path.
    let title: String
    /// Of a folder whose files belong together as those of a package do: the files, without the folder.
    var members: [String]?
    /// Told how many bytes more were read; not of archives, which are read in any order.
    var heard: ((_ count: Int) -> Void)?

    init(path: String, member: String? = nil, name: String? = nil, title: String? = nil) {
        (self.path, self.member, self.title) = (path, member, title ?? path)
        self.name = name ?? (path == "-" ? "stdin" : path.split(separator: "/").last.map(String.init) ?? "file")
    }

    private static let chunk = 256 * 1024

    /// The start of the file, looked at, and the rest to be read as it is needed; of an archive all of it.
    func open(_ limits: Limits) throws(SyntaxError) -> SourceFile {
        if let members { return SourceFile(path: title, FolderPackage(path, members)) }
        let file = OpenFile(try descriptor())
        let title = title, isRegular = file.descriptor.isRegularFile
        let archive: SourceFile.OpenArchive = { start, rest throws(SyntaxError) in
            try isRegular ? file.archive(title) : Self.spooled(start, rest)
        }
        let reopen = { () throws(SyntaxError) in try bytes() }
        return try SourceFile(
            path: title, bytes(of: file), limits: limits, archive: archive, reopen: isRegular ? reopen : nil)
    }

    /// Whether it gives the same bytes however often it is opened, as a pipe doesn't.
    var isReadableAgain: Bool {
        path != "-" && FileStatus(path).map { $0.isRegular || $0.isFolder } ?? true
    }

    func bytes() throws(SyntaxError) -> ByteSource { bytes(of: OpenFile(try descriptor())) }

    private func bytes(of file: OpenFile) -> ByteSource {
        let title = title, heard = heard
        return ByteSource {
            do {
                let bytes = try file.descriptor.read(Self.chunk)
                heard?(bytes.count)
                return bytes.isEmpty ? nil : bytes
            } catch let error as SystemError {
                throw SyntaxError.unavailable(title, error.words)
            }
        }
    }

    private func descriptor() throws(SyntaxError) -> FileDescriptor {
        if path == "-" { return .standardInput }
        let file: FileDescriptor
        do { file = try FileDescriptor(reading: path) } catch { throw .unavailable(title, error.words) }
        if FileStatus(file)?.isFolder == true {
            file.close()
            throw .unavailable(
                path, InputFolder(path).files.isEmpty ? "it is a folder without files" : "it is a folder")
        }
        return file
    }

    /// Closes the file when nobody can read from it any more.
    private final class OpenFile {
        let descriptor: FileDescriptor
        init(_ descriptor: FileDescriptor) { self.descriptor = descriptor }
        deinit { if descriptor.number != STDIN_FILENO { descriptor.close() } }

        /// The file as an archive, which is read from its end.
        func archive(_ path: String) throws(SyntaxError) -> ArchiveBytes {
            guard let size = descriptor.size else { throw .unavailable(path, SystemError.last.words) }
            return ArchiveBytes(size: size) { [self] offset, count in
                do {
                    return try descriptor.readAll(count, at: offset)
                } catch let error as SystemError {
                    throw SyntaxError.unavailable(path, error.words)
                }
            }
        }
    }

    /// An archive that comes through a pipe, put where it can be read from its end.
    private static func spooled(_ start: [UInt8], _ rest: ByteSource) throws(SyntaxError) -> ArchiveBytes {
        try spool(start, rest).archive
    }

    /// What can be read only once, kept in a file without a name.
    static func spool(_ start: [UInt8], _ rest: ByteSource) throws(SyntaxError) -> OutputFile {
        do {
            let spool = try OutputFile("-")
            try spool.write(start)
            while let chunk = try rest.next() { try spool.write(chunk) }
            return spool
        } catch let error as SyntaxError {
            throw error
        } catch {
            let words = (error as? OutputFile.Failure)?.message ?? "\(error)"
            throw SyntaxError(.unavailable, Diagnostic("IO-001", .error, "can't keep the input: \(words)"))
        }
    }
}

extension InputFile {
    /// A file, or one of an archive, which is looked for where there is no file of the whole name.
    init(named path: String) {
        guard FileStatus(path) == nil, let place = path.firstRange(of: ArchivedFile.separator) else {
            self.init(path: path)
            return
        }
        let archive = String(path[..<place.lowerBound]), member = String(path[place.upperBound...])
        let isFile = FileStatus(archive)?.isRegular == true && !member.isEmpty
        self.init(
            path: isFile ? archive : path, member: isFile ? member : nil,
            name: isFile ? member.split(separator: "/").last.map(String.init) : nil)
    }
}
