import EmissionsModel
import EmissionsSyntax

// MARK: The footprint of a product

extension EMXFields {
    static let footprint: RecordMap<ProductFootprint> = [
        .record("identity", \.identity, identity),
        .record("company", \.company, company),
        .record("product", \.product, product),
        .record("declaredUnit", \.declaredUnit, declaredUnit),
        .record("referencePeriod", \.referencePeriod, period),
        .record("validity", \.validity, period),
        .geography("geography", \.geography),
        .record("boundary", \.boundary, boundary),
        .record("figures", \.figures, figures),
        .record("landUse", \.landUse, landUse),
        .record("carbonContent", \.carbonContent, carbonContent),
        .record("carbonCapture", \.carbonCapture, carbonCapture),
        .record("methodology", \.methodology, methodology),
        .record("dataQuality", \.dataQuality, dataQuality),
        .record("verification", \.verification, verification),
        .record("declaration", \.declaration, declaration),
        .list("results", \.results, of: indicatorResult, areValues: true),
        .record("production", \.production, production),
        .record("embeddedEmissions", \.embeddedEmissions, embeddedEmissions),
        .list("extensions", \.extensions, of: dataModelExtension, areValues: true),
        .carried("carried", \.carried, except: format),
    ]

    static let identity: RecordMap<FootprintIdentity> = [
        .text("identifier", \.identifier),
        .text("specificationVersion", \.specificationVersion),
        .decimal("version", \.version),
        .texts("predecessors", \.predecessors),
        .timestamp("created", \.created),
        .timestamp("updated", \.updated),
        .scalar("status", \.status, as: .word),
        .text("statusComment", \.statusComment),
        .text("comment", \.comment),
        .text("sequenceNumber", \.sequenceNumber),
    ]

    static let company: RecordMap<Company> = [
        .text("name", \.name),
        .texts("identifiers", \.identifiers),
    ]

    static let product: RecordMap<Product> = [
        .text("name", \.name),
        .text("description", \.description),
        .texts("identifiers", \.identifiers),
        .list("classifications", \.classifications, of: classification, areValues: true),
    ]

    static let classification: RecordMap<Classification> = [
        .scalar("system", \.system, as: .word),
        .text("code", \.code),
        .text("urn", \.urn),
    ]

    static let declaredUnit: RecordMap<DeclaredUnit> = [
        .decimal("amount", \.amount),
        .scalar("unit", \.unit, as: .word),
        .text("otherUnit", \.otherUnit),
        .scalar("basis", \.basis, as: .word),
        .decimal("mass", \.mass),
    ]

    static let period: RecordMap<Period> = [
        .timestamp("start", \.start),
        .timestamp("end", \.end),
    ]

    static let boundary: RecordMap<SystemBoundary> = [
        .scalar("extent", \.extent, as: .word),
        .text("processesDescription", \.processesDescription),
        .scalar("packagingIncluded", \.packagingIncluded, as: .bool),
        .decimal("exemptedShare", \.exemptedShare),
        .text("exemptedDescription", \.exemptedDescription),
    ]

    static let dataModelExtension: RecordMap<DataModelExtension> = [
        .text("specificationVersion", \.specificationVersion),
        .text("dataSchema", \.dataSchema),
        .text("documentation", \.documentation),
        .content("data", \.data),
    ]
}

// MARK: How it was calculated, and by whom it was checked

extension EMXFields {
    static let methodology: RecordMap<Methodology> = [
        .list("assessmentReports", \.assessmentReports, as: .word),
        .scalar("characterizationFactors", \.characterizationFactors, as: .word),
        .list("standards", \.standards, as: .word),
        .list("standardsUsed", \.standardsUsed, as: .word),
        .list("productCategoryRules", \.productCategoryRules, of: productCategoryRules, areValues: true),
        .scalar("biogenicAccounting", \.biogenicAccounting, as: .word),
        .text("allocationDescription", \.allocationDescription),
        .text("uncertaintyDescription", \.uncertaintyDescription),
    ]

    static let productCategoryRules: RecordMap<ProductCategoryRules> = [
        .scalar("publisher", \.publisher, as: .word),
        .text("otherPublisher", \.otherPublisher),
        .texts("names", \.names),
    ]

    static let dataQuality: RecordMap<DataQuality> = [
        .decimal("primaryDataShare", \.primaryDataShare),
        .decimal("coverage", \.coverage),
        .decimal("technological", \.technological),
        .decimal("temporal", \.temporal),
        .decimal("geographical", \.geographical),
        .decimal("completeness", \.completeness),
        .decimal("reliability", \.reliability),
        .list("emissionFactorSources", \.emissionFactorSources, of: emissionFactorSource, areValues: true),
    ]

    static let emissionFactorSource: RecordMap<EmissionFactorSource> = [
        .text("name", \.name),
        .text("version", \.version),
    ]

    static let verification: RecordMap<Verification> = [
        .scalar("isAssured", \.isAssured, as: .bool),
        .scalar("coverage", \.coverage, as: .word),
        .scalar("level", \.level, as: .word),
        .scalar("boundary", \.boundary, as: .word),
        .text("provider", \.provider),
        .text("accreditationBody", \.accreditationBody),
        .text("statement", \.statement),
        .timestamp("completed", \.completed),
        .text("standard", \.standard),
        .text("comments", \.comments),
    ]
}
