import EmissionsDiagnostics
public import EmissionsFormats
public import EmissionsSyntax

/// One file of an archive that is a folder of files.
public struct ArchivedFile {
    /// What messages call it: `a.zip!/dir/b.json`.
    public let path: String
    /// What it is called in the archive.
    public let name: String
    private let member: PackageMember
    private let package: any Package

    /// Stands between the path of an archive and the name of a member.
    public static let separator = "!/"

    fileprivate init(_ member: PackageMember, of archive: String, _ package: any Package) {
        (self.member, self.package, name) = (member, package, member.name)
        path = archive + Self.separator + member.name
    }

    /// - Throws: ``SyntaxError`` where it can't be read, or is an archive itself.
    public func open() throws(SyntaxError) -> SourceFile {
        let name = name
        return try SourceFile(path: path, try bytes()) { _, _ throws(SyntaxError) in
            throw .nestedArchive(name)
        } reopen: { () throws(SyntaxError) in
            try bytes()
        }
    }

    /// Its bytes from the start, as often as needed.
    public func bytes() throws(SyntaxError) -> ByteSource { try package.source(of: member) }
}

extension SourceFile {
    /// The files of an archive that no format reads as a package, or that the format named does not; `nil` where it is no
    /// archive, is a package or a document of an office program, or has no files. Hidden files are left out, as in a folder.
    public func archivedFiles(as format: Format? = nil) -> [ArchivedFile]? {
        guard case .package(let package) = content, !start.isOfficeDocument,
            (format ?? detected?.format)?.readsPackages != true
        else {
            return nil
        }
        let files = package.members.filter { !$0.isHidden }.map { ArchivedFile($0, of: path, package) }
        return files.isEmpty ? nil : files.sorted { $0.name < $1.name }
    }

    /// One file of an archive by its name.
    ///
    /// - Throws: ``SyntaxError`` where this is no archive, or has no such member.
    public func archivedFile(_ name: String) throws(SyntaxError) -> ArchivedFile {
        guard case .package(let package) = content else {
            throw SyntaxError(.unavailable, Diagnostic("IO-001", .error, .noArchive(path, name)))
        }
        guard let member = package.member(name) else {
            throw SyntaxError(.unavailable, Diagnostic("IO-001", .error, .noMember(path, name)))
        }
        return ArchivedFile(member, of: path, package)
    }

    /// Whether it is an archive, whatever is in it.
    public var isArchive: Bool {
        if case .package = content { true } else { false }
    }
}

extension Diagnostic.Message {
    fileprivate static func noArchive(_ path: String, _ name: String) -> Self {
        "can't read '\(name)' of '\(path)': it is no archive"
    }
    fileprivate static func noMember(_ path: String, _ name: String) -> Self {
        "can't read '\(name)' of '\(path)': there is no such file in the archive"
    }
}
