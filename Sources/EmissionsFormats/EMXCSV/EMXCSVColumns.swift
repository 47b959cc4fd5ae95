import EmissionsModel
import EmissionsSyntax

/// The columns of our own table, in order: what holds for the filing, for the good, and for the footprint of the row.
///
/// What a row has no column for (a second production route, documents, contacts, carbon prices, customs procedures) is
/// not here: a conversion says that it was lost.
enum EMXCSVColumns {
    static let format = "emx-csv"
    /// The column by whose equal cells rows that follow each other make up one good.
    static let key = "good_item_number"
    /// The column for what has none.
    static let others: NodeName = "other_values"

    static let header: RecordMap<SubmissionHeader> = [
        .text("filing_identifier", \.identifier),
        .text("filing_version", \.version),
        .text("reporting_year", \.reportingPeriod.year),
        .scalar("reporting_quarter", \.reportingPeriod.quarter, as: .word),
        .text("declarant_identifier", \.declarant.identifier),
        .text("declarant_name", \.declarant.name),
        .scalar("declarant_role", \.declarant.role, as: .word),
        .text("importer_identifier", \.importer.identifier),
        .text("importer_name", \.importer.name),
        .text("representative_identifier", \.representative.identifier),
        .text("representative_name", \.representative.name),
    ]

    static let good: RecordMap<ImportedGood> = [
        .text(NodeName(key), \.itemNumber),
        .text("cn_code", \.commodity.cn),
        .text("hs_code", \.commodity.hs),
        .text("good_description", \.commodity.description),
        .text("country_of_origin", \.originCountry),
        .decimal("net_mass", \.imported.netMass),
        .decimal("supplementary_units", \.imported.supplementaryUnits),
        .scalar("mass_unit", \.imported.unit, as: .word),
        .decimal("reported_emissions_per_unit", \.reported.perUnit),
        .decimal("reported_total_emissions", \.reported.overall),
        .decimal("reported_direct_emissions", \.reported.direct),
        .decimal("reported_indirect_emissions", \.reported.indirect),
        .scalar("reported_emissions_unit", \.reported.unit, as: .word),
    ]

    static let footprint = RecordMap(
        product.fields + figures.fields + methods.fields + embeddedEmissions.fields + production.fields)

    static let headerNames = header.columns, goodNames = good.columns
    /// All columns, as they are written.
    static let all = headerNames + goodNames + footprint.columns + [others]
}

extension RecordMap {
    /// What its rows are called. In a table no column is inside another.
    var columns: [NodeName] { descriptions.map { NodeName($0.name) } }
}

// MARK: What the footprint is of

extension EMXCSVColumns {
    private static let product: RecordMap<ProductFootprint> = [
        .text("footprint_identifier", \.identity.identifier),
        .text("specification_version", \.identity.specificationVersion),
        .decimal("footprint_version", \.identity.version),
        .items("preceding_footprints", \.identity.predecessors, as: .text),
        .timestamp("created", \.identity.created),
        .timestamp("updated", \.identity.updated),
        .scalar("status", \.identity.status, as: .word),
        .text("status_comment", \.identity.statusComment),
        .text("comment", \.identity.comment),
        .text("sequence_number", \.identity.sequenceNumber),
        .text("company_name", \.company.name),
        .items("company_identifiers", \.company.identifiers, as: .text),
        .text("product_name", \.product.name),
        .text("product_description", \.product.description),
        .items("product_identifiers", \.product.identifiers, as: .text),
        .classifications,
        .decimal("declared_unit_amount", \.declaredUnit.amount),
        .scalar("declared_unit", \.declaredUnit.unit, as: .word),
        .scalar("figures_per", \.declaredUnit.basis, as: .word),
        .decimal("product_mass_kg", \.declaredUnit.mass),
        .timestamp("reference_period_start", \.referencePeriod.start),
        .timestamp("reference_period_end", \.referencePeriod.end),
        .timestamp("validity_start", \.validity.start),
        .timestamp("validity_end", \.validity.end),
        .geographyCells,
        .scalar("boundary", \.boundary.extent, as: .word),
        .text("boundary_processes", \.boundary.processesDescription),
        .scalar("packaging_included", \.boundary.packagingIncluded, as: .bool),
        .decimal("exempted_emissions_percent", \.boundary.exemptedShare),
        .text("exempted_emissions_description", \.boundary.exemptedDescription),
    ]
}

