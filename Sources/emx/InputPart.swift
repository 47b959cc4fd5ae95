import EmissionsConsole
import EmissionsExchange
import EmissionsSyntax

/// One file as it is read: a file that was named or found in a folder, or one of an archive of files.
struct InputPart {
    /// What messages call it.
    let path: String
    /// What its output is called below a folder for outputs, but for the ending.
    let name: String
    /// Whether it stands in an archive.
    let isArchived: Bool
    /// Opens it, or says why it can't be read. Can be asked for once.
    let open: () throws(SyntaxError) -> SourceFile
    /// Its bytes from the start, as often as the file can be read.
    let bytes: () throws(SyntaxError) -> ByteSource
}

extension InputPart {
    init(_ file: ArchivedFile, name: String) {
        self.init(
            path: file.path, name: name, isArchived: true, open: { () throws(SyntaxError) in try file.open() },
            bytes: { () throws(SyntaxError) in try file.bytes() })
    }
}

extension InputFile {
    /// The file itself, or the files of an archive that is no package of a format.
    ///
    /// What can't be opened is one part, whose opening says why. What can be read only once is kept if it is to be read
    /// again.
    func parts(_ options: ReadingOptions, readAgain: Bool = false) -> [InputPart] {
        do {
            if readAgain, !isReadableAgain { return try keptParts(options) }
            let file = try open(options.limits)
            if let member { return [InputPart(try file.archivedFile(member), name: name)] }
            guard let files = file.archivedFiles(as: options.format) else { return [part { () in file }] }
            return files.map { InputPart($0, name: "\(name)/\($0.name)") }
        } catch {
            return [part { () throws(SyntaxError) in throw error }]
        }
    }

    private func keptParts(_ options: ReadingOptions) throws(SyntaxError) -> [InputPart] {
        let spool = try Self.spool([], try bytes())
        let bytes = { () throws(SyntaxError) in spool.bytes() }
        let file = try SourceFile(
            path: path, try bytes(), limits: options.limits, archive: { _, _ throws(SyntaxError) in spool.archive },
            reopen: bytes)
        guard let files = file.archivedFiles(as: options.format) else {
            return [
                InputPart(
                    path: path, name: name, isArchived: false, open: { () throws(SyntaxError) in file }, bytes: bytes)
            ]
        }
        return files.map { InputPart($0, name: "\(name)/\($0.name)") }
    }

    private func part(_ open: @escaping () throws(SyntaxError) -> SourceFile) -> InputPart {
        InputPart(
            path: member.map { title + ArchivedFile.separator + $0 } ?? title, name: name, isArchived: member != nil,
            open: open, bytes: { () throws(SyntaxError) in try bytes() })
    }

    /// The one file that is meant, where only one can be.
    ///
    /// - Throws: ``UsageError`` for an archive of several files.
    func onlyPart(_ options: ReadingOptions) throws(UsageError) -> InputPart {
        let parts = parts(options)
        guard let first = parts.first, parts.count == 1 else {
            throw UsageError("'\(path)' is an archive of \(parts.count) files; name one: '\(parts[0].path)'")
        }
        return first
    }
}
