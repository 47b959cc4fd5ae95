/// Reads a form that was sent with files (`multipart/form-data`, RFC 7578), piece by piece as it comes.
struct MultipartParser {
    enum Event: Equatable {
        case part(name: String, fileName: String?)
        case bytes([UInt8])
        case partEnd
    }

    /// Why a body can't be read.
    struct Failure: Error, Equatable { var words: String }

    private enum State { case preamble, delimiter, head, body, end }

    private let delimiter: [UInt8]
    private var state = State.preamble
    private var held: [UInt8] = []
    private static let mostHead = 8_192

    /// - Parameter contentType: The field of the request; `nil` results where it names no boundary.
    init?(contentType: String) {
        let pieces = contentType.split(separator: ";").map { $0.trimmingPrefix { $0 == " " } }
        guard pieces.first?.lowercased() == "multipart/form-data",
            let field = pieces.first(where: { $0.lowercased().hasPrefix("boundary=") })
        else { return nil }
        let boundary = field.dropFirst("boundary=".count).filter { $0 != "\"" }
        guard (1...70).contains(boundary.utf8.count) else { return nil }
        delimiter = Array("\r\n--\(boundary)".utf8)
        // The first delimiter may stand at the very start.
        held = [13, 10]
    }

    var isAtEnd: Bool { state == .end }

    /// What the next piece of the body tells.
    mutating func add(_ chunk: some Sequence<UInt8>) throws(Failure) -> [Event] {
        held += chunk
        var events: [Event] = []
        while try step(&events) {}
        return events
    }

    /// - Throws: ``Failure`` where the body was cut off.
    func end() throws(Failure) {
        guard isAtEnd else { throw Failure(words: "the form ends before its last boundary") }
    }

    /// Does as much as the bytes at hand allow, and tells whether to go on.
    private mutating func step(_ events: inout [Event]) throws(Failure) -> Bool {
        switch state {
        case .preamble, .body:
            guard let place = held.firstIndex(of: delimiter) else {
                // The end may be the beginning of a delimiter.
                let certain = max(0, held.count - delimiter.count + 1)
                if state == .body, certain > 0 { events.append(.bytes(Array(held[..<certain]))) }
                held.removeFirst(certain)
                return false
            }
            if state == .body {
                if place > 0 { events.append(.bytes(Array(held[..<place]))) }
                events.append(.partEnd)
            }
            held.removeFirst(place + delimiter.count)
            state = .delimiter
            return true
        case .delimiter:
            guard held.count >= 2 else { return false }
            if held.starts(with: [45, 45]) {
                state = .end
                held = []
                return false
            }
            guard held.starts(with: [13, 10]) else { throw Failure(words: "a boundary is not at the end of its line") }
            state = .head
            return true
        case .head:
            guard let place = held.firstIndex(of: [13, 10, 13, 10]) else {
                guard held.count <= Self.mostHead else { throw Failure(words: "the head of a part is too long") }
                return false
            }
            guard place <= Self.mostHead else { throw Failure(words: "the head of a part is too long") }
            events.append(try Self.part(String(decoding: held[..<place], as: UTF8.self)))
            held.removeFirst(place + 4)
            state = .body
            return true
        case .end:
            held = []
            return false
        }
    }

    private static func part(_ head: String) throws(Failure) -> Event {
        for line in head.split(separator: "\r\n") {
            let pair = line.split(separator: ":", maxSplits: 1)
            guard pair.count == 2, pair[0].lowercased() == "content-disposition" else { continue }
            guard let name = parameter("name", of: pair[1]) else { continue }
            return .part(name: name, fileName: parameter("filename", of: pair[1]))
        }
        throw Failure(words: "a part of the form has no name")
    }

    /// A parameter of a field, in quotation marks or not.
    private static func parameter(_ name: String, of field: Substring) -> String? {
        var rest = field
        while let start = rest.firstRange(of: "\(name)=") {
            let isWhole =
                start.lowerBound == rest.startIndex || " ;".contains(rest[rest.index(before: start.lowerBound)])
            rest = rest[start.upperBound...]
            guard isWhole else { continue }
            guard rest.first == "\"" else { return String(rest.prefix { $0 != ";" }) }
            var value = "", isEscaped = false
            for character in rest.dropFirst() {
                if isEscaped {
                    value.append(character)
                    isEscaped = false
                } else if character == "\\" {
                    isEscaped = true
                } else if character == "\"" {
                    break
                } else {
                    value.append(character)
                }
            }
            return value.replacing("%22", with: "\"").replacing("%0D%0A", with: " ")
        }
        return nil
    }
}

extension [UInt8] {
    /// Where a sequence of bytes first begins.
    fileprivate func firstIndex(of bytes: [UInt8]) -> Int? {
        guard count >= bytes.count, let first = bytes.first else { return nil }
        var start = 0
        while let place = self[start...].firstIndex(of: first), place + bytes.count <= count {
            if self[place..<place + bytes.count].elementsEqual(bytes) { return place }
            start = place + 1
        }
        return nil
    }
}
