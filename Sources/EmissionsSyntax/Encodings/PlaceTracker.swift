/// Follows a text from stretch to stretch, counting lines and columns eight bytes at a time.
///
/// CR, LF and CR LF each end a line, also when a chunk ends between CR and LF.
struct PlaceTracker {
    /// The place behind all that was passed over.
    var anchor = SourceWindow.Anchor()
    private var isAfterCarriageReturn = false

    mutating func advance(over text: [UInt8], in encoding: TextEncoding) {
        text.withUnsafeBytes { advance(over: $0, in: encoding) }
    }

    mutating func advance(over text: ArraySlice<UInt8>, in encoding: TextEncoding) {
        text.withUnsafeBytes { advance(over: $0, in: encoding) }
    }

    mutating func advance(over text: UnsafeRawBufferPointer, in encoding: TextEncoding) {
        let bytesPerASCII = encoding.width(ofByte: 0x20)
        var index = 0
        while index &+ 8 <= text.count {
            // Eight printable ASCII characters at a time. The subtraction borrows only from what is none.
            let begun = index
            while index &+ 8 <= text.count {
                let word = text.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                if ((word &- 0x0E0E_0E0E_0E0E_0E0E) | word) & highBits != 0 { break }
                index &+= 8
            }
            if index > begun {
                isAfterCarriageReturn = false
                anchor.column &+= index &- begun
                anchor.byteOffset &+= (index &- begun) &* bytesPerASCII
            }
            guard index &+ 8 <= text.count else { break }
            let word = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            if encoding != .utf8 || !advance(overUTF8: word) {
                for byte in text[index..<index &+ 8] { advance(over: byte, in: encoding) }
            }
            index &+= 8
        }
        for byte in text[index...] { advance(over: byte, in: encoding) }
    }

    /// Passes over eight bytes at once, unless there is a carriage return to be thought of.
    @inline(__always)
    private mutating func advance(overUTF8 word: UInt64) -> Bool {
        if isAfterCarriageReturn || zeroBytes(word ^ 0x0D0D_0D0D_0D0D_0D0D) != 0 { return false }
        anchor.byteOffset &+= 8
        let scalars = ~(word & ~(word << 1)) & highBits
        let newlines = zeroBytes(word ^ 0x0A0A_0A0A_0A0A_0A0A)
        if newlines == 0 {
            anchor.column &+= scalars.nonzeroBitCount
        } else {
            anchor.line &+= newlines.nonzeroBitCount
            let behindLast = 64 &- newlines.leadingZeroBitCount
            anchor.column = 1 &+ (scalars >> UInt64(behindLast)).nonzeroBitCount
        }
        return true
    }

    private mutating func advance(over byte: UInt8, in encoding: TextEncoding) {
        anchor.byteOffset += encoding.width(ofByte: byte)
        if byte == 10 && isAfterCarriageReturn {
            isAfterCarriageReturn = false
            return
        }
        isAfterCarriageReturn = byte == 13
        if byte == 10 || byte == 13 {
            anchor.line += 1
            anchor.column = 1
        } else if byte & 0xC0 != 0x80 {
            anchor.column += 1
        }
    }
}

/// The highest bit of each byte of `word` that is zero.
@inline(__always)
func zeroBytes(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    return ~((word & low) &+ low | word | low)
}
