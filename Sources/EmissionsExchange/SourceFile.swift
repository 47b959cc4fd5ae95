import EmissionsDiagnostics
public import EmissionsFormats
public import EmissionsSyntax

/// A file whose start was looked at, ready to be read.
public struct SourceFile {
    /// What messages call it.
    public let path: String
    public let start: FileStart
    let source: ByteSource

    /// Reads as much of the file as is needed to tell its format.
    public init(path: String, _ source: ByteSource) throws(SyntaxError) {
        self.path = path
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

    /// The likeliest format, and how it was told.
    public var detected: (format: Format, recognition: Recognition)? { Format.candidates(start).first }
}
