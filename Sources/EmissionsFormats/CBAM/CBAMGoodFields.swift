import EmissionsModel
import EmissionsSyntax

extension CBAMFields {
    /// `ImportedGoodType`.
    static let good: RecordMap<ImportedGood> = [
        .scalar("ItemNumber", \.itemNumber, as: .digits(upTo: 5)).required,
        .record("Representative", \.representative, representative),
        .record("Importer", \.importer, importer),
        .record(
            "CommodityCode", \.commodity,
            [.text("HsCode", \.hs).required, .text("CnCode", \.cn).required, commodityDetails]),
        .group("OriginCountry", [.text("Country", \.originCountry).required]),
        .repeated("ImportedQuantity", \.quantities, importedQuantity, 1...9),
        .requiredRecord("MeasureImported", \.imported, measure),
        .record("TotalEmissions", \.reported, goodTotals).upTo(.v18),
        .repeated("SupportingDocuments", \.documents, supportingDocument, 0...99),
        .group("Remarks", [.text("AdditionalInformation", \.remarks)]),
        .repeated("GoodsEmissions", \.footprints, goodsEmissions, 1...999),
    ]

    private static let importedQuantity: RecordMap<ImportedQuantity> = [
        .sequenceNumber(\.sequenceNumber),
        .group(
            "Procedure",
            [
                .text("RequestedProc", \.requestedProcedure).required,
                .text("PreviousProc", \.previousProcedure),
                .repeated("InwardProcessingInfo", \.inwardProcessing, inwardProcessing, 0...999),
            ]),
        .group("ImportArea", [.scalar("ImportArea", \.area, as: CBAMWords.areas).required]),
        .repeated("MeasureProcedureImported", \.measures, procedureMeasure, 1...2),
        .group("SpecialReferences", [.text("AdditionalInformation", \.specialReferences)]),
    ]

    private static let inwardProcessing: RecordMap<InwardProcessing> = [
        .text("MemberStateAuth", \.authorizingState).required,
        .scalar("DischargeBillWaiver", \.dischargeBillWaived, as: .digit).required,
        .text("Authorisation", \.authorization).required,
        .scalar("StartTime", \.start, as: .compactDate).required,
        .scalar("EndTime", \.end, as: .compactDate).required,
        .scalar("Deadline", \.deadline, as: .compactDate).required,
    ]

    private static let procedureMeasure: RecordMap<ProcedureMeasure> = [
        .scalar("Indicator", \.isInwardProcessing, as: .digit).required,
        .scalar("NetMass", \.netMass, as: .decimal(digits: 16, decimals: 6)),
        .scalar("SupplementaryUnits", \.supplementaryUnits, as: .decimal(digits: 16, decimals: 6)),
        .scalar("MeasurementUnit", \.unit, as: CBAMWords.units).required,
    ]

    /// The element is mandatory and may be empty.
    private static let commodityDetails: Field<Commodity> = {
        let name: NodeName = "CommodityDetails"
        let group: Field<Commodity> = .group(name, [.text("Description", \.description)])
        return Field(
            descriptions: group.descriptions,
            read: { parent, scope, record, log in
                let isEmpty = log.tree.children(of: parent).first { log.tree.isNamed(name, $0) }
                    .map { !log.tree.hasChildren($0) && log.tree.withText(of: $0) { $0.trimmed.isEmpty } }
                if isEmpty == true { _ = log.child(name, of: parent) } else { group.read(parent, scope, &record, &log) }
            },
            write: { record, parent, log in
                if record.description == nil {
                    log.tree.append(.record, named: name.description, under: parent)
                } else {
                    group.write(record, parent, &log)
                }
            }, fill: group.fill)
    }()
}
