import FoundationEssentials

/// The words of all pages in one language, by what they are for.
struct Texts: Sendable {
    let language: String
    private let entries: [String: String]

    /// - Throws: where the catalogue is no JSON object of texts.
    init(language: String, _ catalogue: [UInt8]) throws {
        self.language = language
        entries = try JSONDecoder().decode([String: String].self, from: Data(catalogue))
    }

    var keys: [String] { entries.keys.sorted() }

    /// The name itself where there is no text, which a test keeps from happening.
    subscript(key: String) -> String { entries[key] ?? key }

    /// With values in place of `{name}`.
    func callAsFunction(_ key: String, _ values: KeyValuePairs<String, String> = [:]) -> String {
        let values = Dictionary(values.map { ($0, $1) }) { $1 }
        var text = "", rest = self[key][...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            let name = String(rest[rest.index(after: open)..<close])
            text += rest[..<open] + (values[name] ?? "{\(name)}")
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }

    /// `1 error`, `2 errors`: the entries `….one` and `….other`.
    func counted(_ count: Int, _ key: String) -> String {
        self(count == 1 ? "\(key).one" : "\(key).other", ["count": grouped(count)])
    }

    /// With commas between thousands.
    func grouped(_ number: Int) -> String {
        let digits = String(number.magnitude)
        var text = number < 0 ? "−" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += self["number.separator"] }
            text.append(digit)
        }
        return text
    }

    /// `1.2 MB`, in steps of a thousand.
    func size(_ bytes: Int) -> String {
        let units = ["kB", "MB", "GB"]
        guard bytes >= 1_000 else { return "\(bytes) B" }
        var value = Double(bytes) / 1_000, unit = 0
        while value >= 999.95, unit < units.count - 1 {
            value /= 1_000
            unit += 1
        }
        let tenths = Int((value * 10).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10) \(units[unit])" : "\(tenths / 10).\(tenths % 10) \(units[unit])"
    }
}
