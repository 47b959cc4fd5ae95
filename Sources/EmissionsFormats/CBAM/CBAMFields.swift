import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// The elements of the quarterly report in the order of the schema, version 23.00, with those of older versions at
/// their places. This file has the types that occur in several places.
enum CBAMFields {
    /// `AddressType`.
    static let address = RecordMap([.text("Country", \.country).required] + addressLines)
    /// `DeclarantAddressType`.
    static let declarantAddress = RecordMap([.text("Country", \.country).upTo(.v19)] + addressLines)

    static let addressLines: [Field<Address>] = [
        .text("SubDivision", \.subdivision),
        .text("City", \.city).required,
        .text("Street", \.street),
        .text("StreetAdditionalLine", \.streetAdditional),
        .text("Number", \.number),
        .text("Postcode", \.postcode),
        .text("POBox", \.poBox),
    ]

    static let representative = party("RepresentativeAddress")
    static let importer = party("ImporterAddress")

    private static func party(_ addressName: NodeName) -> RecordMap<Party> {
        [
            .text("IdentificationNumber", \.identifier).required,
            .text("Name", \.name).required,
            .requiredRecord(addressName, \.address, address),
        ]
    }

    /// `MeasureType`.
    static let measure: RecordMap<Measure> = [
        .scalar("NetMass", \.netMass, as: .decimal(digits: 16, decimals: 6)),
        .scalar("SupplementaryUnits", \.supplementaryUnits, as: .decimal(digits: 16, decimals: 6)),
        .scalar("MeasurementUnit", \.unit, as: CBAMWords.units).required,
    ]

    /// `TotalEmissionsType`.
    static let goodTotals = RecordMap([.scalar("EmissionsPerUnit", \.perUnit, as: .plainDecimal)] + totals)
    /// `InstallationEmissionsType`.
    static let installationTotals = RecordMap(totals)

    private static let totals: [Field<ReportedTotals>] = [
        .scalar("OverallEmissions", \.overall, as: .plainDecimal),
        .scalar("TotalDirect", \.direct, as: .plainDecimal),
        .scalar("TotalIndirect", \.indirect, as: .plainDecimal),
        .scalar("MeasurementUnit", \.unit, as: CBAMWords.emissionsUnits),
    ]

    static let supportingDocument: RecordMap<SupportingDocument> = [
        .sequenceNumber(\.sequenceNumber),
        .text("Type", \.type).required,
        .text("Country", \.country),
        .text("ReferenceNumber", \.referenceNumber),
        .scalar("LineItemNumber", \.lineItemNumber, as: .digits(upTo: 5)),
        .text("IssuingAuthName", \.issuingAuthority),
        .scalar("ValidityStartDate", \.validity.start, as: .date),
        .scalar("ValidityEndDate", \.validity.end, as: .date),
        .text("Description", \.description),
        .record(
            "Attachment", \.attachment,
            [
                .text("Filename", \.filename).required,
                .text("URI", \.uri),
                .text("MIME", \.mediaType).required,
                .text("Binary", \.content),
            ]),
    ]
}

extension Field {
    /// An element that was given up after a version: it is read, and what it said is missing in what is written.
    func upTo(_ version: CBAMVersion) -> Field { written(false, "up to \(version.rawValue)") }

    static func sequenceNumber(_ key: Key<String?>) -> Field {
        scalar("SequenceNumber", key, as: .digits(upTo: 5)).required
    }

    /// Records in elements that stand side by side, of which the schema takes so many. All are read; those above the
    /// limit are not written, which is reported.
    static func repeated<Item: ModelRecord>(
        _ name: NodeName, _ key: Key<[Item]>, _ map: RecordMap<Item>, _ count: ClosedRange<Int>
    ) -> Field {
        let field = count.lowerBound == 0 ? repeated(name, key, map) : atLeastOne(name, key, map)
        return Field(
            descriptions: field.descriptions, read: field.read,
            write: { record, parent, log in
                let items = record[keyPath: key]
                guard items.count > count.upperBound else { return field.write(record, parent, &log) }
                var sayable = record
                sayable[keyPath: key] = Array(items.prefix(count.upperBound))
                field.write(sayable, parent, &log)
                log.unspeakable(
                    name, FieldPath(key).appending(.index(count.upperBound)), "\(items.count) of them",
                    expected: "at most \(count.upperBound)", under: parent)
            }, fill: field.fill)
    }
}
