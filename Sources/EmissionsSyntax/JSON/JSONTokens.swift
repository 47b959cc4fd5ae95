/// Strings, numbers and literals.
extension JSONParser {
    /// The first byte that is not whitespace, which stays to be read.
    @inline(__always)
    mutating func peek() throws(Stop) -> UInt8 {
        while index < end {
            let byte = self.byte(index)
            if byte > 0x20 { return byte }
            guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
            index &+= 1
            while index &+ 8 <= end {
                let others = word(index) ^ 0x2020_2020_2020_2020
                guard others == 0 else {
                    index &+= others.trailingZeroBitCount >> 3
                    break
                }
                index &+= 8
            }
        }
        throw .textEnds(token: nil)
    }

    /// Reads a string that begins at ``index`` and unescapes it into the arena.
    @inline(__always)
    mutating func string() throws(Stop) -> SourceTree.Run {
        let start = index, textStart = arenaCount
        index &+= 1
        while true {
            copyPlainText()
            guard index < end else { throw cutOff(start) }
            switch byte(index) {
            case UInt8(ascii: "\""):
                index &+= 1
                if index &- start > tokenBytes { throw .limit(.tokenBytes, at: start) }
                return run(from: textStart)
            case UInt8(ascii: "\\"): try escape(inStringAt: start)
            case ..<0x20: throw .malformed(.controlCharacter, at: index)
            default: put(byte(index))
            }
        }
    }

    /// Copies what needs no unescaping, eight bytes at a time; the last few bytes of the text are left.
    @inline(__always)
    private mutating func copyPlainText() {
        while index &+ 8 <= end {
            let word = self.word(index)
            arena.storeBytes(of: word.littleEndian, toByteOffset: arenaCount, as: UInt64.self)
            // The lowest bit found is exact; those above it may come from a borrow.
            let quotes = (word ^ 0x2222_2222_2222_2222) &- 0x0101_0101_0101_0101
            let backslashes = (word ^ 0x5C5C_5C5C_5C5C_5C5C) &- 0x0101_0101_0101_0101
            let controls = word &- 0x2020_2020_2020_2020
            let found = (quotes | backslashes | controls) & ~word & highBits
            if found != 0 {
                let count = found.trailingZeroBitCount >> 3
                index &+= count
                arenaCount &+= count
                return
            }
            index &+= 8
            arenaCount &+= 8
        }
    }

