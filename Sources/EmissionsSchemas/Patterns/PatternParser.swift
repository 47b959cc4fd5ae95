/// Takes a pattern apart.
struct PatternParser {
    private let scalars: [Unicode.Scalar]
    private(set) var index = 0
    private var depth = 0
    private static let maximumDepth = 100

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    mutating func parse() throws(PatternError) -> PatternNode {
        let node = try alternatives()
        if index < scalars.count { throw malformed("a ) that closes nothing") }
        return node
    }

    private mutating func alternatives() throws(PatternError) -> PatternNode {
        var branches = [try sequence()]
        while take("|") { branches.append(try sequence()) }
        return branches.count == 1 ? branches[0] : .alternatives(branches)
    }

    private mutating func sequence() throws(PatternError) -> PatternNode {
        var nodes: [PatternNode] = []
        while let next = peek, next != "|", next != ")" { nodes.append(try quantified()) }
        return nodes.count == 1 ? nodes[0] : .sequence(nodes)
    }

    private mutating func quantified() throws(PatternError) -> PatternNode {
        let start = index
        let node = try atom()
        guard let (minimum, maximum) = try quantifier() else { return node }
        if case .assertion = node { throw malformed("a repetition of nothing", at: start) }
        _ = take("?")
        if let next = peek, "*+?".unicodeScalars.contains(next) { throw malformed("a repetition of nothing") }
        return .repeated(node, minimum: minimum, maximum: maximum)
    }

    private mutating func quantifier() throws(PatternError) -> (Int, Int?)? {
        if take("*") { return (0, nil) }
        if take("+") { return (1, nil) }
        if take("?") { return (0, 1) }
        let start = index
        guard take("{") else { return nil }
        guard let minimum = number() else {
            index = start
            return nil
        }
        var maximum: Int? = minimum
        if take(",") { maximum = number() }
        guard take("}") else {
            index = start
            return nil
        }
        if let maximum, maximum < minimum { throw malformed("a repetition whose bounds are reversed", at: start) }
        return (minimum, maximum)
    }

    private mutating func atom() throws(PatternError) -> PatternNode {
        let start = index
        let scalar = scalars[index]
        index += 1
        switch scalar {
        case "^": return .assertion(.start)
        case "$": return .assertion(.end)
        case ".": return .scalars(ScalarSet.lineEnds.inverted)
        case "(": return try group(from: start)
        case "[": return .scalars(try bracket(from: start))
        case "*", "+", "?": throw malformed("a repetition of nothing", at: start)
        case "\\":
            if take("b") { return .assertion(.wordBoundary) }
            if take("B") { return .assertion(.noWordBoundary) }
            return .scalars(try escape(from: start, inBrackets: false))
        default: return .scalars(ScalarSet(scalar))
        }
    }

    private mutating func group(from start: Int) throws(PatternError) -> PatternNode {
        if take("?") {
            if take("=") || take("!") { throw unsupported("looking ahead, (?= or (?!", at: start) }
            if take("<") {
                if take("=") || take("!") { throw unsupported("looking behind, (?<= or (?<!", at: start) }
                let name = scalars[index...].prefix { $0 != ">" }
                index += name.count
                guard !name.isEmpty, take(">") else {
                    throw malformed("a group with a name that does not end", at: start)
                }
            } else if !take(":") {
                let flags = scalars[index...].prefix { "ims-".unicodeScalars.contains($0) }
                guard scalars.dropFirst(index + flags.count).first == ":" else {
                    throw malformed("a group of a kind that is not known", at: start)
                }
                throw unsupported("flags inside of a pattern, (?i:…)", at: start)
            }
        }
        depth += 1
        if depth > Self.maximumDepth {
            throw PatternError(kind: .tooBig, description: "nested too deeply", offset: start)
        }
        let node = try alternatives()
        depth -= 1
        guard take(")") else { throw malformed("a ( that is never closed", at: start) }
        return node
    }
}

// MARK: Classes

extension PatternParser {
    private mutating func bracket(from start: Int) throws(PatternError) -> ScalarSet {
        let isInverted = take("^")
        var set = ScalarSet()
        while !take("]") {
            guard index < scalars.count else { throw malformed("a [ that is never closed", at: start) }
            let place = index
            let first = try bracketed()
            guard peek == "-", index + 1 < scalars.count, scalars[index + 1] != "]" else {
                set.formUnion(first)
                continue
            }
            index += 1
            let second = try bracketed()
            guard let low = first.single, let high = second.single else {
                throw malformed("a range between classes", at: place)
            }
            guard low <= high else { throw malformed("a range whose bounds are reversed", at: place) }
            set.ranges.append(low...high)
        }
        return isInverted ? set.inverted : set
    }

    private mutating func bracketed() throws(PatternError) -> ScalarSet {
        let start = index
        guard index < scalars.count else { throw malformed("a [ that is never closed", at: start) }
        index += 1
        return scalars[start] == "\\" ? try escape(from: start, inBrackets: true) : ScalarSet(scalars[start])
    }

