import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// The members of the model `io.catenax.cbam` in its version 1.0.0, and by their aliases those of others. Masses are in
/// tonnes, emissions in t CO₂e per tonne, electricity in MWh.
enum CatenaXFields {
    /// What stands around the goods.
    static let header: RecordMap<SubmissionHeader> = [
        .group("header", [.text("messageId", \.identifier), .timestamp("sentDateTime", \.submitted)])
    ]

    /// A good without its operators.
    static let good: RecordMap<ImportedGood> = [
        .text("cnCode", \.commodity.cn).required,
        .text("productDescription", \.commodity.description),
        .group(
            "businessTransactionDetails",
            [.scalar("requestNetMass", \.imported.netMass, as: .number, aliases: ["requestedNetMass"])]),
    ]

    /// `operatorIdentification`.
    static let installationOperator: RecordMap<InstallationOperator> = [
        .group("operatorIds", [.text("operatorCbamId", \.identifier)]),
        .text("operatorName", \.name).required,
        .inlineFirst(\.contacts, [.text("operatorContactEmailAddress", \.email)]),
        .record(
            "address", \.address,
            [country("countryCode", \.country, aliases: ["country"]), .text("city", \.city), .text("street", \.street)]),
    ]

    /// `installationIdentification`; in 0.1.0 name and address stand among the identifiers.
    static let installation: RecordMap<Installation> = [
        .group(
            "installationIds",
            [
                .text("installationCbamId", \.identifier),
                Field<Installation>.text("installationName", \.name).written(false, "in 0.1.0"),
                Field<Installation>.group("installationAddress", address).written(false, "in 0.1.0"),
            ]),
        .text("installationName", \.name).required,
        .group("address", address),
    ]

    private static let address: RecordMap<Installation> = [
        .inline(
            \.address,
            [country("country", \.country, aliases: ["countryCode"]).required, .text("city", \.city).required]),
        .scalar("longitude", \.longitude, as: CatenaXWords.degrees),
        .scalar("latitude", \.latitude, as: CatenaXWords.degrees),
        .scalar("typeOfCoordinates", \.coordinateSystem, as: CatenaXWords.coordinates),
        .text("plotOrParcelNumber", \.plot, aliases: ["pilotOrParcelNumber"]),
        .scalar("unLoCode", \.unLocode, as: CatenaXWords.locationCode),
    ]

    /// An item of `emissionsRecords`.
    static let emissions: RecordMap<ProductFootprint> = [
        .inlineFirst(
            \.production.routes,
            [
                .group(
                    "productionMethod",
                    [
                        .text("methodId", \.method).required,
                        .text("specificSteelMillId", \.steelMill),
                        .text("additionalInformation", \.additionalInformation),
                    ])
            ]),
        activity,
        .group(
            "directEmissions",
            [
                .text("additionalInformation", \.embeddedEmissions.direct.methodologyDescription),
                .scalar("specificEmbeddedEmissionsDirect", \.embeddedEmissions.direct.specific, as: .number).required,
            ]),
        .group(
            "indirectEmissions",
            [
                .scalar(
                    "sourceOfEmissionFactor", \.embeddedEmissions.indirect.electricityFactor.source,
                    as: CatenaXWords.factorSources),
                .scalar(
                    "emissionFactorTonnesCo2PerMwh", \.embeddedEmissions.indirect.electricityFactor.amount, as: .number),
                .text(
                    "sourceOfEmissionFactorValue", \.embeddedEmissions.indirect.electricityFactor.sourceDescription),
                .scalar(
                    "specificEmbeddedEmissionsIndirect", \.embeddedEmissions.indirect.specific, as: .number,
                    aliases: ["specificEmbeddedEmissionIndirect"]),
                .scalar(
                    "electricityConsumedMwhPerTonnesGood", \.embeddedEmissions.indirect.electricityConsumed, as: .number
                ),
                .scalar(
                    "sourceOfElectricity", \.embeddedEmissions.indirect.electricitySource,
                    as: CatenaXWords.electricitySources),
            ]),
        .attestation,
        .list("carbonPricePaid", \.production.carbonPrices, of: carbonPrice),
    ]