// MARK: Figures per declared unit

extension EMXCSVColumns {
    private static let figures: RecordMap<ProductFootprint> = [
        .kilograms("emissions_excluding_biogenic_uptake_kgco2e", \.figures.excludingBiogenicUptake),
        .kilograms("emissions_including_biogenic_uptake_kgco2e", \.figures.includingBiogenicUptake),
        .kilograms("fossil_emissions_kgco2e", \.figures.fossil),
        .kilograms("aircraft_emissions_kgco2e", \.figures.aircraft),
        .kilograms("packaging_emissions_kgco2e", \.figures.packaging),
        .kilograms("outbound_logistics_emissions_kgco2e", \.figures.outboundLogistics),
        .kilograms("upstream_emissions_kgco2e", \.figures.upstream),
        .kilograms("inbound_logistics_emissions_kgco2e", \.figures.inboundLogistics),
        .kilograms("biogenic_uptake_kgco2e", \.landUse.biogenicUptake),
        .kilograms("biogenic_non_co2_emissions_kgco2e", \.landUse.biogenicNonCO2),
        .kilograms("land_use_change_emissions_kgco2e", \.landUse.landUseChange),
        .kilograms("land_carbon_leakage_kgco2e", \.landUse.landCarbonLeakage),
        .kilograms("land_management_emissions_kgco2e", \.landUse.landManagement),
        .kilograms("land_management_fossil_emissions_kgco2e", \.landUse.landManagementFossil),
        .kilograms("land_management_biogenic_emissions_kgco2e", \.landUse.landManagementBiogenicCO2),
        .kilograms("land_management_removals_kgco2e", \.landUse.landManagementRemovals),
        .decimal("land_occupation_m2_years", \.landUse.landOccupation),
        .decimal("fossil_carbon_content_kg", \.carbonContent.fossil),
        .decimal("biogenic_carbon_content_kg", \.carbonContent.biogenic),
        .decimal("recycled_carbon_content_kg", \.carbonContent.recycled),
        .decimal("packaging_biogenic_carbon_content_kg", \.carbonContent.packagingBiogenic),
        .decimal("captured_carbon_content_kg", \.carbonContent.captured),
        .scalar("carbon_storage_included", \.carbonCapture.storageIncluded, as: .bool),
        .kilograms("captured_and_stored_kgco2e", \.carbonCapture.captured),
        .kilograms("technological_removals_kgco2e", \.carbonCapture.removals),
        .text("captured_carbon_origin", \.carbonCapture.origin),
        .scalar("carbon_use_approach", \.carbonCapture.useApproach, as: .word),
        .text("carbon_credit_certification", \.carbonCapture.creditCertification),
    ]
}

// MARK: How it was calculated, and by whom it was checked

extension EMXCSVColumns {
    private static let methods: RecordMap<ProductFootprint> = [
        .items("assessment_reports", \.methodology.assessmentReports, as: .word),
        .scalar("characterization_factors", \.methodology.characterizationFactors, as: .word),
        .items("standards", \.methodology.standards, as: .word),
        .items("standards_used", \.methodology.standardsUsed, as: .word),
        .first(
            \.methodology.productCategoryRules,
            [
                .scalar("category_rules_publisher", \.publisher, as: .word),
                .text("category_rules_other_publisher", \.otherPublisher),
                .items("category_rules", \.names, as: .text),
            ]),
        .scalar("biogenic_accounting", \.methodology.biogenicAccounting, as: .word),
        .text("allocation_description", \.methodology.allocationDescription),
        .text("uncertainty_description", \.methodology.uncertaintyDescription),
        .decimal("primary_data_share_percent", \.dataQuality.primaryDataShare),
        .decimal("data_quality_coverage_percent", \.dataQuality.coverage),
        .decimal("technological_rating", \.dataQuality.technological),
        .decimal("temporal_rating", \.dataQuality.temporal),
        .decimal("geographical_rating", \.dataQuality.geographical),
        .decimal("completeness_rating", \.dataQuality.completeness),
        .decimal("reliability_rating", \.dataQuality.reliability),
        .items("emission_factor_sources", \.dataQuality.emissionFactorSources, as: .nameAndVersion),
        .scalar("verified", \.verification.isAssured, as: .bool),
        .scalar("verification_coverage", \.verification.coverage, as: .word),
        .scalar("verification_level", \.verification.level, as: .word),
        .scalar("verification_boundary", \.verification.boundary, as: .word),
        .text("verifier", \.verification.provider),
        .text("accreditation_body", \.verification.accreditationBody),
        .text("verification_statement", \.verification.statement),
        .timestamp("verification_completed", \.verification.completed),
        .text("verification_standard", \.verification.standard),
        .text("verification_comments", \.verification.comments),
    ]
}

