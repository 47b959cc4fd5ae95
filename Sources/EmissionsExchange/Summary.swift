public import EmissionsModel

/// What is in a submission, at a glance; made part by part, in memory that does not grow with the file.
public struct Summary: Sendable {
    public private(set) var goods = 0
    public private(set) var footprints = 0
    public private(set) var filing: String?
    public private(set) var declarant: String?
    /// The quarter or year that the filing covers.
    public private(set) var reportingPeriod: String?
    public private(set) var companies = Tally()
    /// Where products were made, or where their footprint holds.
    public private(set) var origins = Tally()
    public private(set) var declaredUnits = Tally()
    public private(set) var boundaries = Tally()
    /// From the start of the earliest reference period to the end of the latest.
    public private(set) var earliest: Timestamp?
    public private(set) var latest: Timestamp?
    /// The first footprints, and goods without one.
    public private(set) var entries: [Entry] = []
    private let capacity: Int

    /// One footprint, or a good that has none.
    public struct Entry: Hashable, Sendable {
        public var product: String?
        public var company: String?
        public var origin: String?
        public var period: String?
        public var declaredUnit: String?
        /// How much of the good was brought in.
        public var imported: String?
        public var figures: [Figure] = []
    }

    /// A headline figure with its unit and what it is for: `2.80` `kgCO2e` per `1 kilogram`.
    public struct Figure: Hashable, Sendable {
        public var name: String
        public var amount: ExactDecimal
        public var unit: String
        public var per: String?
    }

    public init(capacity: Int) { self.capacity = capacity }

    /// How many footprints and goods there are that ``entries`` would list if it had room.
    public private(set) var entryCount = 0

    public mutating func add(_ part: SubmissionPart) {
        switch part {
        case .header(let header):
            filing = header.identifier ?? header.draftIdentifier ?? filing
            declarant = header.declarant.name ?? header.declarant.identifier ?? declarant
            let period = [header.reportingPeriod.year, header.reportingPeriod.quarter?.rawValue].compactMap { $0 }
            if !period.isEmpty { reportingPeriod = period.joined(separator: " ") }
        case .good(let good):
            goods += 1
            if good.footprints.isEmpty { note(entry(of: good, nil)) }
            for footprint in good.footprints { add(footprint, in: good) }
        case .footprint(let footprint): add(footprint, in: nil)
        }
    }

    private mutating func add(_ footprint: ProductFootprint, in good: ImportedGood?) {
        footprints += 1
        boundaries.add(footprint.boundary.extent?.rawValue)
        if let start = footprint.referencePeriod.start, start.seconds < earliest?.seconds ?? .max { earliest = start }
        if let end = footprint.referencePeriod.end, end.seconds > latest?.seconds ?? .min { latest = end }
        note(entry(of: good, footprint))
    }

    private mutating func note(_ entry: Entry) {
        entryCount += 1
        companies.add(entry.company)
        origins.add(entry.origin)
        declaredUnits.add(entry.declaredUnit)
        if entries.count < capacity { entries.append(entry) }
    }

    private func entry(of good: ImportedGood?, _ footprint: ProductFootprint?) -> Entry {
        var entry = Entry()
        let commodity = [good?.commodity.cn ?? good?.commodity.hs, good?.commodity.description].compactMap { $0 }
        entry.product = footprint?.product.name ?? (commodity.isEmpty ? nil : commodity.joined(separator: " "))
        entry.company = footprint?.company.name ?? footprint?.production.installationOperator.name
        entry.origin = footprint?.production.country ?? footprint?.geography?.words ?? good?.originCountry
        entry.period = footprint.flatMap { $0.referencePeriod.words } ?? reportingPeriod
        entry.declaredUnit = footprint?.declaredUnit.words
        entry.imported = good?.imported.words
        entry.figures = footprint?.headlineFigures ?? []
        return entry
    }
}

/// How often each of a handful of names occurs.
public struct Tally: Sendable {
    public private(set) var counts: [(name: String, count: Int)] = []
    /// Occurrences of names that came when there was no more room.
    public private(set) var others = 0
    private static let capacity = 200

    mutating func add(_ name: String?) {
        guard let name else { return }
        if let index = counts.firstIndex(where: { $0.name == name }) {
            counts[index].count += 1
        } else if counts.count < Self.capacity {
            counts.append((name, 1))
        } else {
            others += 1
        }
    }

    /// The names, the most frequent first and then in the order of the file.
    public var ranked: [(name: String, count: Int)] {
        counts.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }.map(\.element)
    }
}

extension ProductFootprint {
    var headlineFigures: [Summary.Figure] {
        var list: [Summary.Figure] = []
        let per = declaredUnit.basis == .oneUnit ? declaredUnit.unit?.rawValue : declaredUnit.words
        func add(_ name: String, _ emissions: Emissions?) {
            guard let emissions else { return }
            list.append(.init(name: name, amount: emissions.amount, unit: emissions.unit.rawValue, per: per))
        }
        add("excluding uptake", figures.excludingBiogenicUptake)
        add("including uptake", figures.includingBiogenicUptake)
        if let direct = embeddedEmissions.direct.specific {
            list.append(.init(name: "direct", amount: direct, unit: embeddedEmissions.direct.unit.words, per: "tonne"))
        }
        if let indirect = embeddedEmissions.indirect.specific {
            list.append(
                .init(name: "indirect", amount: indirect, unit: embeddedEmissions.indirect.unit.words, per: "tonne"))
        }
        return list
    }
}

extension EmissionsUnit? {
    fileprivate var words: String { self?.rawValue ?? "(no unit given)" }
}

extension DeclaredUnit {
    /// `12 liter`; the unit alone where no amount is given.
    var words: String? {
        let words = [amount?.description, unit?.rawValue].compactMap { $0 }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}

extension Measure {
    fileprivate var words: String? {
        let unit = unit?.rawValue ?? "(no unit given)"
        return (netMass ?? supplementaryUnits).map { "\($0) \(unit)" }
    }
}

extension Period {
    /// Days are enough to tell periods apart.
    fileprivate var words: String? {
        guard start != nil || end != nil else { return nil }
        return "\(start.map { $0.written.prefix(10) } ?? "…") to \(end.map { $0.written.prefix(10) } ?? "…")"
    }
}

extension Geography {
    /// The name or code alone, as other fields say it.
    var words: String {
        switch self {
        case .global: "global"
        case .region(let name), .country(let name), .subdivision(let name): name
        }
    }
}
