import EmissionsModel
import EmissionsSyntax

// MARK: What a declaration says of itself

extension EMXFields {
    static let declaration: RecordMap<Declaration> = [
        .scalar("kind", \.kind, as: .word),
        .text("title", \.title),
        .text("dataSetVersion", \.dataSetVersion),
        .text("registrationNumber", \.registrationNumber),
        .text("language", \.language),
        .localized("otherNames", \.otherNames),
        .localized("synonyms", \.synonyms),
        .list("categories", \.categories, of: productCategory, areValues: true),
        .record("parties", \.parties, declarationParties),
        .record("validity", \.validity, declarationValidity),
        .record("scope", \.scope, declarationScope),
        .record("referenceFlow", \.referenceFlow, referenceFlow),
        .list("materialProperties", \.materialProperties, of: materialProperty, areValues: true),
        .decimal("referenceServiceLife", \.referenceServiceLife),
        .list("scenarios", \.scenarios, of: scenario, areValues: true),
        .list("compliance", \.compliance, of: compliance, areValues: true),
        .references("productCategoryRules", \.productCategoryRules),
        .references("dataSources", \.dataSources),
        .references("originals", \.originals),
        .references("documents", \.documents),
        .references("precedingVersions", \.precedingVersions),
        .references("dataFormats", \.dataFormats),
        .list("reviews", \.reviews, of: review, areValues: true),
        .record("publication", \.publication, publication),
    ]

    static let localizedText: RecordMap<LocalizedText> = [
        .text("language", \.language),
        .text("text", \.text),
    ]

    static let reference: RecordMap<Reference> = [
        .scalar("kind", \.kind, as: .word),
        .text("identifier", \.identifier),
        .text("version", \.version),
        .text("address", \.address),
        .text("domain", \.domain),
        .localized("names", \.names),
    ]

    static let productCategory: RecordMap<ProductCategory> = [
        .text("system", \.system),
        .text("address", \.address),
        .list("classes", \.classes, of: categoryLevel, areValues: true),
    ]

    static let categoryLevel: RecordMap<CategoryLevel> = [
        .text("level", \.level),
        .text("code", \.code),
        .text("name", \.name),
    ]

    static let declarationParties: RecordMap<DeclarationParties> = [
        .record("owner", \.owner, reference),
        .record("programOperator", \.programOperator, reference),
        .references("publishers", \.publishers),
        .references("commissioners", \.commissioners),
        .references("developers", \.developers),
        .record("dataEntry", \.dataEntry, reference),
    ]

    static let declarationValidity: RecordMap<DeclarationValidity> = [
        .text("referenceYear", \.referenceYear),
        .timestamp("published", \.published),
        .timestamp("expires", \.expires),
        .text("lastYear", \.lastYear),
    ]

    static let declarationScope: RecordMap<DeclarationScope> = [
        .localized("functionalUnits", \.functionalUnits),
        .localized("comments", \.comments),
        .localized("technology", \.technology),
        .localized("applications", \.applications),
        .localized("timeRepresentativeness", \.timeRepresentativeness),
        .texts("locations", \.locations),
        .localized("locationRestrictions", \.locationRestrictions),
    ]

    static let referenceFlow: RecordMap<ReferenceFlow> = [
        .text("number", \.number),
        .record("flow", \.flow, reference),
        .scalar("direction", \.direction, as: .word),
        .decimal("amount", \.amount),
        .decimal("propertyAmount", \.propertyAmount),
    ]

    static let materialProperty: RecordMap<MaterialProperty> = [
        .text("name", \.name),
        .decimal("value", \.value),
        .text("unit", \.unit),
        .text("description", \.description),
    ]

    static let scenario: RecordMap<Scenario> = [
        .text("name", \.name),
        .text("group", \.group),
        .scalar("isDefault", \.isDefault, as: .bool),
        .decimal("likelihood", \.likelihood),
        .localized("descriptions", \.descriptions),
    ]

    static let compliance: RecordMap<Compliance> = [
        .record("system", \.system, reference),
        .scalar("overall", \.overall, as: .word),
        .scalar("nomenclature", \.nomenclature, as: .word),
        .scalar("methodology", \.methodology, as: .word),
        .scalar("review", \.review, as: .word),
        .scalar("documentation", \.documentation, as: .word),
        .scalar("quality", \.quality, as: .word),
    ]

    static let review: RecordMap<Review> = [
        .scalar("kind", \.kind, as: .word),
        .localized("details", \.details),
        .references("reviewers", \.reviewers),
        .record("report", \.report, reference),
        .text("email", \.email),
    ]

    static let publication: RecordMap<Publication> = [
        .text("permanentAddress", \.permanentAddress),
        .scalar("isCopyrighted", \.isCopyrighted, as: .bool),
        .scalar("license", \.license, as: .word),
        .localized("accessRestrictions", \.accessRestrictions),
    ]
}

// MARK: Results by indicator

extension EMXFields {
    static let indicatorResult: RecordMap<IndicatorResult> = [
        .scalar("indicator", \.indicator, as: .word),
        .scalar("method", \.method, as: .word),
        .scalar("unit", \.unit, as: .word),
        .record("definition", \.definition, reference),
        .record("unitDefinition", \.unitDefinition, reference),
        .record("exchange", \.exchange, exchangeRole),
        .list("amounts", \.amounts, of: moduleAmount, areValues: true),
        .localized("comments", \.comments),
    ]

    static let exchangeRole: RecordMap<ExchangeRole> = [
        .text("number", \.number),
        .scalar("direction", \.direction, as: .word),
        .scalar("function", \.function, as: .word),
        .decimal("amount", \.amount),
    ]

    static let moduleAmount: RecordMap<ModuleAmount> = [
        .scalar("modules", \.modules, as: .modules),
        .text("scenario", \.scenario),
        .decimal("amount", \.amount),
        .scalar("gap", \.gap, as: .word),
        .decimal("relativeStandardDeviation", \.relativeStandardDeviation),
        .scalar("distribution", \.distribution, as: .word),
    ]
}

extension Field {
    /// Texts in several languages.
    fileprivate static func localized(_ name: NodeName, _ key: Key<[LocalizedText]>) -> Field {
        list(name, key, of: EMXFields.localizedText, areValues: true)
    }

    fileprivate static func references(_ name: NodeName, _ key: Key<[Reference]>) -> Field {
        list(name, key, of: EMXFields.reference, areValues: true)
    }
}
