import EmissionsModel
import EmissionsSyntax

extension CBAMFields {
    /// `QReportType` without its goods.
    static let header: RecordMap<SubmissionHeader> = [
        .scalar("SubmissionDate", \.submitted, as: .utcSecond),
        .text("DraftReportId", \.draftIdentifier).upTo(.v17),
        .text("ReportId", \.identifier),
        .scalar("ReportingPeriod", \.reportingPeriod.quarter, as: .word).required,
        .scalar("Year", \.reportingPeriod.year, as: .digits(upTo: 4)).required,
        .scalar("TotalImported", \.reported.goodsCount, as: .plainDecimal).upTo(.v18),
        .scalar("TotalEmissions", \.reported.overall, as: .plainDecimal).upTo(.v18),
        .requiredRecord("Declarant", \.declarant, declarant),
        .record("Representative", \.representative, representative),
        .record("Importer", \.importer, importer),
        .group("NationalCompetentAuth", [.text("ReferenceNumber", \.authorityReference)]).upTo(.v18),
        .requiredRecord("Signatures", \.confirmation, signatures),
        .group("Remarks", [.text("AdditionalInformation", \.remarks)]),
    ]

    private static let declarant: RecordMap<Declarant> = [
        .text("IdentificationNumber", \.identifier).required,
        .text("Name", \.name).required,
        .scalar("Role", \.role, as: CBAMWords.roles).required,
        .requiredRecord("ActorAddress", \.address, declarantAddress),
    ]

    private static let signatures: RecordMap<Confirmation> = [
        .group(
            "ReportConfirmation",
            [
                .scalar("GlobalDataConfirmation", \.dataIsComplete, as: .xmlBool).required,
                .scalar("UseOfDataConfirmation", \.dataMayBeUsed, as: .xmlBool).required,
                .scalar("SignatureDate", \.date, as: .compactDate).upTo(.v18),
                .text("SignaturePlace", \.place).required,
                .text("Signature", \.signature).required,
                .text("PositionOfPersonSending", \.position).required,
            ]),
        // The misspelling stands in the Commission's own sample.
        .group(
            "ApplicableMethodologyConfirmation",
            [.scalar("OtherApplicableReportingMethodology", \.otherMethodologyApplied, as: .xmlBool)],
            aliases: ["ApplicableMethdologyConfirmation"]),
    ]
}
