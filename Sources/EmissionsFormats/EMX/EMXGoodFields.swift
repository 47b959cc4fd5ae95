import EmissionsModel
import EmissionsSyntax

// MARK: The imported good

extension EMXFields {
    static let good: RecordMap<ImportedGood> = [
        .text("itemNumber", \.itemNumber),
        .record("representative", \.representative, party),
        .record("importer", \.importer, party),
        .record("commodity", \.commodity, commodity),
        .text("originCountry", \.originCountry),
        .list("quantities", \.quantities, of: importedQuantity),
        .record("imported", \.imported, measure),
        .record("reported", \.reported, reportedTotals),
        .list("documents", \.documents, of: supportingDocument),
        .text("remarks", \.remarks),
        .list("footprints", \.footprints, of: footprint),
        .carried("carried", \.carried, except: format),
    ]

    static let commodity: RecordMap<Commodity> = [
        .text("hs", \.hs),
        .text("cn", \.cn),
        .text("description", \.description),
    ]

    static let measure: RecordMap<Measure> = [
        .decimal("netMass", \.netMass),
        .decimal("supplementaryUnits", \.supplementaryUnits),
        .scalar("unit", \.unit, as: .word),
    ]
}

// MARK: Customs procedures

extension EMXFields {
    static let importedQuantity: RecordMap<ImportedQuantity> = [
        .text("sequenceNumber", \.sequenceNumber),
        .text("requestedProcedure", \.requestedProcedure),
        .text("previousProcedure", \.previousProcedure),
        .list("inwardProcessing", \.inwardProcessing, of: inwardProcessing),
        .scalar("area", \.area, as: .word),
        .list("measures", \.measures, of: procedureMeasure),
        .text("specialReferences", \.specialReferences),
    ]

    static let inwardProcessing: RecordMap<InwardProcessing> = [
        .text("authorizingState", \.authorizingState),
        .scalar("dischargeBillWaived", \.dischargeBillWaived, as: .bool),
        .text("authorization", \.authorization),
        .timestamp("start", \.start),
        .timestamp("end", \.end),
        .timestamp("deadline", \.deadline),
    ]

    static let procedureMeasure: RecordMap<ProcedureMeasure> = [
        .scalar("isInwardProcessing", \.isInwardProcessing, as: .bool),
        .decimal("netMass", \.netMass),
        .decimal("supplementaryUnits", \.supplementaryUnits),
        .scalar("unit", \.unit, as: .word),
    ]
}

// MARK: Documents

extension EMXFields {
    static let supportingDocument: RecordMap<SupportingDocument> = [
        .text("sequenceNumber", \.sequenceNumber),
        .text("type", \.type),
        .text("country", \.country),
        .text("referenceNumber", \.referenceNumber),
        .text("lineItemNumber", \.lineItemNumber),
        .text("issuingAuthority", \.issuingAuthority),
        .record("validity", \.validity, period),
        .text("description", \.description),
        .record("attachment", \.attachment, attachment),
    ]

    static let attachment: RecordMap<Attachment> = [
        .text("filename", \.filename),
        .text("uri", \.uri),
        .text("mediaType", \.mediaType),
        .text("content", \.content),
    ]
}
