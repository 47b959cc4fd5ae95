/// A page in the notation of Mustache, as much of it as pages need. What is put in is always escaped: there is no
/// notation for anything else.
///
/// - `{{name}}`, `{{a.b}}`, `{{.}}`: a value; `{{@name}}`: a text of the catalogue
/// - `{{#name}}…{{/name}}`: for each item of a list, within a record, or where there is something
/// - `{{^name}}…{{/name}}`: where there is nothing
/// - `{{>name}}`: another template; `{{!…}}`: nothing
struct PageTemplate: Sendable {
    indirect enum Piece: Sendable {
        case literal(String)
        case value([Substring])
        case text(String)
        case section([Substring], isInverted: Bool, [Piece])
        case partial(String)
    }

    struct Fault: Error, CustomStringConvertible {
        var description: String
    }

    let pieces: [Piece]

    init(_ source: String) throws(Fault) {
        var open: [(name: Substring, isInverted: Bool, pieces: [Piece])] = []
        var pieces: [Piece] = []
        var rest = source[...]
        while let start = rest.firstRange(of: "{{") {
            if start.lowerBound > rest.startIndex { pieces.append(.literal(String(rest[..<start.lowerBound]))) }
            guard let end = rest[start.upperBound...].firstRange(of: "}}") else {
                throw Fault(description: "a tag does not end: \(rest[start.lowerBound...].prefix(40))")
            }
            let tag = rest[start.upperBound..<end.lowerBound]
            rest = rest[end.upperBound...]
            let name = tag.dropFirst()
            switch tag.first {
            case "!": break
            case "@": pieces.append(.text(String(name)))
            case ">": pieces.append(.partial(String(name)))
            case "#", "^":
                open.append((name, tag.first == "^", pieces))
                pieces = []
            case "/":
                guard let section = open.popLast(), section.name == name else {
                    throw Fault(description: "{{/\(name)}} ends what did not begin")
                }
                pieces =
                    section.pieces + [.section(Self.path(name), isInverted: section.isInverted, pieces)]
            case let first? where first.isLetter || first == ".": pieces.append(.value(Self.path(tag)))
            default: throw Fault(description: "{{\(tag)}} is no tag of a page")
            }
        }
        if let section = open.last { throw Fault(description: "{{#\(section.name)}} does not end") }
        if !rest.isEmpty { pieces.append(.literal(String(rest))) }
        self.pieces = pieces
    }

    /// `.` is the value itself, with no name to look for.
    private static func path(_ name: Substring) -> [Substring] { name == "." ? [] : name.split(separator: ".") }

    /// The names after one of the marks, of this template alone.
    func names(_ isWanted: (Piece) -> String?) -> [String] {
        var found: [String] = [], waiting = pieces
        while let piece = waiting.popLast() {
            if let name = isWanted(piece) { found.append(name) }
            if case .section(_, _, let inner) = piece { waiting += inner }
        }
        return found
    }
}
