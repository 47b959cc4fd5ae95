/// Goods that the EU's carbon border adjustment mechanism covers, by prefixes of their CN codes
/// (Implementing Regulation (EU) 2023/1773, Annex II, table 1).
enum CoveredGoods {
    enum Sector: Sendable { case cement, electricity, fertilizers, hydrogen, ironAndSteel, aluminum }

    /// The regulation's aggregated goods categories.
    enum Category: Sendable, CaseIterable {
        case calcinedClay, cementClinker, cement, aluminousCement
        case electricity
        case nitricAcid, urea, ammonia, mixedFertilizers
        case hydrogen
        case sinteredOre, pigIron, ferroManganese, ferroChromium, ferroNickel, directReducedIron, crudeSteel
        case ironOrSteelProducts
        case unwroughtAluminum, aluminumProducts

        var sector: Sector {
            switch self {
            case .calcinedClay, .cementClinker, .cement, .aluminousCement: .cement
            case .electricity: .electricity
            case .nitricAcid, .urea, .ammonia, .mixedFertilizers: .fertilizers
            case .hydrogen: .hydrogen
            case .unwroughtAluminum, .aluminumProducts: .aluminum
            default: .ironAndSteel
            }
        }

        /// Whether indirect emissions are left out from 2026 (Regulation (EU) 2023/956, Annex II).
        var isDirectOnly: Bool {
            switch sector {
            case .ironAndSteel: self != .sinteredOre
            case .aluminum, .hydrogen: true
            case .cement, .fertilizers, .electricity: false
            }
        }
    }

    /// The category of a good; `nil` where the mechanism does not cover it.
    ///
    /// The longest prefix decides.
    static func category(ofCN code: String) -> Category? {
        var prefix: UInt32 = 0, length = 0, best: Category?
        for byte in code.utf8 {
            guard byte &- 0x30 <= 9, length < 8 else { return nil }
            prefix = prefix * 10 + UInt32(byte &- 0x30)
            length += 1
            if length >= 4, let entry = categories[Prefix(digits: prefix, length: length)] { best = entry }
        }
        return best
    }

    private struct Prefix: Hashable {
        var digits: UInt32
        var length: Int
    }

    private static let categories: [Prefix: Category?] = {
        var categories: [Prefix: Category?] = [:]
        for (category, prefixes) in table {
            for prefix in prefixes.split(separator: " ") {
                guard let digits = UInt32(prefix) else { preconditionFailure("\(prefix) is not a prefix") }
                categories.updateValue(category, forKey: Prefix(digits: digits, length: prefix.utf8.count))
            }
        }
        return categories
    }()

    /// `nil` takes out what a shorter prefix put in.
    private static let table: [(Category?, String)] = [
        (.calcinedClay, "25070080"),
        (.cementClinker, "252310"),
        (.cement, "252321 252329 252390"),
        (.aluminousCement, "252330"),
        (.electricity, "2716"),
        (.nitricAcid, "2808"),
        (.urea, "310210"),
        (.ammonia, "2814"),
        (.mixedFertilizers, "283421 3102 3105"),
        (nil, "310560"),
        (.hydrogen, "280410"),
        (.sinteredOre, "260112"),
        (.pigIron, "7201"),
        (.ferroManganese, "72021"),
        (.ferroChromium, "72024"),
        (.ferroNickel, "72026"),
        (.directReducedIron, "7203"),
        (.crudeSteel, "7206 7207 7218 7224"),
        (
            .ironOrSteelProducts,
            """
            7205 7208 7209 7210 7211 7212 7213 7214 7215 7216 7217 7219 7220 7221 7222 7223 7225 7226 7227 7228 7229 \
            7301 7302 7303 7304 7305 7306 7307 7308 7309 7310 7311 7318 7326
            """
        ),
        (.unwroughtAluminum, "7601"),
        (.aluminumProducts, "7603 7604 7605 7606 7607 7608 7609 7610 7611 7612 7613 7614 7616"),
    ]
}
