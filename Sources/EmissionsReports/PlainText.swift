/// Text of a submission made fit for a terminal or a log: it can't move the cursor, start a new line or hide itself.
enum PlainText {
    static func line(_ text: String) -> String {
        if text.utf8.allSatisfy(isPrintable) || !text.unicodeScalars.contains(where: { !isPlain($0) }) { return text }
        var line = ""
        line.unicodeScalars.append(contentsOf: text.unicodeScalars.map(plain))
        return line
    }

    /// The text, or its beginning when it is long.
    static func short(_ text: String, _ length: Int) -> String {
        text.utf8.count > length && text.unicodeScalars.count > length
            ? line(String(text.unicodeScalars.prefix(length - 1))) + "…"
            : line(text)
    }

    /// One scalar for one scalar, so that columns stay where they were.
    static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if isPlain(scalar) { return scalar }
        if scalar.value < 0x20 { return Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}" }
        return "\u{FFFD}"
    }

    /// Of ASCII.
    private static func isPrintable(_ byte: UInt8) -> Bool { byte &- 0x20 < 0x5F }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case ..<0x20, 0x7F...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: false
        default: true
        }
    }

    /// How many columns of a terminal a text takes.
    static func width(_ text: some Sequence<Unicode.Scalar>) -> Int { text.reduce(0) { $0 + width($1) } }

    static func width(_ text: String) -> Int {
        text.utf8.allSatisfy(isPrintable) ? text.utf8.count : width(text.unicodeScalars)
    }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.value {
        case 0x300...0x36F, 0x200B...0x200D, 0x20D0...0x20FF, 0xFE00...0xFE0F, 0xFEFF: 0
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
            2
        default: 1
        }
    }
}

extension String {
    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - PlainText.width(self)))
    }
    func paddedLeft(to width: Int) -> String {
        String(repeating: " ", count: max(0, width - PlainText.width(self))) + self
    }
}

extension Int {
    /// With commas between thousands: `4,812`.
    var grouped: String {
        let digits = String(magnitude)
        var text = self < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }

    /// `1 error`, `2 errors`.
    func counted(_ noun: String) -> String { "\(grouped) \(noun)\(self == 1 ? "" : "s")" }
}
