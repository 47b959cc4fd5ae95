import EmissionsDiagnostics
public import EmissionsFormats
public import EmissionsSyntax

/// A file whose start was looked at, ready to be read.
public struct SourceFile {
    enum Content {
        case bytes(ByteSource)
        case package(any Package)
    }

    /// Gives the bytes of an archive in any order, from its start and what follows.
    public typealias OpenArchive = (_ start: [UInt8], _ rest: ByteSource) throws(SyntaxError) -> ArchiveBytes

    /// What messages call it.
    public let path: String
    public let start: FileStart
    let content: Content
    /// Whether the start is all there is.
    private let isShort: Bool
    /// Opens the file once more, for what can't be done in one pass; `nil` where it can be read only once.
    private let reopen: (() throws(SyntaxError) -> ByteSource)?

    /// Reads as much of the file as is needed to tell its format.
    ///
    /// - Parameters:
    ///   - path: What messages call it.
    ///   - source: The bytes from its start.
    ///   - limits: What it is held against if it is an archive.
    ///   - archive: Asked if it is an archive; without it an archive is held in memory.
    ///   - reopen: Gives the bytes once more; `nil` where they can be had only once.
    /// - Throws: ``SyntaxError`` where the bytes can't be had, or are an archive that is refused.
    public init(
        path: String, _ source: ByteSource, limits: Limits = Limits(), archive: OpenArchive? = nil,
        reopen: (() throws(SyntaxError) -> ByteSource)? = nil
    ) throws(SyntaxError) {
        let opening = try Opening(source)
        guard opening.bytes.beginArchive else {
            self.init(path, opening.start, .bytes(opening.all(source)), isShort: opening.isAtEnd, reopen)
            return
        }
        let bytes: ArchiveBytes
        if let archive {
            bytes = try archive(opening.bytes, source)
        } else {
            bytes = try ArchiveBytes(source, beginningWith: opening.bytes, limits: limits)
        }
        self.init(path: path, try ZipArchive(bytes, limits: limits))
    }

    /// A package, such as one that is in memory.
    public init(path: String, _ package: any Package) {
        let names = package.members.map(\.name)
        let start = FileStart(
            members: names, sheets: Workbook.isWorkbook(names) ? Workbook.sheetNames(of: package) : [])
        self.init(path, start, .package(package), isShort: false, nil)
    }

    private init(
        _ path: String, _ start: FileStart, _ content: Content, isShort: Bool,
        _ reopen: (() throws(SyntaxError) -> ByteSource)?
    ) {
        (self.path, self.start, self.content, self.isShort, self.reopen) = (path, start, content, isShort, reopen)
    }

    /// The same file from its start; `nil` where it can be read only once.
    ///
    /// - Throws: where the bytes can't be had any more.
    func reopened() throws(SyntaxError) -> SourceFile? {
        if case .package(let package) = content { return SourceFile(path: path, package) }
        guard let reopen else { return nil }
        return try SourceFile(path: path, reopen(), reopen: reopen)
    }

    /// Whether it can be read more than once.
    var isReadableAgain: Bool {
        if case .package = content { true } else { reopen != nil }
    }

    /// What is broken in a short file of no format that is known: one that was cut off tells less of its format.
    func fault(_ limits: Limits) -> SyntaxError? {
        guard isShort, case .bytes(let source) = content else { return nil }
        var tree = SourceTree()
        do throws(SyntaxError) {
            switch start.content {
            case .json:
                var reader = JSONReader(source, limits: limits)
                while try reader.next(into: &tree) != nil {}
            case .xml:
                var reader = XMLReader(source, limits: limits)
                while try reader.next(into: &tree) != nil {}
            case .empty, .table, .archive: break
            }
            return nil
        } catch { return error }
    }

    /// The likeliest format, and how it was told.
    public var detected: (format: Format, recognition: Recognition)? { Format.candidates(start).first }
}

/// As many of a file's first bytes as are needed to tell its format.
private struct Opening {
    var bytes: [UInt8] = []
    var isAtEnd = false
    private(set) var start = FileStart([])

    init(_ source: ByteSource) throws(SyntaxError) {
        try read(source, upTo: FileStart.length)
        if case .json = start.content, Format.candidates(start).isEmpty, !isAtEnd {
            try read(source, upTo: FileStart.mostLength)
        }
    }

    private mutating func read(_ source: ByteSource, upTo count: Int) throws(SyntaxError) {
        while !isAtEnd, bytes.count < count {
            if let chunk = try source.next() { bytes += chunk } else { isAtEnd = true }
        }
        start = FileStart(bytes, upTo: count)
    }

    /// The whole file again, from its start.
    func all(_ rest: ByteSource) -> ByteSource {
        var held: [UInt8]? = bytes.isEmpty ? nil : bytes
        return ByteSource {
            if let chunk = held {
                held = nil
                return chunk
            }
            return try rest.next()
        }
    }
}