// MARK: Emissions embedded in a good, and where it was made

extension EMXCSVColumns {
    private static let embeddedEmissions: RecordMap<ProductFootprint> = [
        .scalar("direct_determination", \.embeddedEmissions.direct.determination, as: .word),
        .scalar(
            "direct_electricity_determination", \.embeddedEmissions.direct.electricityDetermination, as: .word),
        .scalar("direct_methodology", \.embeddedEmissions.direct.methodology, as: .word),
        .text("direct_methodology_description", \.embeddedEmissions.direct.methodologyDescription),
        .decimal("direct_specific_embedded_emissions", \.embeddedEmissions.direct.specific),
        .scalar("direct_emissions_unit", \.embeddedEmissions.direct.unit, as: .word),
        .decimal(
            "direct_electricity_factor_tco2_per_mwh", \.embeddedEmissions.direct.electricityFactor.amount),
        .scalar(
            "direct_electricity_factor_source", \.embeddedEmissions.direct.electricityFactor.source, as: .word),
        .decimal("electricity_imported_mwh", \.embeddedEmissions.direct.electricityImported),
        .decimal("electricity_embedded_emissions", \.embeddedEmissions.direct.electricityEmbedded),
        .scalar("indirect_determination", \.embeddedEmissions.indirect.determination, as: .word),
        .decimal("indirect_specific_embedded_emissions", \.embeddedEmissions.indirect.specific),
        .scalar("indirect_emissions_unit", \.embeddedEmissions.indirect.unit, as: .word),
        .decimal(
            "indirect_electricity_factor_tco2_per_mwh", \.embeddedEmissions.indirect.electricityFactor.amount),
        .scalar(
            "indirect_electricity_factor_source", \.embeddedEmissions.indirect.electricityFactor.source, as: .word),
        .decimal("electricity_consumed_mwh_per_tonne", \.embeddedEmissions.indirect.electricityConsumed),
        .scalar("electricity_source", \.embeddedEmissions.indirect.electricitySource, as: .word),
    ]

    private static let production: RecordMap<ProductFootprint> = [
        .text("production_country", \.production.country),
        .text("operator_identifier", \.production.installationOperator.identifier),
        .text("operator_name", \.production.installationOperator.name),
        .text("installation_identifier", \.production.installation.identifier),
        .text("installation_name", \.production.installation.name),
        .text("installation_country", \.production.installation.address.country),
        .text("installation_subdivision", \.production.installation.address.subdivision),
        .text("installation_city", \.production.installation.address.city),
        .text("installation_street", \.production.installation.address.street),
        .text("installation_street_number", \.production.installation.address.number),
        .text("installation_postcode", \.production.installation.address.postcode),
        .text("installation_unlocode", \.production.installation.unLocode),
        .text("installation_latitude", \.production.installation.latitude),
        .text("installation_longitude", \.production.installation.longitude),
        .scalar("installation_coordinates", \.production.installation.coordinateSystem, as: .word),
        .decimal("produced_net_mass", \.production.produced.netMass),
        .decimal("produced_supplementary_units", \.production.produced.supplementaryUnits),
        .scalar("produced_unit", \.production.produced.unit, as: .word),
        .first(
            \.production.routes,
            [
                .text("production_route", \.method),
                .text("production_route_name", \.methodName),
            ]),
    ]
}
