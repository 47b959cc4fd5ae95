/// Codes for where declarations hold, besides those of countries.
enum DeclarationRegions {
    /// Usual in inventories: the world, its rest, and parts of it.
    static let usual: Set<String> = [
        "GLO", "RoW", "RER", "RAF", "RAS", "RLA", "RNA", "RME", "OCE", "EU", "EU-15", "EU-25", "EU-27", "EU-28",
        "EU+EFTA+UK", "WEU", "NORDEL", "UCTE", "ENTSO",
    ]

    /// Whether it is a country, a part of one, or a usual region.
    static func isKnown(_ code: String) -> Bool {
        if Countries.assigned.contains(code) || usual.contains(code) || Regions.names.contains(code) { return true }
        let parts = code.split(separator: "-", maxSplits: 1)
        return parts.count == 2 && Countries.assigned.contains(parts[0])
    }
}
