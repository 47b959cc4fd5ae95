import EmissionsModel
import EmissionsSyntax

/// The fields of openEPD 0.1, in the order of its documentation. What has no field here stays as it is.
enum OpenEPDFields {
    static func document(_ doctype: OpenEPDDoctype) -> RecordMap<ProductFootprint> {
        switch doctype {
        case .declaration: declaration
        case .industry: industry
        case .generic: generic
        }
    }

    static let declaration = RecordMap(
        heading + [
            .text("name", \.declaration.title),
            .text("product_name", \.product.name),
            .text("product_description", \.product.description),
            .record("manufacturer", \.declaration.parties.owner, organization),
            .texts("applicable_in", \.declaration.scope.locations).written(where: \.hasKnownLocations),
            .documentText("product_usage_description", \.declaration.scope.applications),
            .documentText("manufacturing_description", \.declaration.scope.technology),
            .first("epd_developer", \.declaration.parties.developers, organization),
        ] + quantities + registration + verification + [.first("pcr", \.declaration.productCategoryRules, rules)])

    static let industry = RecordMap(
        heading + [
            .text("name", \.product.name),
            .text("description", \.product.description),
            .list("publishers", \.declaration.parties.publishers, of: organization, areValues: true),
            .texts("geography", \.declaration.scope.locations).written(where: \.hasKnownLocations),
            .first("epd_developer", \.declaration.parties.developers, organization),
        ] + quantities + registration + verification + [.first("pcr", \.declaration.productCategoryRules, rules)])

    static let generic = RecordMap(
        heading + [
            .text("name", \.product.name),
            .text("description", \.product.description),
            .record("owner", \.declaration.parties.owner, organization),
            .first("publisher", \.declaration.parties.publishers, organization),
            .texts("geography", \.declaration.scope.locations).written(where: \.hasKnownLocations),
            .scalar("reference_year", \.declaration.validity.referenceYear, as: .year),
            .list("lci_databases", \.declaration.dataSources, of: database, areValues: true),
            .inlineFirst(\.declaration.reviews, criticalReview),
        ] + quantities + [.first("pcr", \.declaration.productCategoryRules, rules)])

    private static let heading: [Field<ProductFootprint>] = [
        .text("id", \.identity.identifier).written(where: \.hasRegistryIdentifier),
        OpenEPDDoctype.field,
        OpenEPDVersion.field,
        .text("language", \.declaration.language).written(where: \.hasShortLanguage),
        .scalar("version", \.identity.version, as: .number),
        .dateTime("date_of_issue", \.declaration.validity.published),
        .dateTime("valid_until", \.declaration.validity.expires),
    ]

    private static let quantities: [Field<ProductFootprint>] = [
        .group("declared_unit", declaredUnit),
        .kilograms("kg_per_declared_unit", \.declaredUnit.mass),
        .kilograms("kg_C_biogenic_per_declared_unit", \.carbonContent.biogenic),
        .scalar("product_service_life_years", \.declaration.referenceServiceLife, as: .number),
        .productClasses,
        .list("compliance", \.declaration.compliance, of: compliance, areValues: true)
            .written(where: \.compliesWithAllStandards),
        .text("declaration_url", \.declaration.publication.permanentAddress),
        .documentText("lca_discussion", \.declaration.scope.comments),
    ]

    private static let registration: [Field<ProductFootprint>] = [
        .record("program_operator", \.declaration.parties.programOperator, organization),
        .text("program_operator_doc_id", \.declaration.registrationNumber),
        .text("program_operator_version", \.declaration.dataSetVersion),
    ]

    private static let verification: [Field<ProductFootprint>] = [.inlineFirst(\.declaration.reviews, review)]

    private static let declaredUnit: RecordMap<ProductFootprint> = [
        .scalar("qty", \.declaredUnit.amount, as: .number),
        .unit("unit", \.declaredUnit),
    ]

    static let organization: RecordMap<Reference> = [
        .text("web_domain", \.domain),
        .firstName,
        .text("ref", \.address).written(where: \.hasWebAddress),
    ]

    static let rules: RecordMap<Reference> = [
        .text("id", \.identifier).written(where: \.hasRegistryIdentifier),
        .firstName,
        .text("version", \.version),
        .text("doc", \.address).written(where: \.hasWebAddress),
    ]

    static let standard: RecordMap<Reference> = [
        .text("short_name", \.identifier).written(where: \.hasRegistryIdentifier),
        .firstName,
        .text("link", \.address).written(where: \.hasWebAddress),
    ]

    static let database: RecordMap<Reference> = [
        .firstName,
        .text("version", \.version),
        .text("link", \.address).written(where: \.hasWebAddress),
    ]

    static let compliance: RecordMap<Compliance> = [.inline(\.system, standard)]

    static let review: RecordMap<Review> = [
        .first("third_party_verifier", \.reviewers, organization),
        .text("third_party_verification_url", \.report.address).written(where: \.report.hasWebAddress),
        .text("third_party_verifier_email", \.email),
        .secondReviewer("third_party_verifier_name"),
    ]

    static let criticalReview: RecordMap<Review> = [
        .first("reviewer", \.reviewers, organization),
        .text("reviewer_email", \.email),
    ]
}

extension ProductFootprint {
    /// openEPD has short identifiers of its registry (UUIDs for generic estimates), but no URNs.
    fileprivate var hasRegistryIdentifier: Bool {
        guard let identifier = identity.identifier else { return true }
        return !identifier.contains(":") && (declaration.kind == .generic || !identifier.isUUID)
    }

    fileprivate var hasShortLanguage: Bool { declaration.language?.utf8.count == 2 }

    /// Countries and M49 regions; ILCD's `GLO` and `RER` are neither.
    fileprivate var hasKnownLocations: Bool { declaration.scope.locations.allSatisfy(\.isKnownLocation) }

    /// The list says what a declaration complies with, and has no word for anything less.
    fileprivate var compliesWithAllStandards: Bool {
        declaration.compliance.allSatisfy { $0.overall == nil || $0.overall == .full }
    }
}

extension Reference {
    fileprivate var hasRegistryIdentifier: Bool { identifier?.isUUID != true }
    fileprivate var hasWebAddress: Bool { address?.contains(".") == true && address?.hasPrefix(".") == false }
}

extension String {
    fileprivate var isUUID: Bool { utf8.count == 36 && split(separator: "-").map(\.utf8.count) == [8, 4, 4, 4, 12] }

    fileprivate var isKnownLocation: Bool {
        let pieces = split(separator: "-", omittingEmptySubsequences: false)
        let isCode = pieces.count <= 2 && pieces.allSatisfy { $0.utf8.count == 2 && $0.utf8.allSatisfy(\.isCapital) }
        return isCode || self == "EU27" || self == "NAFTA"
            || utf8.count == 3 && utf8.allSatisfy { $0 &- 0x30 <= 9 }
    }
}

extension UInt8 {
    fileprivate var isCapital: Bool { self >= UInt8(ascii: "A") && self <= UInt8(ascii: "Z") }
}
