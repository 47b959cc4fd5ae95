import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// The table of products that programs export from the template, a row for each product.
enum TemplateTable {
    /// Columns that no other table has.
    static let telling: Set<String> = [
        "production_process_from_which_the_products_arise", "cn_codes", "see_direct", "see_indirect", "see_total",
    ]

    static let footprint: RecordMap<ProductFootprint> = [
        .code("cn_codes"),
        .text("product_name_used_for_communication_with_reporting_declarant_eg_on_invoices", \.product.name),
        .scalar("see_direct", \.embeddedEmissions.direct.specific, as: .number),
        .scalar("see_indirect", \.embeddedEmissions.indirect.specific, as: .number),
        .scalar("see_total", \.production.reported.perUnit, as: .number),
        .scalar("unit", \.embeddedEmissions.direct.unit, as: TemplateWords.unit),
        .text("source_for_electricity_ef", \.embeddedEmissions.indirect.electricityFactor.sourceDescription),
        .scalar("embedded_electricity_mwh/t", \.embeddedEmissions.indirect.electricityConsumed, as: .number),
        .inlineFirst(
            \.production.routes,
            [
                .text("production_process_from_which_the_products_arise", \.methodName),
                .text("steel_mill_identification_number", \.steelMill), .parameters(parameters),
            ]),
        .text("installation_unlocode", \.production.installation.unLocode),
    ]

    private static let parameters: [(column: NodeName, name: String, code: String?)] = zip(
        [
            "the_main_reducing_agent_of_the_precursor_if_known", "%_mn", "%_cr", "%_ni", "%_other_alloys", "%_carbon",
            "t_scrap_per_t_steel", "%_other_materials", "%_pre-consumer_scrap", "t_scrap_per_t_aluminium",
            "%_non-aluminium_elements", "clinker_factor", "calcined_or_not", "concentration_if_hydrous_solution",
            "%_nitric_acid", "%_urea", "%_n_contained", "%_n_as_ammonium_nh4+", "%_n_as_nitrate_no3–", "%_n_as_urea",
            "%_n_in_other_organic_forms",
        ], TemplateWords.parameters
    ).map { (NodeName($0), $1.name, $1.code) }
}

/// Reads a table of products; the tables beside it say nothing of products.
struct TemplateTableReader: SubmissionReader {
    private var records: CSVReader

    init(_ records: CSVReader) { self.records = records }

    var version: String? { CommunicationTemplate.version }

    mutating func next(_ log: inout ReadLog) throws(SyntaxError) -> SubmissionPart? {
        log.restart()
        while let role = try records.next(into: &log.tree) {
            for finding in records.takeFindings() { log.report(finding) }
            guard role != .header, let row = log.items(of: SourceTree.root).first else { continue }
            var footprint = TemplateTable.footprint.read(row, in: ReadLog.part, into: &log)
            let unit = footprint.embeddedEmissions.direct.unit
            if footprint.embeddedEmissions.indirect.specific != nil { footprint.embeddedEmissions.indirect.unit = unit }
            if footprint.production.reported.perUnit != nil { footprint.production.reported.unit = unit }
            TemplateChecks.checkTotal(footprint, &log)
            log.carryUnread(
                CommunicationTemplate.format, to: &footprint.carried, in: ReadLog.part, \ProductFootprint.carried)
            log.finish()
            return .footprint(footprint)
        }
        for finding in records.takeFindings() { log.report(finding) }
        return log.diagnostics.isEmpty ? nil : .header(SubmissionHeader())
    }
}
