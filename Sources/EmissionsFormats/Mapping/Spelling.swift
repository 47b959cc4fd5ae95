import EmissionsModel
import EmissionsSyntax

/// How a format spells one kind of value.
struct Spelling<Value>: Sendable {
    /// What to write, in words: `a decimal number`, `one of …`.
    let expected: String
    /// What kind of node the value is in syntaxes that tell text, numbers and truth values apart.
    var kind: SourceTree.Kind = .text
    /// The same for schemas; `nil` where it doesn't say.
    var shape: ValueShape?
    let parse: @Sendable (UnsafeBufferPointer<UInt8>) -> Value?
    /// `nil` when the format has no word for the value; that it is lost is then measured and reported.
    let print: @Sendable (Value) -> String?
    /// What a text that can't be read may mean without doubt.
    var correction = Correction.none
    /// Whether a value that was read is less than the format asks for.
    var isIncomplete: (@Sendable (Value) -> Bool)?
}

extension Spelling {
    /// A spelling over Strings, for values that are rare.
    init(
        _ expected: String, kind: SourceTree.Kind = .text, shape: ValueShape? = nil,
        parse: @escaping @Sendable (String) -> Value?, print: @escaping @Sendable (Value) -> String?,
        correction: Correction = .none
    ) {
        self.init(
            expected: expected, kind: kind, shape: shape, parse: { parse(String(decoding: $0, as: UTF8.self)) },
            print: print, correction: correction)
    }
}

extension Spelling<String> {
    static let text = Spelling(
        expected: "text", shape: .text, parse: { String(decoding: $0, as: UTF8.self) }, print: { $0 })
}

extension Spelling<ExactDecimal> {
    /// Digits, as they were written.
    static let decimal = decimal(kind: .text)
    /// The same, where numbers are not text.
    static let number = decimal(kind: .number)

    private static func decimal(kind: SourceTree.Kind) -> Spelling {
        Spelling(
            expected: "a decimal number with a point, such as 12.50", kind: kind, shape: .decimal,
            parse: { if case .number(let number) = ExactDecimal.read($0) { number } else { nil } },
            print: { kind == .number ? $0.jsonNumber : $0.description }, correction: .decimal)
    }

    /// Digits as they were written, but without a power of ten, for formats that do not allow one.
    static let plainDecimal = Spelling(
        expected: "a decimal number with a point, such as 12.50", shape: .decimal, parse: decimal.parse,
        print: { $0.isPlain ? $0.description : $0.plain }, correction: .decimal)
}

extension ExactDecimal {
    /// Whether it was written with digits on both sides of its point, if any, and no power of ten.
    fileprivate var isPlain: Bool {
        guard let written else { return true }
        return !written.hasPrefix(".") && !written.hasSuffix(".") && !written.contains { $0 == "e" || $0 == "E" }
    }

    /// As written where JSON allows it as a number, else in plain notation.
    var jsonNumber: String {
        guard let written else { return plain }
        let bytes = Array(written.utf8)
        var index = bytes.first == UInt8(ascii: "-") ? 1 : 0
        let start = index
        while index < bytes.count, bytes[index] &- 0x30 <= 9 { index += 1 }
        let integerIsLegal = index > start && (index == start + 1 || bytes[start] != UInt8(ascii: "0"))
        let pointIsLegal =
            index == bytes.count || bytes[index] != UInt8(ascii: ".")
            || (index + 1 < bytes.count && bytes[index + 1] &- 0x30 <= 9)
        return integerIsLegal && pointIsLegal ? written : plain
    }
}

extension Spelling<Emissions> {
    /// A bare number in a unit that the format fixes.
    static func emissions(_ unit: EmissionsUnit, as number: Spelling<ExactDecimal>) -> Spelling {
        Spelling(
            expected: number.expected + " (\(unit.rawValue))", kind: number.kind, shape: number.shape,
            parse: { number.parse($0).map { Emissions($0, unit) } },
            print: { $0.converted(to: unit).flatMap { number.print($0.amount) } }, correction: .decimal)
    }
}

extension Spelling<Timestamp> {
    /// A time, or a day alone.
    static let timestamp = Spelling(
        "a date and time such as 2026-01-31T00:00:00Z", shape: .timestamp, parse: { Timestamp($0) },
        print: { $0.written }, correction: .date)
    /// A time, for formats that do not allow a day alone.
    static let dateTime = timestamp.askingForTime

    /// The same; a value that is a day alone is read, and reported.
    var askingForTime: Spelling {
        var spelling = self
        spelling.isIncomplete = { !$0.hasTime }
        return spelling
    }
}

extension Spelling<Bool> {
    static let bool = Spelling(
        "true or false", kind: .bool, shape: .bool, parse: { $0 == "true" ? true : $0 == "false" ? false : nil },
        print: { String($0) }, correction: .truth)
    /// `xs:boolean`.
    static let xmlBool = Spelling(
        "true or false",
        parse: { $0 == "true" || $0 == "1" ? true : $0 == "false" || $0 == "0" ? false : nil }, print: { String($0) },
        correction: .truth)
    /// One digit.
    static let digit = Spelling(
        "1 or 0", parse: { $0 == "1" ? true : $0 == "0" ? false : nil }, print: { $0 ? "1" : "0" })
}

extension Spelling where Value: Equatable & Sendable {
    /// One of a closed list of words. Where several words stand for a value the first is written.
    static func code(_ words: KeyValuePairs<String, Value>) -> Spelling {
        let table = words.map { (word: Array($0.key.utf8), value: $0.value) }
        let texts = words.map { (word: $0.key, value: $0.value) }
        return Spelling(
            expected: "one of " + texts.map { "`\($0.word)`" }.joined(separator: ", "),
            shape: .words(texts.map(\.word)),
            parse: { bytes in table.first { $0.word.elementsEqual(bytes) }?.value },
            print: { value in texts.first { $0.value == value }?.word },
            correction: .words(texts.map(\.word)))
    }
}

extension Spelling where Value: RawRepresentable & CaseIterable & Equatable & Sendable, Value.RawValue == String {
    /// The model's own words.
    static var word: Spelling {
        let table = Value.allCases.map { (word: Array($0.rawValue.utf8), value: $0) }
        return Spelling(
            expected: "one of " + Value.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "),
            shape: .words(Value.allCases.map(\.rawValue)),
            parse: { bytes in table.first { $0.word.elementsEqual(bytes) }?.value }, print: { $0.rawValue },
            correction: .words(Value.allCases.map(\.rawValue)))
    }
}
