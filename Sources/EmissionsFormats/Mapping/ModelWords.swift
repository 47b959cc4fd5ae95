import EmissionsModel

/// Words of the model for values that are not in a closed list, for formats of our own.
extension Spelling<AssessmentReport> {
    static let word = Spelling(
        "`AR` and a number, such as AR6", shape: .pattern("AR(0|[1-9][0-9]{0,17})"),
        parse: { text in
            guard text.hasPrefix("AR"), let number = Int(text.dropFirst(2)), number >= 0, "AR\(number)" == text else {
                return nil
            }
            return AssessmentReport(number: number)
        }, print: { $0.description }, correction: .words((1...9).map { "AR\($0)" }))
}

extension Spelling<ModuleRange> {
    /// `A1`, `A1-A3`.
    static let modules = Spelling(
        expected: "a module of the life cycle or a sum over modules, such as A1-A3",
        shape: .pattern("(A[0-5]|B[1-8]|C[1-4]|D)(-(A[0-5]|B[1-8]|C[1-4]|D))?"), parse: { ModuleRange($0) },
        print: { $0.description })
}

extension Spelling<CrossSectoralStandard> {
    /// The list is open: a text that is none of the words names another standard. One that happens to read like a
    /// word is told from it by `other:`.
    static let word = Spelling(
        "the name of a standard, such as ISO 14067", shape: .text, parse: { CrossSectoralStandard(word: $0) },
        print: { $0.word })
}

extension CrossSectoralStandard {
    private static let words: [(word: String, standard: CrossSectoralStandard)] = [
        ("ISO 14067", .iso14067), ("ISO 14083", .iso14083), ("ISO 14044", .iso14044),
        ("GHG Protocol Product", .ghgProtocolProduct), ("PEF", .pef), ("PAS 2050", .pas2050),
    ]
    private static let pactPrefix = "PACT "
    private static let otherPrefix = "other:"

    fileprivate init?(word: String) {
        guard !word.isEmpty else { return nil }
        if let known = Self.words.first(where: { $0.word == word }) {
            self = known.standard
        } else if word.hasPrefix(Self.pactPrefix) {
            self = .pact(String(word.dropFirst(Self.pactPrefix.count)))
        } else if word.hasPrefix(Self.otherPrefix) {
            self = .other(String(word.dropFirst(Self.otherPrefix.count)))
        } else {
            self = .other(word)
        }
    }

    fileprivate var word: String {
        switch self {
        case .pact(let version): Self.pactPrefix + version
        case .other(let name): CrossSectoralStandard(word: name) == self ? name : Self.otherPrefix + name
        default: Self.words.first { $0.standard == self }?.word ?? ""
        }
    }
}
