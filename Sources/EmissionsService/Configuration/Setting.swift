/// One thing that an operator can say: its name, what it may be, and what it means.
///
/// In the file, `upload.maxBytes` is the key `maxBytes` below `upload`; as a variable, it is `EMX_UPLOAD_MAX_BYTES`.
public struct Setting: Sendable {
    public let name: String
    /// What a value has to be: `a whole number from 1 to 64`.
    public let expected: String
    /// A fragment.
    public let meaning: String
    /// What is in force; nothing where nothing is set.
    public let value: @Sendable (ServiceConfiguration) -> String?
    /// Whether the value is not to be shown.
    public var isSecret = false
    /// Whether the text is a value, which is then in force.
    let set: @Sendable (inout ServiceConfiguration, String) -> Bool

    /// The variable of the environment. A run of capitals is one word: `listen.publicURL` is `EMX_LISTEN_PUBLIC_URL`.
    public var variable: String {
        var text = "EMX_", last: Character = "."
        for character in name {
            if character == "." || character.isUppercase && last.isLowercase { text += "_" }
            if character != "." { text += character.uppercased() }
            last = character
        }
        return text
    }

    /// What can be shown of the value that is in force.
    public func shown(_ configuration: ServiceConfiguration) -> String {
        guard let value = value(configuration) else { return "-" }
        return isSecret ? "(secret)" : value
    }
}

// MARK: Kinds

extension Setting {
    typealias Path<Value> = any WritableKeyPath<ServiceConfiguration, Value> & Sendable

    static func text(
        _ name: String, _ path: Path<String?>, _ expected: String, _ meaning: String,
        isValid: @escaping @Sendable (String) -> Bool = { _ in true }
    ) -> Self {
        Setting(name: name, expected: expected, meaning: meaning, value: { $0[keyPath: path] }) {
            guard !$1.isEmpty, isValid($1) else { return false }
            $0[keyPath: path] = $1
            return true
        }
    }

    static func text(_ name: String, _ path: Path<String>, _ expected: String, _ meaning: String) -> Self {
        Setting(name: name, expected: expected, meaning: meaning, value: { $0[keyPath: path] }) {
            if !$1.isEmpty { $0[keyPath: path] = $1 }
            return !$1.isEmpty
        }
    }

    static func count(
        _ name: String, _ path: Path<Int>, _ range: ClosedRange<Int>, _ meaning: String
    ) -> Self {
        Setting(name: name, expected: .count(range), meaning: meaning, value: { String($0[keyPath: path]) }) {
            guard let count = Int($1), range.contains(count) else { return false }
            $0[keyPath: path] = count
            return true
        }
    }

    /// A number, or `none`.
    static func count(
        _ name: String, _ path: Path<Int?>, _ range: ClosedRange<Int>, _ meaning: String
    ) -> Self {
        Setting(
            name: name, expected: .count(range) + ", or none", meaning: meaning,
            value: { $0[keyPath: path].map { String($0) } ?? "none" }
        ) {
            let count = Int($1)
            guard $1 == "none" || count.map(range.contains) == true else { return false }
            $0[keyPath: path] = count
            return true
        }
    }

    static func seconds(
        _ name: String, _ path: Path<Double>, _ range: ClosedRange<Int>, _ meaning: String
    ) -> Self {
        Setting(
            name: name, expected: .count(range) + " (seconds)", meaning: meaning,
            value: { String(Int($0[keyPath: path])) }
        ) {
            guard let count = Int($1), range.contains(count) else { return false }
            $0[keyPath: path] = Double(count)
            return true
        }
    }

    static func bytes(_ name: String, _ path: Path<Int>, _ range: ClosedRange<Int>, _ meaning: String) -> Self {
        Setting(
            name: name, expected: .bytes(range), meaning: meaning, value: { ByteCount.text($0[keyPath: path]) }
        ) {
            guard let count = ByteCount.parse($1), range.contains(count) else { return false }
            $0[keyPath: path] = count
            return true
        }
    }

    static func bytes(_ name: String, _ path: Path<Int?>, _ range: ClosedRange<Int>, _ meaning: String) -> Self {
        Setting(
            name: name, expected: .bytes(range) + ", or none", meaning: meaning,
            value: { $0[keyPath: path].map(ByteCount.text) ?? "none" }
        ) {
            let count = ByteCount.parse($1)
            guard $1 == "none" || count.map(range.contains) == true else { return false }
            $0[keyPath: path] = count
            return true
        }
    }

    static func flag(_ name: String, _ path: Path<Bool>, _ meaning: String) -> Self {
        Setting(name: name, expected: "yes or no", meaning: meaning, value: { $0[keyPath: path] ? "yes" : "no" }) {
            guard let value = ["yes": true, "true": true, "no": false, "false": false][$1] else { return false }
            $0[keyPath: path] = value
            return true
        }
    }

    static func choice<Value: RawRepresentable<String> & CaseIterable & Sendable>(
        _ name: String, _ path: Path<Value>, _ meaning: String
    ) -> Self {
        let words = Value.allCases.map(\.rawValue)
        return Setting(
            name: name, expected: "one of \(words.joined(separator: ", "))", meaning: meaning,
            value: { $0[keyPath: path].rawValue }
        ) {
            guard let value = Value(rawValue: $1) else { return false }
            $0[keyPath: path] = value
            return true
        }
    }

    /// Words of a closed list, with commas between them.
    static func words(_ name: String, _ path: Path<[String]>, _ known: [String], _ meaning: String) -> Self {
        Setting(
            name: name, expected: "some of \(known.joined(separator: ", "))", meaning: meaning,
            value: { $0[keyPath: path].joined(separator: ",") }
        ) {
            let words = $1.split(separator: ",").map { $0.filter { $0 != " " } }
            guard !words.isEmpty, words.allSatisfy(known.contains) else { return false }
            $0[keyPath: path] = words
            return true
        }
    }
}

extension String {
    fileprivate static func count(_ range: ClosedRange<Int>) -> String {
        "a whole number from \(range.lowerBound) to \(range.upperBound)"
    }

    fileprivate static func bytes(_ range: ClosedRange<Int>) -> String {
        "bytes from \(ByteCount.text(range.lowerBound)) to \(ByteCount.text(range.upperBound)), as 4096 or 64 MiB"
    }
}

/// Numbers of bytes as people write them.
public enum ByteCount {
    private static let units: [(name: String, shift: Int)] = [("KiB", 10), ("MiB", 20), ("GiB", 30), ("TiB", 40)]

    public static func parse(_ text: String) -> Int? {
        let digits = text.prefix { ("0"..."9").contains($0) }
        guard let count = Int(digits) else { return nil }
        let unit = text[digits.endIndex...].filter { $0 != " " }
        if unit.isEmpty { return count }
        guard let shift = units.first(where: { $0.name == unit })?.shift else { return nil }
        let (bytes, isTooMuch) = count.multipliedReportingOverflow(by: 1 << shift)
        return isTooMuch ? nil : bytes
    }

    public static func text(_ count: Int) -> String {
        guard count > 0, let unit = units.last(where: { count % (1 << $0.shift) == 0 }) else { return String(count) }
        return "\(count >> unit.shift) \(unit.name)"
    }
}
