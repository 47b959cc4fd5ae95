import EmissionsModel

/// What a footprint does not say of what the usability model asks for.
struct UsabilityGaps {
    private(set) var missing = UsabilityFields()
    /// Also missing: there is a value, but one that says nothing.
    private(set) var placeholders = UsabilityFields()

    @inline(__always)
    fileprivate mutating func note(_ field: UsabilityField, unless isStated: Bool) {
        if !isStated { missing.insert(field) }
    }

    @inline(__always)
    fileprivate mutating func note(_ field: UsabilityField, unless isStated: Bool, isPlaceholder: Bool) {
        if !isStated || isPlaceholder { missing.insert(field) }
        if isStated, isPlaceholder { placeholders.insert(field) }
    }
}

extension ProductFootprint {
    /// What the specification itself supplies for absence is not missing: no validity is three years from the end of the
    /// reference period, no geography is the world, no product rules are none.
    func usabilityGaps(_ edition: UsabilityEdition) -> UsabilityGaps {
        var gaps = UsabilityGaps()
        noteIndicative(&gaps)
        noteConsistent(&gaps)
        noteComplete(edition, &gaps)
        return gaps
    }

    private func noteIndicative(_ gaps: inout UsabilityGaps) {
        gaps.note(.identifier, unless: identity.identifier.isText)
        gaps.note(.specificationVersion, unless: identity.specificationVersion.isText)
        gaps.note(.created, unless: identity.created != nil)
        gaps.note(.status, unless: identity.status != nil)
        gaps.note(.companyName, unless: company.name.isText)
        gaps.note(.companyIdentifiers, unless: !company.identifiers.isEmpty)
        gaps.note(.productName, unless: product.name.isText)
        gaps.note(.productDescription, unless: product.description.isText)
        gaps.note(.productIdentifiers, unless: !product.identifiers.isEmpty)
        gaps.note(.declaredUnit, unless: declaredUnit.unit != nil)
        gaps.note(.declaredAmount, unless: declaredUnit.amount != nil)
        gaps.note(.productMass, unless: declaredUnit.mass != nil || declaredUnit.unit?.saysMass == true)
        gaps.note(.referencePeriod, unless: referencePeriod.start != nil && referencePeriod.end != nil)
        gaps.note(.validity, unless: (validity.start != nil) == (validity.end != nil))
        gaps.note(.totalExcludingUptake, unless: figures.excludingBiogenicUptake != nil)
    }

    private func noteConsistent(_ gaps: inout UsabilityGaps) {
        let share = dataQuality.primaryDataShare
        gaps.note(
            .standards, unless: !methodology.standards.isEmpty || !methodology.standardsUsed.isEmpty,
            isPlaceholder: !methodology.standards.isEmpty && methodology.standards.allSatisfy(\.isPlaceholder))
        gaps.note(
            .totalIncludingUptake, unless: figures.includingBiogenicUptake != nil, isPlaceholder: hasPlaceholderTotal)
        gaps.note(.biogenicCarbonContent, unless: carbonContent.biogenic != nil)
        gaps.note(.primaryDataShare, unless: share != nil)
        gaps.note(
            .emissionFactorSources, unless: !dataQuality.emissionFactorSources.isEmpty || share?.equals(100) == true)
        gaps.note(.packagingIncluded, unless: boundary.packagingIncluded != nil)
        gaps.note(.packagingEmissions, unless: boundary.packagingIncluded != true || figures.packaging != nil)
        gaps.note(
            .assessmentReports,
            unless: !methodology.assessmentReports.isEmpty || methodology.characterizationFactors != nil)
    }

    private func noteComplete(_ edition: UsabilityEdition, _ gaps: inout UsabilityGaps) {
        let (share, capture) = (boundary.exemptedShare, carbonCapture), fossil = figures.fossil?.amount
        let zeros = hasPlaceholderZero
        gaps.note(.exemptedShare, unless: share != nil, isPlaceholder: zeros && share?.isZero == true)
        gaps.note(
            .exemptedDescription, unless: share.map { $0 <= 3 } ?? true || boundary.exemptedDescription.isText)
        gaps.note(.fossilEmissions, unless: fossil != nil, isPlaceholder: zeros)
        gaps.note(
            .fossilCarbonContent, unless: carbonContent.fossil != nil,
            isPlaceholder: zeros && carbonContent.fossil?.isZero == true)
        gaps.note(.captureIncluded, unless: edition == .pact2 || capture.storageIncluded != nil)
        gaps.note(.capturedEmissions, unless: capture.storageIncluded != true || capture.captured != nil)
        gaps.note(
            .useApproach, unless: carbonContent.captured?.isPositive != true || capture.useApproach != nil)
        noteLandUse(&gaps)
        gaps.note(
            .dataQualityRatings,
            unless: dataQuality.technological != nil && dataQuality.temporal != nil && dataQuality.geographical != nil
                || !referencePeriod.reaches(year: 2027))
        gaps.note(.verification, unless: verification.provider.isText)
    }

    private func noteLandUse(_ gaps: inout UsabilityGaps) {
        if isBiogenic == false { return }
        gaps.note(.landUseChange, unless: landUse.landUseChange != nil)
        gaps.note(.biogenicUptake, unless: landUse.biogenicUptake != nil)
        gaps.note(.biogenicNonCO2, unless: landUse.biogenicNonCO2 != nil)
        gaps.note(
            .landManagement,
            unless: landUse.landManagement != nil
                || landUse.landManagementFossil != nil && landUse.landManagementBiogenicCO2 != nil
                || !referencePeriod.reaches(year: 2027))
    }

    /// Equal totals say something where there is said to be nothing biogenic that could set them apart.
    private var hasPlaceholderTotal: Bool {
        guard let including = figures.includingBiogenicUptake, let excluding = figures.excludingBiogenicUptake,
            including.equals(excluding)
        else { return false }
        if let uptake = landUse.biogenicUptake { return !uptake.amount.isZero }
        return carbonContent.biogenic?.isZero != true
    }

    /// A zero alone can be true. Where no emissions are fossil, and nothing else makes up the total, zeros are what the
    /// usability model tells to write for want of anything else.
    private var hasPlaceholderZero: Bool {
        guard figures.fossil?.amount.isZero == true, let total = figures.excludingBiogenicUptake,
            total.amount.isPositive
        else { return false }
        let others = [
            landUse.landUseChange, landUse.biogenicNonCO2, landUse.landCarbonLeakage, landUse.landManagement,
            landUse.landManagementBiogenicCO2,
        ]
        var sum = RoundedFigure(exactly: 0)
        for case let part? in others where part.amount.isPositive { sum = sum + RoundedFigure(part) }
        return RoundedFigure(total).isClearlyAbove(sum)
    }
}

extension String? {
    fileprivate var isText: Bool { self?.isEmpty == false }
}

extension UnitOfMeasure {
    /// Whether the mass of the product follows from the unit, or there is none.
    fileprivate var saysMass: Bool {
        switch self {
        case .kilogram, .tonne, .kilowattHour, .megawattHour, .megajoule, .tonneKilometer, .hour, .megabitSecond: true
        case .liter, .cubicMeter, .squareMeter, .meter, .piece: false
        }
    }
}
