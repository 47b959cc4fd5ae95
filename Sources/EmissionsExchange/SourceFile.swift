import EmissionsDiagnostics
public import EmissionsFormats
public import EmissionsSyntax

/// A file whose start was looked at, ready to be read.
public struct SourceFile {
    /// What messages call it.
    public let path: String
    public let start: FileStart
    let source: ByteSource
    /// Whether the start is all there is.
    let isShort: Bool
    /// Opens the file once more, for what can't be done in one pass; `nil` where it can be read only once.
    let reopen: (() throws(SyntaxError) -> ByteSource)?

    /// Reads as much of the file as is needed to tell its format.
    public init(
        path: String, _ source: ByteSource, reopen: (() throws(SyntaxError) -> ByteSource)? = nil
    ) throws(SyntaxError) {
        self.path = path
        self.reopen = reopen
        var opening: [UInt8] = [], isAtEnd = false
        func read(upTo count: Int) throws(SyntaxError) -> FileStart {
            while !isAtEnd, opening.count < count {
                if let chunk = try source.next() { opening += chunk } else { isAtEnd = true }
            }
            return FileStart(opening, upTo: count)
        }
        var start = try read(upTo: FileStart.length)
        if case .json = start.content, Format.candidates(start).isEmpty, !isAtEnd {
            start = try read(upTo: FileStart.mostLength)
        }
        (self.start, isShort) = (start, isAtEnd)
        var held: [UInt8]? = opening.isEmpty ? nil : opening
        self.source = ByteSource {
            if let chunk = held {
                held = nil
                return chunk
            }
            return try source.next()
        }
    }

    /// The same file from its start; `nil` where it can be read only once.
    ///
    /// - Throws: where the bytes can't be had any more.
    func reopened() throws(SyntaxError) -> SourceFile? {
        guard let reopen else { return nil }
        return try SourceFile(path: path, reopen(), reopen: reopen)
    }

    /// What is broken in a short file of no format that is known: one that was cut off tells less of its format.
    func fault(_ limits: Limits) -> SyntaxError? {
        guard isShort else { return nil }
        var tree = SourceTree()
        do throws(SyntaxError) {
            switch start.content {
            case .json:
                var reader = JSONReader(source, limits: limits)
                while try reader.next(into: &tree) != nil {}
            case .xml:
                var reader = XMLReader(source, limits: limits)
                while try reader.next(into: &tree) != nil {}
            case .empty, .table: break
            }
            return nil
        } catch { return error }
    }

    /// The likeliest format, and how it was told.
    public var detected: (format: Format, recognition: Recognition)? { Format.candidates(start).first }
}
