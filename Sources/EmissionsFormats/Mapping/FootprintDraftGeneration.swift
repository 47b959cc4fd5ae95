import EmissionsDiagnostics
import EmissionsModel

extension FootprintDraft {
    /// That of the source.
    var generation: FootprintGeneration? {
        statedVersion.flatMap { FootprintGeneration(specificationVersion: $0) }
    }

    private var statedVersion: String? {
        let path = source.appending(FieldPath(\ProductFootprint.identity.specificationVersion))
        let before = restatements.first { $0.path == path }?.before
        return before ?? footprint.identity.specificationVersion
    }

    /// Whether the source counts emissions of aircraft on top of fossil ones, as Catena-X does, and not among them, as PACT
    /// does; `nil` where it is neither.
    var countsAircraftApart: Bool? {
        generation == nil ? nil : statedVersion?.lowercased().hasPrefix("urn:") ?? false
    }

    /// A total that counts aircraft differently is carried as stated.
    mutating func noteAircraft(targetCountsApart: Bool) {
        guard let isApart = countsAircraftApart, isApart != targetCountsApart,
            let aircraft = footprint.figures.aircraft, !aircraft.amount.isZero
        else { return }
        note(
            "CNV-005", .warning, .aircraft(aircraft, isApart: isApart), help: .aircraft,
            \ProductFootprint.figures.aircraft)
    }

    /// Ratings on another scale can't stand for those of the target.
    mutating func settleRatings(for target: FootprintGeneration) {
        let ratings: [WritableKeyPath<ProductFootprint, ExactDecimal?>] = [
            \.dataQuality.technological, \.dataQuality.temporal, \.dataQuality.geographical,
            \.dataQuality.completeness, \.dataQuality.reliability,
        ]
        guard let generation, generation != target else { return }
        for key in ratings {
            guard let rating = footprint[keyPath: key] else { continue }
            note("CNV-001", .warning, .ratings(rating), help: .ratings, key)
            footprint[keyPath: key] = nil
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func aircraft(_ emissions: Emissions, isApart: Bool) -> Self {
        isApart
            ? "\(emissions) of aircraft are counted on top of fossil emissions; the target counts them among these"
            : "\(emissions) of aircraft are counted among fossil emissions; the target counts them on top of these"
    }
    fileprivate static func ratings(_ rating: ExactDecimal) -> Self {
        "the rating \(rating) is on a scale that the target does not have, left out"
    }
}

extension String {
    fileprivate static let aircraft = "Ask the partner how aircraft are counted; no figure was changed."
    fileprivate static let ratings =
        "Ask the partner for ratings on the target's scale: 1 to 3 in PACT 2 and Catena-X 7, 1 to 5 in their successors."
}
