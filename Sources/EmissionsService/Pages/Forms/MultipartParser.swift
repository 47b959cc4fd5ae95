import Glibc
import HTTPTypes
import NIOCore

/// Takes the parts of a form (RFC 7578) from its bytes as they come, holding no more of them than a boundary is long.
struct MultipartParser {
    enum Event: Equatable {
        /// A part begins: what its field is called, and its file where it is one.
        case begin(name: String, fileName: String?)
        case bytes(ByteBuffer)
        case end
    }

    private enum State { case preamble, headers, content, epilogue }

    private var state = State.preamble
    private let delimiter: [UInt8]
    /// Begins as if a line had ended, so that the first boundary is found as all others are.
    private var held = ByteBuffer(string: "\r\n")
    private static let mostHeaderBytes = 8_192

    init(boundary: String) { delimiter = Array("\r\n--\(boundary)".utf8) }

    /// - Throws: ``Problem`` where it is no form.
    mutating func feed(_ chunk: ByteBuffer) throws(Problem) -> [Event] {
        held.writeImmutableBuffer(chunk)
        var events: [Event] = []
        while try step(&events) {}
        held.discardReadBytes()
        return events
    }

    /// - Throws: ``Problem`` where the form breaks off.
    func finish() throws(Problem) {
        guard state == .epilogue else { throw .formBreaksOff }
    }

    /// Whether there may be more to do with what is held.
    private mutating func step(_ events: inout [Event]) throws(Problem) -> Bool {
        switch state {
        case .preamble, .content:
            let isContent = state == .content
            if let index = held.offset(of: delimiter) {
                // What stands behind a boundary tells whether it is the last.
                guard held.readableBytes >= index + delimiter.count + 2 else {
                    hand(over: index, isContent, &events)
                    return false
                }
                hand(over: index, isContent, &events)
                held.moveReaderIndex(forwardBy: delimiter.count)
                if isContent { events.append(.end) }
                state = held.readString(length: 2) == "--" ? .epilogue : .headers
                if state == .headers { held.moveReaderIndex(to: held.readerIndex - 2) }
                return true
            }
            hand(over: max(0, held.readableBytes - delimiter.count + 1), isContent, &events)
            return false
        case .headers:
            guard let length = held.offset(of: Array("\r\n\r\n".utf8)) else {
                guard held.readableBytes <= Self.mostHeaderBytes else { throw .formIsNone }
                return false
            }
            guard length <= Self.mostHeaderBytes, let text = held.readString(length: length) else { throw .formIsNone }
            held.moveReaderIndex(forwardBy: 4)
            guard let disposition = FormDisposition(headers: text) else { throw .formIsNone }
            events.append(.begin(name: disposition.name, fileName: disposition.fileName))
            state = .content
            return true
        case .epilogue:
            held.moveReaderIndex(to: held.writerIndex)
            return false
        }
    }

    private mutating func hand(over count: Int, _ isContent: Bool, _ events: inout [Event]) {
        guard count > 0, let bytes = held.readSlice(length: count), isContent else { return }
        events.append(.bytes(bytes))
    }
}

/// What the header of a part says of it.
struct FormDisposition {
    var name: String
    var fileName: String?

    /// `nil` where no name is given.
    init?(headers: String) {
        let line = headers.split(whereSeparator: \.isNewline).first {
            $0.lowercased().hasPrefix("content-disposition:")
        }
        guard let line, let name = Self.parameter("name", of: line) else { return nil }
        (self.name, fileName) = (name, Self.parameter("filename", of: line))
    }

    /// A value between quotation marks; browsers write those within it as `%22`.
    private static func parameter(_ name: String, of line: Substring) -> String? {
        var rest = line
        while let start = rest.firstRange(of: "\(name)=\"") {
            let before = rest[..<start.lowerBound].last
            let value = rest[start.upperBound...]
            if before == ";" || before == " " {
                return String(value.prefix { $0 != "\"" }).replacing("%22", with: "\"")
                    .replacing("%0D", with: " ").replacing("%0A", with: " ")
            }
            rest = value
        }
        return nil
    }
}

extension ByteBuffer {
    /// How many readable bytes stand before some others, of which there is at least one.
    fileprivate func offset(of bytes: [UInt8]) -> Int? {
        withUnsafeReadableBytes { buffer in
            guard let start = buffer.baseAddress, let first = bytes.first else { return nil }
            var position = 0
            while position + bytes.count <= buffer.count {
                guard let found = memchr(start + position, Int32(first), buffer.count - bytes.count + 1 - position)
                else { return nil }
                position = UnsafeRawPointer(found) - start
                if memcmp(start + position, bytes, bytes.count) == 0 { return position }
                position += 1
            }
            return nil
        }
    }
}

extension Problem {
    fileprivate static let formIsNone = Problem(
        "form-unreadable", .badRequest, "the form can't be read", "go back and send it once more")
    fileprivate static let formBreaksOff = Problem(
        "form-incomplete", .badRequest, "the form broke off on its way", "go back and send it once more")
}
