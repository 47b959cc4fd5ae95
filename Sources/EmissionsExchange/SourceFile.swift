import EmissionsDiagnostics
public import EmissionsFormats
public import EmissionsSyntax

/// A file whose start was looked at, ready to be read.
public struct SourceFile {
    /// What messages call it.
    public let path: String
    public let start: FileStart
    let source: ByteSource
    /// Opens the file once more, for what can't be done in one pass; `nil` where it can be read only once.
    let reopen: (() throws(SyntaxError) -> ByteSource)?

    /// Reads as much of the file as is needed to tell its format.
    public init(
        path: String, _ source: ByteSource, reopen: (() throws(SyntaxError) -> ByteSource)? = nil
    ) throws(SyntaxError) {
        self.path = path
        self.reopen = reopen
        var opening: [UInt8] = []
        while opening.count < FileStart.length, let chunk = try source.next() { opening += chunk }
        start = FileStart(opening)
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

    /// The likeliest format, and how it was told.
    public var detected: (format: Format, recognition: Recognition)? { Format.candidates(start).first }
}
