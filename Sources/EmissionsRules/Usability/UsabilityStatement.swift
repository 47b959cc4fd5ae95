import EmissionsModel

/// Whether a footprint says what a field of the usability model asks for.
enum UsabilityStatement {
    /// Stated, or not asked for in this footprint.
    case stated
    case missing
    /// There is a value, but one that says nothing.
    case placeholder

    init(_ isStated: Bool) { self = isStated ? .stated : .missing }
}

extension ProductFootprint {
    /// What the specification itself supplies for absence is not missing: no validity is three years from the end of the
    /// reference period, no geography is the world, no product rules are none.
    func statement(of field: UsabilityField, _ edition: UsabilityEdition) -> UsabilityStatement {
        switch field {
        case .identifier: .init(identity.identifier.isText)
        case .specificationVersion: .init(identity.specificationVersion.isText)
        case .created: .init(identity.created != nil)
        case .status: .init(identity.status != nil)
        case .companyName: .init(company.name.isText)
        case .companyIdentifiers: .init(!company.identifiers.isEmpty)
        case .productName: .init(product.name.isText)
        case .productDescription: .init(product.description.isText)
        case .productIdentifiers: .init(!product.identifiers.isEmpty)
        case .declaredUnit: .init(declaredUnit.unit != nil)
        case .declaredAmount: .init(declaredUnit.amount != nil)
        case .productMass: .init(declaredUnit.mass != nil || declaredUnit.unit?.saysMass == true)
        case .referencePeriod: .init(referencePeriod.start != nil && referencePeriod.end != nil)
        case .validity: .init((validity.start != nil) == (validity.end != nil))
        case .totalExcludingUptake: .init(figures.excludingBiogenicUptake != nil)
        case .standards: standardsStatement
        case .totalIncludingUptake: totalIncludingUptakeStatement
        case .biogenicCarbonContent: .init(carbonContent.biogenic != nil)
        case .primaryDataShare: .init(dataQuality.primaryDataShare != nil)
        case .emissionFactorSources:
            .init(!dataQuality.emissionFactorSources.isEmpty || dataQuality.primaryDataShare?.equals(100) == true)
        case .packagingIncluded: .init(boundary.packagingIncluded != nil)
        case .packagingEmissions: .init(boundary.packagingIncluded != true || figures.packaging != nil)
        case .assessmentReports:
            .init(!methodology.assessmentReports.isEmpty || methodology.characterizationFactors != nil)
        default: completeStatement(of: field, edition)
        }
    }

    /// Of the fields of the third level.
    private func completeStatement(of field: UsabilityField, _ edition: UsabilityEdition) -> UsabilityStatement {
        switch field {
        case .exemptedShare: zeroStatement(boundary.exemptedShare)
        case .exemptedDescription:
            .init(boundary.exemptedShare.map { $0 <= 3 } ?? true || boundary.exemptedDescription.isText)
        case .fossilEmissions: zeroStatement(figures.fossil?.amount)
        case .fossilCarbonContent: zeroStatement(carbonContent.fossil)
        case .captureIncluded: .init(edition == .pact2 || carbonCapture.storageIncluded != nil)
        case .capturedEmissions: .init(carbonCapture.storageIncluded != true || carbonCapture.captured != nil)
        case .useApproach:
            .init(carbonContent.captured.map { !$0.isPositive } ?? true || carbonCapture.useApproach != nil)
        case .landUseChange: .init(isBiogenic == false || landUse.landUseChange != nil)
        case .biogenicUptake: .init(isBiogenic == false || landUse.biogenicUptake != nil)
        case .biogenicNonCO2: .init(isBiogenic == false || landUse.biogenicNonCO2 != nil)
        case .landManagement:
            .init(
                isBiogenic == false || !referencePeriod.reaches(year: 2027) || landUse.landManagement != nil
                    || landUse.landManagementFossil != nil && landUse.landManagementBiogenicCO2 != nil)
        case .dataQualityRatings:
            .init(
                !referencePeriod.reaches(year: 2027)
                    || dataQuality.technological != nil && dataQuality.temporal != nil
                        && dataQuality.geographical != nil
            )
        case .verification: .init(verification.provider.isText)
        default: .stated
        }
    }

    private var standardsStatement: UsabilityStatement {
        if methodology.standards.isEmpty { return .init(!methodology.standardsUsed.isEmpty) }
        return methodology.standards.allSatisfy(\.isPlaceholder) ? .placeholder : .stated
    }

    /// Equal totals say something where there is said to be nothing biogenic that could set them apart.
    private var totalIncludingUptakeStatement: UsabilityStatement {
        guard let including = figures.includingBiogenicUptake else { return .missing }
        guard let excluding = figures.excludingBiogenicUptake, including.equals(excluding) else { return .stated }
        if let uptake = landUse.biogenicUptake { return uptake.amount.isZero ? .stated : .placeholder }
        return carbonContent.biogenic?.isZero == true ? .stated : .placeholder
    }

    /// A zero alone can be true. Where no emissions are fossil, and nothing else makes up the total, zeros are what the
    /// usability model tells to write for want of anything else.
    private func zeroStatement(_ figure: ExactDecimal?) -> UsabilityStatement {
        guard let figure else { return .missing }
        return figure.isZero && hasPlaceholderZero ? .placeholder : .stated
    }

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
        case .liter, .cubicMeter, .squareMeter, .piece: false
        }
    }
}
