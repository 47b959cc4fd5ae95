public import EmissionsDiagnostics
import EmissionsModel

/// A field, or a few that belong together, that the usability model asks for.
public enum UsabilityField: UInt8, Sendable, CaseIterable {
    // Level 1.
    case identifier, specificationVersion, created, status
    case companyName, companyIdentifiers, productName, productDescription, productIdentifiers
    case declaredUnit, declaredAmount, productMass, referencePeriod, validity, totalExcludingUptake
    // Level 2.
    case standards, totalIncludingUptake, biogenicCarbonContent, primaryDataShare, emissionFactorSources
    case packagingIncluded, packagingEmissions, assessmentReports
    // Level 3.
    case exemptedShare, exemptedDescription, fossilEmissions, fossilCarbonContent
    case captureIncluded, capturedEmissions, useApproach
    case landUseChange, biogenicUptake, biogenicNonCO2, landManagement
    case dataQualityRatings, verification

    /// The level that can't be reached without it.
    public var level: UsabilityLevel {
        if rawValue < Self.standards.rawValue { return .indicative }
        return rawValue < Self.exemptedShare.rawValue ? .consistent : .complete
    }

    public var path: FieldPath { FieldPath(key) }

    private var key: PartialKeyPath<ProductFootprint> {
        switch self {
        case .identifier: \.identity.identifier
        case .specificationVersion: \.identity.specificationVersion
        case .created: \.identity.created
        case .status: \.identity.status
        case .companyName: \.company.name
        case .companyIdentifiers: \.company.identifiers
        case .productName: \.product.name
        case .productDescription: \.product.description
        case .productIdentifiers: \.product.identifiers
        case .declaredUnit: \.declaredUnit.unit
        case .declaredAmount: \.declaredUnit.amount
        case .productMass: \.declaredUnit.mass
        case .referencePeriod: \.referencePeriod
        case .validity: \.validity
        case .totalExcludingUptake: \.figures.excludingBiogenicUptake
        case .standards: \.methodology.standards
        case .totalIncludingUptake: \.figures.includingBiogenicUptake
        case .biogenicCarbonContent: \.carbonContent.biogenic
        case .primaryDataShare: \.dataQuality.primaryDataShare
        case .emissionFactorSources: \.dataQuality.emissionFactorSources
        case .packagingIncluded: \.boundary.packagingIncluded
        case .packagingEmissions: \.figures.packaging
        case .assessmentReports: \.methodology.assessmentReports
        case .exemptedShare: \.boundary.exemptedShare
        case .exemptedDescription: \.boundary.exemptedDescription
        case .fossilEmissions: \.figures.fossil
        case .fossilCarbonContent: \.carbonContent.fossil
        case .captureIncluded: \.carbonCapture.storageIncluded
        case .capturedEmissions: \.carbonCapture.captured
        case .useApproach: \.carbonCapture.useApproach
        case .landUseChange: \.landUse.landUseChange
        case .biogenicUptake: \.landUse.biogenicUptake
        case .biogenicNonCO2: \.landUse.biogenicNonCO2
        case .landManagement: \.landUse.landManagement
        case .dataQualityRatings: \.dataQuality
        case .verification: \.verification.provider
        }
    }

    /// What it is called, as a fragment.
    public var words: String {
        switch self {
        case .identifier: "identifier"
        case .specificationVersion: "version of the specification"
        case .created: "time of creation"
        case .status: "status"
        case .companyName: "company name"
        case .companyIdentifiers: "company identifiers"
        case .productName: "product name"
        case .productDescription: "product description"
        case .productIdentifiers: "product identifiers"
        case .declaredUnit: "declared unit"
        case .declaredAmount: "declared unit amount"
        case .productMass: "product mass"
        case .referencePeriod: "reference period"
        case .validity: "validity"
        case .totalExcludingUptake: "total without biogenic uptake"
        case .standards: "cross-sectoral standards"
        case .totalIncludingUptake: "total with biogenic uptake"
        case .biogenicCarbonContent: "biogenic carbon content"
        case .primaryDataShare: "primary data share"
        case .emissionFactorSources: "sources of secondary emission factors"
        case .packagingIncluded: "whether packaging is included"
        case .packagingEmissions: "packaging emissions"
        case .assessmentReports: "IPCC assessment reports"
        case .exemptedShare: "share of exempted emissions"
        case .exemptedDescription: "description of exempted emissions"
        case .fossilEmissions: "fossil emissions"
        case .fossilCarbonContent: "fossil carbon content"
        case .captureIncluded: "whether carbon capture and storage is included"
        case .capturedEmissions: "captured carbon dioxide"
        case .useApproach: "approach to carbon capture and use"
        case .landUseChange: "emissions of land-use change"
        case .biogenicUptake: "biogenic uptake"
        case .biogenicNonCO2: "other biogenic emissions"
        case .landManagement: "emissions of land management"
        case .dataQualityRatings: "data quality ratings"
        case .verification: "verification"
        }
    }
}
