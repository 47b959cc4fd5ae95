import EmissionsModel

extension String {
    /// Whether it is so many digits and nothing else.
    func isDigits(_ count: Int) -> Bool { utf8.count == count && utf8.allSatisfy(\.isASCIIDigit) }

    /// Whether its first two digits are a chapter of the Harmonized System; 77 is reserved.
    var isInTariff: Bool {
        guard utf8.count >= 2, let chapter = Int(prefix(2)) else { return false }
        return (1...97).contains(chapter) && chapter != 77
    }
}

/// Short ways to write examples.
extension ImportedGood {
    private init(cn: String) {
        self.init()
        commodity.cn = cn
    }

    static let steel = ImportedGood(cn: "72083700")
    static let cement = ImportedGood(cn: "25232900")
    static let electricity = ImportedGood(cn: "27160000")
}
