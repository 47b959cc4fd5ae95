/// Data standards of product footprints follow one another: what the second generation means by its figures and ratings
/// the third does not.
public enum FootprintGeneration: Sendable {
    /// PACT 2, and Catena-X up to 7: ratings from 1 to 3, totals without any biogenic carbon dioxide.
    case second
    /// PACT 3, and Catena-X from 8 on: ratings from 1 to 5, totals without its uptake.
    case third

    /// By the version of the data standard that a source names; `nil` where it names none of these.
    public init?(specificationVersion text: String) {
        let number = text.lowercased().hasPrefix("urn:") ? text.split(separator: ":").last.map(String.init) ?? "" : text
        guard let major = number.split(separator: ".").first.flatMap({ Int($0) }) else { return nil }
        switch (number == text, major) {
        case (true, 2), (false, 1...7): self = .second
        case (true, 3), (false, 8...9): self = .third
        default: return nil
        }
    }
}
