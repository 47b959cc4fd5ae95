import EmissionsModel
import EmissionsSyntax

/// What a column seems to be.
struct SheetDraftGuess {
    enum Certainty: String { case sure, likely, guess }

    var column: Int
    /// A field, or what the column is in rows of gases and modules.
    var field: String?
    var role: String?
    var unit: String?
    var certainty: Certainty
    var reason: String
    var suffix: String?
    /// An indicator of a declaration, with the modules that its header names.
    var result: (indicator: Indicator, modules: ModuleRange?)?
    /// Cells that say it in words of their own.
    var untranslated: [String] = []
    /// Whether its header speaks of a total.
    var isTotal = false

    init?(_ column: Int, _ name: String, _ values: [String], _ shape: SheetShape) {
        self.column = column
        let header = SheetDraftHeader(name)
        let filled = values.filter { !$0.isEmpty }
        var best: (entry: SheetDraftWords.Entry, isRole: Bool, isWhole: Bool, length: Int)?
        for (entry, isRole) in SheetDraftWords.roles.map({ ($0, true) }) + SheetDraftWords.fields.map({ ($0, false) }) {
            guard let match = header.match(entry.words) else { continue }
            if let look = entry.look, !filled.isEmpty {
                let misfits = filled.filter { !look.fits($0, shape) && !Self.isBlank($0) }
                let isWordy =
                    [.country, .gas, .module].contains(look) && misfits.allSatisfy { $0.contains(where: \.isLetter) }
                guard misfits.isEmpty || match.isWhole && isWordy else { continue }
            }
            let rank = (match.isWhole ? 1000 : 0) + match.length
            if let best, rank <= (best.isWhole ? 1000 : 0) + best.length { continue }
            best = (entry, isRole, match.isWhole, match.length)
        }
        if let best {
            if best.isRole { role = best.entry.field } else { field = best.entry.field }
            let fits = best.entry.look == nil || filled.isEmpty ? "" : ", and its cells fit"
            certainty = best.isWhole && best.entry.look != nil && !filled.isEmpty ? .sure : .likely
            reason = (best.isWhole ? "its name" : "a part of its name") + fits
            if let look = best.entry.look {
                untranslated = Set(filled.filter { !look.fits($0, shape) && !Self.isBlank($0) }).sorted()
            }
            if !untranslated.isEmpty {
                (certainty, reason) = (.likely, "its name; translate the words that are no codes")
            }
        } else if let result = header.result,
            filled.allSatisfy({
                SheetColumnLook.number.fits($0, shape) || AmountGap(rawValue: $0) != nil || Self.isBlank($0)
            })
        {
            self.result = result
            (certainty, reason) = (.likely, "its name is that of an indicator")
        } else if let (found, why) = Self.byValues(filled, shape) {
            if found == "gas" || found == "module" { role = found } else { field = found }
            (certainty, reason) = (.guess, why)
        } else {
            return nil
        }
        unit = header.unit
        isTotal = header.isTotal
        if filled.contains(where: { $0.hasSuffix("%") }) {
            suffix = filled.contains { $0.hasSuffix(" %") } ? " %" : "%"
        }
    }

    private static func isBlank(_ text: String) -> Bool {
        ["-", "n/a", "na", "k. a.", "n.a.", "–", "?"].contains(text.lowercased())
    }

    /// What cells tell without their header.
    private static func byValues(_ values: [String], _ shape: SheetShape) -> (String, String)? {
        guard !values.isEmpty else { return nil }
        func all(_ look: SheetColumnLook) -> Bool { values.allSatisfy { look.fits($0, shape) } }
        if all(.gas) { return ("gas", "its cells are gases") }
        if all(.module) { return ("module", "its cells are modules of the life cycle") }
        if all(.digits(8)), values.allSatisfy({ $0.prefix(2) >= "01" && $0.prefix(2) <= "97" }) {
            return ("product.classifications.CN", "its cells have 8 digits")
        }
        if all(.country) { return ("production.country", "its cells are two capital letters") }
        return nil
    }
}

/// The words of a header, without the unit in it.
struct SheetDraftHeader {
    private let words: String
    private let original: String
    /// What stands in brackets, if it is a unit.
    let unit: String?

    init(_ name: String) {
        var rest = name, unit: String?
        for (open, close) in [("[", "]"), ("(", ")")] as [(Character, Character)] {
            guard let start = rest.firstIndex(of: open), let end = rest[start...].firstIndex(of: close) else {
                continue
            }
            let inside = String(rest[rest.index(after: start)..<end])
            // What the figure is for stands behind a slash.
            let mass = inside.split(separator: "/").first.map { String($0) } ?? inside
            if UnitWord(emissions: mass) != nil || UnitWord(mass) != nil {
                unit = mass
                rest.removeSubrange(start...end)
            }
        }
        self.unit = unit
        (original, words) = (rest, Self.plain(rest))
    }

    /// Whether it speaks of a total instead of a specific figure.
    var isTotal: Bool {
        !Set(words.split(separator: " ")).isDisjoint(with: ["total", "totals", "gesamt", "summe", "totale", "totales"])
    }

    /// The indicator that the header names, and the modules.
    var result: (indicator: Indicator, modules: ModuleRange?)? {
        let pieces = original.split { $0.isWhitespace || $0 == "," || $0 == ":" }.map(String.init)
        let modules = pieces.lazy.compactMap { ModuleRange($0) }.first
        let name = Self.compact(pieces.filter { ModuleRange($0) == nil }.joined())
        let indicator = Indicator.allCases.first { Self.compact($0.rawValue) == name }
        if let indicator { return (indicator, modules) }
        return name == "gwp" ? (.globalWarmingTotal, modules) : nil
    }

    private static func compact(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }

    private static func plain(_ text: String) -> String {
        text.lowercased().split { $0.isWhitespace || "_-./:,".contains($0) }.joined(separator: " ")
    }

    /// The longest of some words that the header is or holds.
    func match(_ candidates: [String]) -> (isWhole: Bool, length: Int)? {
        var best: (isWhole: Bool, length: Int)?
        for candidate in candidates.map(Self.plain) {
            let isWhole = words == candidate
            guard isWhole || candidate.count >= 4 && " \(words) ".contains(" \(candidate) ") else { continue }
            if let best, (best.isWhole ? 1000 : 0) + best.length >= (isWhole ? 1000 : 0) + candidate.count { continue }
            best = (isWhole, candidate.count)
        }
        return best
    }
}