    @inline(never)
    private mutating func escape(inStringAt start: Int) throws(Stop) {
        guard index + 1 < end else { throw cutOff(start) }
        let escaped: UInt8
        switch byte(index + 1) {
        case UInt8(ascii: "u"): return try unicodeEscape(inStringAt: start)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): escaped = byte(index + 1)
        case UInt8(ascii: "b"): escaped = 0x08
        case UInt8(ascii: "f"): escaped = 0x0C
        case UInt8(ascii: "n"): escaped = 0x0A
        case UInt8(ascii: "r"): escaped = 0x0D
        case UInt8(ascii: "t"): escaped = 0x09
        default: throw .malformed(.escape, at: index + 1)
        }
        index += 1
        put(escaped)
    }

    private mutating func unicodeEscape(inStringAt start: Int) throws(Stop) {
        var scalar = try hexDigits(at: index + 2, inStringAt: start)
        var length = 6
        if scalar & 0xF800 == 0xD800 {
            guard scalar < 0xDC00 else { throw .malformed(.loneSurrogate, at: index) }
            for (offset, expected) in [(6, UInt8(ascii: "\\")), (7, UInt8(ascii: "u"))] {
                guard index + offset < end else { throw cutOff(start) }
                guard byte(index + offset) == expected else { throw .malformed(.loneSurrogate, at: index) }
            }
            let low = try hexDigits(at: index + 8, inStringAt: start)
            guard low & 0xFC00 == 0xDC00 else { throw .malformed(.loneSurrogate, at: index) }
            scalar = 0x10000 + (scalar & 0x3FF) << 10 + low & 0x3FF
            length = 12
        }
        index += length
        put(scalar: scalar)
    }

    private func hexDigits(at first: Int, inStringAt start: Int) throws(Stop) -> UInt32 {
        var value: UInt32 = 0
        for position in first..<first + 4 {
            guard position < end else { throw cutOff(start) }
            let byte = byte(position)
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte & 0x0F)
            case UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "a")...UInt8(ascii: "f"):
                value = value << 4 | UInt32(byte & 0x0F) + 9
            default: throw .malformed(.hexDigit, at: position)
            }
        }
        return value
    }

    /// Reads a number that begins at ``index`` and keeps it as it is written.
    @inline(__always)
    mutating func number() throws(Stop) -> SourceTree.Run {
        let start = index
        if byte(index) == UInt8(ascii: "-") { index &+= 1 }
        if index < end, byte(index) == UInt8(ascii: "0") {
            index &+= 1
            if index < end, isDigit(byte(index)) { throw .malformed(.leadingZero, at: index) }
        } else {
            try digits(ofNumberAt: start)
        }
        if index < end, byte(index) == UInt8(ascii: ".") {
            index &+= 1
            try digits(ofNumberAt: start)
        }
        if index < end, byte(index) | 0x20 == UInt8(ascii: "e") {
            index &+= 1
            if index < end, byte(index) == UInt8(ascii: "+") || byte(index) == UInt8(ascii: "-") { index &+= 1 }
            try digits(ofNumberAt: start)
        }
        let count = index &- start
        if count > tokenBytes { throw .limit(.tokenBytes, at: start) }
        if index == end, !isWhole { throw .textEnds(token: start) }
        let textStart = arenaCount
        (arena + arenaCount).copyMemory(from: text + start, byteCount: count)
        arenaCount &+= count
        return run(from: textStart)
    }

    /// Reads one digit or more.
    @inline(__always)
    private mutating func digits(ofNumberAt start: Int) throws(Stop) {
        guard index < end else { throw cutOff(start) }
        guard isDigit(byte(index)) else { throw .malformed(.digit, at: index) }
        repeat { index &+= 1 } while index < end && isDigit(byte(index))
    }

    /// Reads `word`, of which the first letter is known to be there.
    @inline(__always)
    mutating func literal(_ word: StaticString) throws(Stop) -> SourceTree.Run {
        let start = index, textStart = arenaCount
        for offset in 0..<word.utf8CodeUnitCount {
            guard index < end else { throw .textEnds(token: start) }
            guard byte(index) == word.utf8Start[offset] else { throw .malformed(.literal, at: start) }
            put(byte(index))
        }
        return run(from: textStart)
    }

    /// The stop where the text ends inside a token, unless the token is too long as it is.
    private func cutOff(_ start: Int) -> Stop {
        end - start > tokenBytes ? .limit(.tokenBytes, at: start) : .textEnds(token: start)
    }
}

// MARK: Bytes

extension JSONParser {
    @inline(__always)
    private func byte(_ index: Int) -> UInt8 { text.load(fromByteOffset: index, as: UInt8.self) }

    @inline(__always)
    private func word(_ index: Int) -> UInt64 {
        UInt64(littleEndian: text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
    }

    @inline(__always)
    private func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

    @inline(__always)
    private func run(from start: Int) -> SourceTree.Run {
        SourceTree.Run(
            start: Int32(truncatingIfNeeded: start), count: Int32(truncatingIfNeeded: arenaCount &- start))
    }

    /// Puts one byte into the arena for one byte of the text.
    @inline(__always)
    private mutating func put(_ byte: UInt8) {
        arena.storeBytes(of: byte, toByteOffset: arenaCount, as: UInt8.self)
        arenaCount &+= 1
        index &+= 1
    }

    private mutating func put(scalar: UInt32) {
        var bytes: [UInt8] = []
        bytes.append(scalar: scalar)
        for byte in bytes {
            arena.storeBytes(of: byte, toByteOffset: arenaCount, as: UInt8.self)
            arenaCount += 1
        }
    }
}
