import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// How values that can't be read may be told by their spelling, if there is no doubt what was meant.
enum Correction: Sendable {
    case none
    /// A decimal number with another decimal mark, or with marks between thousands.
    case decimal
    /// A date, and a time of day if it has one, in another form.
    case date
    /// One of some words, but for the case of its letters and what stands between them.
    case words([String])
    /// A code in capital letters.
    case capitals
    /// True or false in other letters.
    case truth
}

/// What a value is likely to mean.
struct CorrectedText: Equatable {
    var text: String
    var safety = Fix.Safety.safe
}

extension Correction {
    /// What was meant by a text, in the words of the format; `nil` where there is any doubt. Other values may show that
    /// a comma is a decimal one.
    func corrected(_ written: String, isDecimalComma: Bool) -> CorrectedText? {
        let text = written.withoutSpaceAtEnds
        guard !text.isEmpty, text.utf8.count <= 200 else { return nil }
        let corrected: CorrectedText? =
            switch self {
            case .none: nil
            case .decimal: DecimalText(text, isDecimalComma: isDecimalComma).map { CorrectedText(text: $0.plain) }
            case .date: DateText.corrected(text)
            case .words(let words): Self.word(text, words).map { CorrectedText(text: $0) }
            case .capitals: CorrectedText(text: text.inCapitals)
            case .truth: Self.truth(text)
            }
        // Nothing but white space may have been wrong.
        return corrected ?? (text == written ? nil : CorrectedText(text: text))
    }

    /// The only word that has the same letters and digits in the same order.
    private static func word(_ text: String, _ words: [String]) -> String? {
        let key = text.lettersAndDigits
        // Of a code of digits, what stands between them may be all there is to tell it from a number.
        guard key.contains(where: \.isLetter) else { return nil }
        let fitting = words.filter { $0.lettersAndDigits == key }
        return fitting.count == 1 ? fitting[0] : nil
    }

    private static func truth(_ text: String) -> CorrectedText? {
        switch text.lowercased() {
        case "true": CorrectedText(text: "true")
        case "false": CorrectedText(text: "false")
        case "yes", "1": CorrectedText(text: "true", safety: .unsafe)
        case "no", "0": CorrectedText(text: "false", safety: .unsafe)
        default: nil
        }
    }
}

extension String {
    /// White space of every kind, and marks that nobody sees.
    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}" || scalar.value < 0x20
    }

    var withoutSpaceAtEnds: String {
        let scalars = unicodeScalars.drop { Self.isSpace($0) }
        let end = scalars.lastIndex { !Self.isSpace($0) }.map(scalars.index(after:)) ?? scalars.startIndex
        return String(scalars[..<end])
    }

    /// One plain space for each stretch of white space.
    var withoutOddSpaces: String {
        unicodeScalars.split { Self.isSpace($0) }.map { String($0) }.joined(separator: " ")
    }

    /// In small letters, without what stands between words.
    fileprivate var lettersAndDigits: String {
        var letters = String.UnicodeScalarView()
        for scalar in lowercased().unicodeScalars where !" -_/.".unicodeScalars.contains(scalar) {
            letters.append(scalar)
        }
        return String(letters)
    }

    /// Only the letters of ASCII change.
    fileprivate var inCapitals: String {
        String(decoding: utf8.map { $0 >= 0x61 && $0 <= 0x7A ? $0 - 0x20 : $0 }, as: UTF8.self)
    }
}
