import EmissionsDiagnostics
import EmissionsModel

/// Codes that are right but for their spelling.
extension Fix {
    private static func written(_ text: String, for value: String) -> Fix? {
        text == value ? nil : Fix(.safe, .text(text), of: value)
    }

    /// The code of a country in capital letters.
    static func country(_ code: String) -> Fix? {
        let capitals = code.codeInCapitals
        return Countries.isAccepted(capitals) ? written(capitals, for: code) : nil
    }

    /// The code of a currency in capital letters.
    static func currency(_ code: String) -> Fix? {
        let capitals = code.codeInCapitals
        return Currencies.contains(capitals) ? written(capitals, for: code) : nil
    }

    /// So many digits without spaces, points and dashes between them.
    static func digits(_ code: String, _ most: Int, ofAtLeast least: Int? = nil) -> Fix? {
        let digits = String(code.filter { !$0.isWhitespace && $0 != "." && $0 != "-" })
        guard ((least ?? most)...most).contains(digits.utf8.count), digits.isDigits(digits.utf8.count),
            most < 6 || digits.isInTariff
        else { return nil }
        return written(digits, for: code)
    }

    /// A time that does not say where it is one, as one in UTC.
    static func inUTC(_ time: Timestamp) -> Fix? {
        time.hasTime && time.offset == nil ? Fix(.unsafe, .text(time.written + "Z"), of: time.written) : nil
    }
}

extension String {
    fileprivate var codeInCapitals: String { String(filter { !$0.isWhitespace }).uppercased() }
}