    /// In 0.1.0 the period stands in the production method, and has no mass.
    private static let activity: Field<ProductFootprint> = .group(
        "activityData",
        [
            .timestamp("referencePeriodStart", \.referencePeriod.start).required,
            .timestamp("referencePeriodEnd", \.referencePeriod.end).required,
            .scalar("netMass", \.production.produced.netMass, as: .number).required,
        ])

    static let attestation: RecordMap<Verification> = [
        .text("attestationStandard", \.standard),
        .text("providerName", \.provider),
        .text("accreditationBodyName", \.accreditationBody),
        .text("attestationOfConformanceId", \.statement),
        .timestamp("completedAt", \.completed),
    ]

    private static let carbonPrice: RecordMap<CarbonPriceDue> = [
        .scalar("typeOfInstrument", \.instrument, as: CatenaXWords.instruments),
        independentPerson,
        .text("descriptionAndIndicationOfLegalAct", \.legalAct),
        .scalar("amountOfCarbonPricePaid", \.amount, as: .number),
        .text("currency", \.currency),
        country("countryCode", \.country),
    ]

    /// A list of one in 0.1.0.
    private static let independentPerson: Field<CarbonPriceDue> = {
        let name: NodeName = "independentPersonId"
        let map: RecordMap<CarbonPriceDue> = [
            .text("key", \.independentPersonRegister), .text("value", \.independentPerson),
        ]
        let group: Field<CarbonPriceDue> = .group(name, map)
        return Field(
            descriptions: group.descriptions,
            read: { parent, scope, record, log in
                guard let node = log.child(name, ["independendPersonId"], of: parent, scope) else { return }
                let isList = log.tree.kind(of: node) == .list
                guard let item = isList ? log.tree.firstChild(of: node) : node else { return }
                if isList { log.claim(item) }
                guard log.isRecord(item, name, nil, in: scope) else { return }
                map.read(item, in: scope, to: &record, log: &log)
            }, write: group.write, fill: group.fill)
    }()

    static var operatorRows: [FieldDescription] {
        installationOperator.descriptions.map {
            $0.nested(
                in: "operatorIdentification", FieldPath(\ProductFootprint.production.installationOperator),
                of: "InstallationOperator")
        }
    }

    static var installationRows: [FieldDescription] {
        installation.descriptions.map {
            $0.nested(
                in: "installationIdentification", FieldPath(\ProductFootprint.production.installation),
                of: "Installation")
        }
    }

    private static func country<Record>(
        _ name: NodeName, _ key: Field<Record>.Key<String?>, aliases: [NodeName] = []
    ) -> Field<Record> {
        .scalar(name, key, as: CatenaXWords.country, aliases: aliases)
    }
}

extension Field<ProductFootprint> {
    /// One attestation, in a list in the model and by itself in the documentation. Further ones are kept.
    static let attestation: Field = {
        let name: NodeName = "attestationOfConformance"
        let key = \ProductFootprint.verification
        let map = CatenaXFields.attestation
        return Field(
            descriptions: {
                map.descriptions.map { $0.nested(in: "\(name)[]", FieldPath(key), of: "Verification") }
            },
            read: { parent, scope, record, log in
                guard let node = log.child(name, of: parent) else { return }
                let isList = log.tree.kind(of: node) == .list
                guard let item = isList ? log.tree.firstChild(of: node) : node else { return }
                if isList { log.claim(item) }
                guard log.isRecord(item, name, key, in: scope) else { return }
                map.read(item, in: log.enter(key, of: scope, at: item), to: &record.verification, log: &log)
            },
            write: { record, parent, log in
                guard !record.verification.isEmpty else { return }
                let list = log.tree.append(.list, named: name.description, under: parent)
                let item = log.tree.append(.record, under: list)
                log.within(key) { map.write(record.verification, under: item, to: &$0) }
            })
    }()
}