    /// What stands behind a backslash.
    private mutating func escape(from start: Int, inBrackets: Bool) throws(PatternError) -> ScalarSet {
        guard let scalar = peek else { throw malformed("a \\ at the end", at: start) }
        index += 1
        switch scalar {
        case "d": return .digits
        case "D": return ScalarSet.digits.inverted
        case "w": return .word
        case "W": return ScalarSet.word.inverted
        case "s": return .space
        case "S": return ScalarSet.space.inverted
        case "t": return ScalarSet("\t")
        case "n": return ScalarSet("\n")
        case "r": return ScalarSet("\r")
        case "v": return ScalarSet("\u{0B}")
        case "f": return ScalarSet("\u{0C}")
        case "b" where inBrackets: return ScalarSet("\u{08}")
        case "0" where peek.map({ !isDigit($0) }) ?? true: return ScalarSet("\0")
        case "c": return ScalarSet(try control(from: start))
        case "x": return ScalarSet(try hexadecimal(digits: 2, from: start))
        case "u": return ScalarSet(try unicode(from: start))
        case "p", "P":
            let set = try category(from: start)
            return scalar == "P" ? set.inverted : set
        case "k": throw unsupported("a reference back to a named group (\\k)", at: start)
        case _ where isDigit(scalar): throw unsupported("a reference back to a group (\\\(scalar))", at: start)
        case "a"..."z", "A"..."Z": throw malformed("\\\(scalar), which is no escape", at: start)
        default: return ScalarSet(scalar)
        }
    }

    private mutating func control(from start: Int) throws(PatternError) -> Unicode.Scalar {
        guard let letter = peek, let value = UInt8(exactly: letter.value), letter.properties.isAlphabetic, value < 128
        else { throw malformed("\\c without a letter", at: start) }
        index += 1
        return Unicode.Scalar(value % 32)
    }

    private mutating func unicode(from start: Int) throws(PatternError) -> Unicode.Scalar {
        if take("{") {
            let digits = scalars[index...].prefix { $0 != "}" }
            index += digits.count
            guard take("}"), !digits.isEmpty, digits.allSatisfy({ $0.properties.isASCIIHexDigit }),
                let scalar = UInt32(String(digits), radix: 16).flatMap(Unicode.Scalar.init)
            else { throw malformed("\\u{…} that is no character", at: start) }
            return scalar
        }
        let first = try unit(digits: 4, from: start)
        guard (0xD800..<0xDC00).contains(first), index + 1 < scalars.count, scalars[index] == "\\",
            scalars[index + 1] == "u"
        else { return try scalar(first, from: start) }
        index += 2
        let second = try unit(digits: 4, from: start)
        guard (0xDC00..<0xE000).contains(second) else { throw malformed("half of a surrogate pair", at: start) }
        return try scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), from: start)
    }

    private mutating func hexadecimal(digits: Int, from start: Int) throws(PatternError) -> Unicode.Scalar {
        try scalar(unit(digits: digits, from: start), from: start)
    }

    private func scalar(_ value: UInt32, from start: Int) throws(PatternError) -> Unicode.Scalar {
        guard let scalar = Unicode.Scalar(value) else { throw malformed("half of a surrogate pair", at: start) }
        return scalar
    }

    private mutating func unit(digits: Int, from start: Int) throws(PatternError) -> UInt32 {
        let text = scalars[index...].prefix(digits)
        guard text.count == digits, text.allSatisfy({ $0.properties.isASCIIHexDigit }),
            let value = UInt32(String(text), radix: 16)
        else { throw malformed("an escape without its \(digits) hexadecimal digits", at: start) }
        index += digits
        return value
    }

    private mutating func category(from start: Int) throws(PatternError) -> ScalarSet {
        guard take("{") else { throw malformed("\\p without a name in braces", at: start) }
        let name = String(scalars[index...].prefix { $0 != "}" })
        index += name.unicodeScalars.count
        guard take("}") else { throw malformed("\\p without a name in braces", at: start) }
        var set = ScalarSet()
        if name == "Any" {
            set.ranges = [0...0x10FFFF]
        } else if name == "ASCII" {
            set.ranges = [0...0x7F]
        } else {
            let short = ["gc=", "General_Category="].first { name.hasPrefix($0) }.map { name.dropFirst($0.count) }
            guard let categories = ScalarSet.Categories(named: short.map(String.init) ?? name) else {
                throw unsupported("\\p{\(name)}, which is no general category", at: start)
            }
            set.categories = [categories]
        }
        return set
    }
}

// MARK: Scalars

extension PatternParser {
    private var peek: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        index += 1
        return true
    }

    private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// A whole number. Beyond a million it makes no difference how big it is.
    private mutating func number() -> Int? {
        var value: Int?
        while let next = peek, isDigit(next) {
            value = min((value ?? 0) * 10 + Int(next.value - 48), 1_000_000)
            index += 1
        }
        return value
    }

    private func malformed(_ what: String, at offset: Int? = nil) -> PatternError {
        PatternError(kind: .malformed, description: what, offset: offset ?? index)
    }

    private func unsupported(_ what: String, at offset: Int) -> PatternError {
        PatternError(kind: .unsupported, description: what, offset: offset)
    }
}

extension ScalarSet {
    /// The one scalar that it holds.
    fileprivate var single: UInt32? {
        guard ranges.count == 1, categories.isEmpty, complements.isEmpty, !isInverted,
            ranges[0].lowerBound == ranges[0].upperBound
        else { return nil }
        return ranges[0].lowerBound
    }
}

extension String {
    fileprivate init(_ scalars: some Sequence<Unicode.Scalar>) {
        self.init()
        unicodeScalars.append(contentsOf: scalars)
    }
}
