import EmissionsModel

/// By what records of two submissions are known to be the same.
enum RecordKeys {
    /// What its sender calls a record, by which it is matched as soon as it is read; `nil` where it has no name.
    static func name(of record: ComparedRecord) -> String? {
        switch record.content {
        case .header: return nil
        case .good(let good): return good.itemNumber.map { "item \($0)" }
        case .footprint(let footprint):
            if let identifier = footprint.identity.identifier { return "footprint \(identifier)" }
            guard let item = record.good?.itemNumber else { return nil }
            if let installation = footprint.production.installation.identifier {
                return "item \(item) installation \(installation)"
            }
            return footprint.identity.sequenceNumber.map { "item \(item) footprint \($0)" }
        }
    }

    /// The matches that are tried on what is left when both files are at their ends, in this order. A key counts where
    /// it is that of a single record on each side.
    static let later: [(match: RecordDifference.Match, keys: @Sendable (ComparedRecord) -> [String])] = [
        (.predecessor, lineage), (.productAndPeriod, productAndPeriod), (.product, product), (.sequence, sequence),
        (.commodity, commodity), (.name, nameAndCountry),
    ]

    /// A footprint is called as it was before, where the other says so.
    @Sendable private static func lineage(_ record: ComparedRecord) -> [String] {
        guard let identity = record.footprint?.identity else { return [] }
        return identity.predecessors + (identity.identifier.map { [$0] } ?? [])
    }

    @Sendable private static func productAndPeriod(_ record: ComparedRecord) -> [String] {
        guard let footprint = record.footprint, let start = footprint.referencePeriod.start else { return [] }
        let place = footprint.geography?.words ?? footprint.production.country ?? ""
        return footprint.product.identifiers.map { "\($0) \(start.seconds) \(place)" }
    }

    @Sendable private static func product(_ record: ComparedRecord) -> [String] {
        record.footprint?.product.identifiers ?? []
    }

    @Sendable private static func sequence(_ record: ComparedRecord) -> [String] {
        guard let item = record.good?.itemNumber, let number = record.footprint?.identity.sequenceNumber else {
            return []
        }
        return ["\(item) \(number)"]
    }

    @Sendable private static func commodity(_ record: ComparedRecord) -> [String] {
        guard case .good(let good) = record.content, let code = good.commodity.cn ?? good.commodity.hs else {
            return []
        }
        return ["\(code) \(good.originCountry ?? "")"]
    }

    @Sendable private static func nameAndCountry(_ record: ComparedRecord) -> [String] {
        guard let footprint = record.footprint,
            let name = footprint.product.name ?? record.good?.commodity.description
        else { return [] }
        let production = footprint.production
        let methods = production.routes.compactMap(\.method).joined(separator: " ")
        return [
            "\(name) \(footprint.geography?.words ?? production.country ?? "")",
            "\(name) \(production.installation.name ?? "") \(methods)",
        ]
    }
}
