import EmissionsDiagnostics
import EmissionsModel

/// What PACT's conventions make of a footprint.
extension FootprintDraft {
    /// The target's own version replaces the one that the source was written in, unless they are the same.
    mutating func settleVersion(_ version: PACTVersion) {
        let stated = footprint.identity.specificationVersion
        if let stated, stated.hasPrefix(version.rawValue + ".") { return }
        footprint.identity.specificationVersion = version.specVersion
        if let stated {
            restate(
                \ProductFootprint.identity.specificationVersion, stated, version.specVersion,
                "the version that is written")
        }
    }

    /// A shipment's figures are totals in every version, so that nothing is restated.
    mutating func settleBasis(_ version: PACTVersion) {
        if footprint.extensions.contains(where: ILEAP.isLogistics) { return }
        settleBasis(version.isThree ? .declaredAmount : .oneUnit)
    }

    mutating func settleMass(_ version: PACTVersion) {
        if version.isThree { settleMass() }
    }

    /// PACT 2 up to 2.2 knows only the short list; PACT 3 only the long one.
    mutating func settleStandards(_ version: PACTVersion) {
        let long = \ProductFootprint.methodology.standards, short = \ProductFootprint.methodology.standardsUsed
        if version.isThree {
            for (index, standard) in footprint.methodology.standardsUsed.enumerated() {
                merge(standard, index, from: short, into: long)
            }
            footprint.methodology.standardsUsed = []
        } else {
            for (index, standard) in footprint.methodology.standards.enumerated()
            where PACTWords.standardsUsed.print(standard) != nil {
                if version >= .v2_3 {
                    if !footprint.methodology.standardsUsed.contains(standard) {
                        footprint.methodology.standardsUsed.append(standard)
                    }
                } else {
                    merge(standard, index, from: long, into: short)
                }
            }
        }
    }

    /// PACT 2 asks for one report besides the list; PACT 3 has the list only.
    mutating func settleAssessmentReports(_ version: PACTVersion) {
        let list = \ProductFootprint.methodology.assessmentReports
        let single = \ProductFootprint.methodology.characterizationFactors
        if version.isThree {
            guard let report = footprint[keyPath: single] else { return }
            if footprint[keyPath: list].isEmpty { footprint[keyPath: list] = [report] }
            footprint[keyPath: single] = nil
            guard let place = footprint[keyPath: list].firstIndex(of: report) else { return }
            move(from: source.appending(FieldPath(single)), to: FieldPath(list).appending(.index(place)))
        } else {
            if let report = footprint[keyPath: single], footprint[keyPath: list].isEmpty, version >= .v2_2 {
                footprint[keyPath: list] = [report]
            }
            if footprint[keyPath: single] == nil, footprint[keyPath: list].count == 1 {
                footprint[keyPath: single] = footprint[keyPath: list][0]
            }
        }
    }

    mutating func settleQuality(_ version: PACTVersion) { settleRatings(for: version.isThree ? .third : .second) }

    mutating func settleVerification(_ version: PACTVersion) {
        guard version.isThree else {
            if footprint.verification.coverage == .footprintProgram { restateCoverage(.footprintSystem) }
            if !footprint.verification.isEmpty, footprint.verification.isAssured == nil {
                footprint.verification.isAssured = true
            }
            return
        }
        if footprint.verification.coverage == .footprintSystem { restateCoverage(.footprintProgram) }
        if footprint.verification.isAssured == false {
            footprint.verification = Verification()
        } else {
            footprint.verification.isAssured = nil
        }
    }

    private mutating func restateCoverage(_ coverage: VerificationCoverage) {
        restate(
            \ProductFootprint.verification.coverage, footprint.verification.coverage?.rawValue ?? "", coverage.rawValue,
            "the word of the other version")
        footprint.verification.coverage = coverage
    }

    mutating func settleClassifications(_ version: PACTVersion) {
        if !version.isThree { settleCategory() }
    }

    /// PACT ends at the gate: what goes on to the grave would be taken for something else.
    mutating func settleExtent() {
        guard footprint.boundary.extent == .cradleToGrave else { return }
        note("CNV-004", .error, .tillTheGrave, help: .tillTheGrave, \ProductFootprint.boundary.extent)
        footprint.figures = GreenhouseGasFigures()
        footprint.landUse = LandUseFigures()
    }

    /// PACT 2's total leaves out all biogenic carbon dioxide, PACT 3's only its uptake.
    mutating func noteMeaning(_ version: PACTVersion) {
        guard let generation, (generation == .third) != version.isThree else { return }
        let parts = [
            footprint.landUse.landUseChange, footprint.landUse.landManagement, footprint.landUse.landManagementFossil,
            footprint.landUse.landManagementBiogenicCO2, footprint.landUse.landManagementRemovals,
            footprint.landUse.biogenicNonCO2,
        ]
        if parts.contains(where: { $0.map { !$0.amount.isZero } ?? false }) {
            note(
                "CNV-002", .warning, .meaning, help: .meaning,
                \ProductFootprint.figures.excludingBiogenicUptake)
        }
    }
}

extension Diagnostic.Message {
    fileprivate static let tillTheGrave: Self =
        "the figures are for the whole life of the product, PACT's end at the factory gate; they are left out"
    fileprivate static let meaning: Self =
        "PACT 2 leaves all biogenic carbon dioxide out of this total, PACT 3 only its uptake; the figure is carried as stated"
}

extension String {
    fileprivate static let tillTheGrave = "Ask the partner for the footprint from the cradle to the gate."
    fileprivate static let meaning =
        "Ask the partner for the total by the target's definition if the difference matters."
}
