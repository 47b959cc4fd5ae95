import EmissionsFormats
import EmissionsModel
import EmissionsSyntax

/// One part as it was written, to be read back.
enum WrittenDocument {
    /// A file with this part alone, and where the part begins in it.
    case file(bytes: [UInt8], start: Int)
    case package(MemoryPackage)
}

/// What was printed so far, and where the next piece begins.
struct Output {
    let writer: SubmissionWriter
    private(set) var header: SubmissionHeader?
    private var parts = 0
    private var place = OutputPlace()
    /// Whether a file was begun that has no header yet.
    private var isNew = false

    /// The package that is written, if it is one.
    private var package: PackageOutput?

    init(writer: SubmissionWriter, packages: Bool) {
        self.writer = writer
        package = packages ? writer.package.map { PackageOutput($0) } : nil
    }

    /// What stands before the parts.
    private var head: [UInt8] = []

    /// - Returns: What comes next in the output; where the part begins in it; and a file with this part alone.
    mutating func write(_ part: SubmissionPart) -> (piece: Written, start: OutputPlace, document: WrittenDocument) {
        if package != nil { return pack(part) }
        let (piece, start, document) = print(part)
        return (piece, start, .file(bytes: document.bytes, start: document.start))
    }

    private mutating func pack(_ part: SubmissionPart) -> (Written, OutputPlace, WrittenDocument) {
        if case .header(let header) = part {
            let known = self.header
            if known == nil { self.header = header }
            let problems = package?.add(part, known ?? header) ?? []
            return (Written(problems: problems), OutputPlace(), .package(package?.lastAdded ?? MemoryPackage([])))
        }
        if header == nil { _ = pack(.header(SubmissionHeader())) }
        let problems = package?.add(part, header ?? SubmissionHeader()) ?? []
        return (Written(problems: problems), OutputPlace(), .package(package?.lastAdded ?? MemoryPackage([])))
    }

    private mutating func print(
        _ part: SubmissionPart
    ) -> (piece: Written, start: OutputPlace, document: (bytes: [UInt8], start: Int)) {
        var piece = Written()
        if case .header(let header) = part {
            // It begins where the output does.
            let document = (bytes: writer.document(part, header: self.header ?? header).bytes, start: 0)
            if self.header == nil { piece = begin(header) }
            return (piece, OutputPlace(), document)
        }
        if isNew, let header {
            piece.bytes = begin(header).bytes
        } else if header == nil {
            piece = begin(SubmissionHeader())
        }
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
        return (piece, start, (head + written.bytes + writer.end, head.count))
    }

    /// Whether the next record needs a file of its own.
    var isFull: Bool { package == nil && writer.holdsOneRecord && parts > 0 }

    /// Begins another file with the same header.
    ///
    /// - Returns: What the file before ends with.
    mutating func nextFile() -> [UInt8] {
        (parts, place, isNew) = (0, OutputPlace(), true)
        return writer.end
    }

    mutating func end() -> Written {
        if let package { return package.end() }
        var piece = Written()
        if header == nil { piece = begin(SubmissionHeader()) }
        if parts == 0, let header { piece.bytes += writer.write(.header(header), header).bytes }
        piece.bytes += writer.end
        return piece
    }

    private mutating func begin(_ header: SubmissionHeader) -> Written {
        self.header = header
        isNew = false
        let written = writer.begin(header)
        head = written.bytes
        place.advance(over: head)
        return written
    }
}

/// A place in the output.
struct OutputPlace {
    var offset = 0, line = 1, column = 1

    mutating func advance(over bytes: [UInt8], upTo end: Int? = nil) {
        let end = end ?? bytes.count
        offset += end
        bytes.withUnsafeBufferPointer { bytes in
            var lines = 0, start = 0
            for index in 0..<end where bytes[index] == 10 { lines &+= 1 }
            if lines > 0 {
                line += lines
                column = 1
                start = end
                while bytes[start - 1] != 10 { start -= 1 }
            }
            // Bytes that go on with a character are no column of their own.
            for index in start..<end where bytes[index] & 0xC0 != 0x80 { column += 1 }
        }
    }
}
