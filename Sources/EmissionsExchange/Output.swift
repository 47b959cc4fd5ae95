import EmissionsFormats
import EmissionsModel

/// What was printed so far, and where the next piece begins.
struct Output {
    let writer: SubmissionWriter
    private(set) var header: SubmissionHeader?
    private var parts = 0
    private var place = OutputPlace()

    init(writer: SubmissionWriter) { self.writer = writer }

    mutating func write(_ part: SubmissionPart) -> (Written, OutputPlace) {
        var piece = Written()
        if case .header(let header) = part {
            guard self.header == nil else { return (piece, place) }
            piece = begin(header)
            return (piece, OutputPlace())
        }
        if header == nil { piece = begin(SubmissionHeader()) }
        if parts > 0 {
            piece.bytes += writer.separator
            place.advance(over: writer.separator)
        }
        parts += 1
        let start = place
        let written = writer.write(part, header ?? SubmissionHeader())
        place.advance(over: written.bytes)
        piece.bytes += written.bytes
        piece.problems += written.problems
        return (piece, start)
    }

    mutating func end() -> Written {
        var piece = Written()
        if header == nil { piece = begin(SubmissionHeader()) }
        if parts == 0, let header { piece.bytes += writer.write(.header(header), header).bytes }
        piece.bytes += writer.end
        return piece
    }

    private mutating func begin(_ header: SubmissionHeader) -> Written {
        self.header = header
        let head = writer.begin(header)
        place.advance(over: head.bytes)
        return head
    }
}

/// A place in the output.
struct OutputPlace {
    var offset = 0, line = 1, column = 1

    mutating func advance(over bytes: [UInt8]) {
        offset += bytes.count
        for byte in bytes {
            if byte == 10 {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
    }
}
