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
        var index = 0
        while index &+ 8 <= text.count {
            let word = UInt64(littleEndian: text.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            if !advance(over: word, in: encoding) {
                for byte in text[index..<index &+ 8] { advance(over: byte, in: encoding) }
            }
            index &+= 8
        }
        for byte in text[index...] { advance(over: byte, in: encoding) }
    }

    /// Passes over eight bytes at once, unless they need a closer look.
    @inline(__always)
    private mutating func advance(over word: UInt64, in encoding: TextEncoding) -> Bool {
        if isAfterCarriageReturn || zeroBytes(word ^ 0x0D0D_0D0D_0D0D_0D0D) != 0 { return false }
        switch encoding {
        case .utf8: anchor.byteOffset &+= 8
        case _ where word & highBits != 0: return false
        case .windows1252: anchor.byteOffset &+= 8
        case .utf16LittleEndian, .utf16BigEndian: anchor.byteOffset &+= 16
        }
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
