import EmissionsModel
import EmissionsSyntax

// MARK: Where and how a product was made

extension EMXFields {
    static let production: RecordMap<Production> = [
        .text("country", \.country),
        .record("installationOperator", \.installationOperator, installationOperator),
        .record("installation", \.installation, installation),
        .record("produced", \.produced, measure),
        .record("reported", \.reported, reportedTotals),
        .list("routes", \.routes, of: productionRoute),
        .list("precursors", \.precursors, of: precursor),
        .list("carbonPrices", \.carbonPrices, of: carbonPriceDue),
        .list("documents", \.documents, of: supportingDocument),
        .list("remarks", \.remarks, of: remark, areValues: true),
    ]

    static let installationOperator: RecordMap<InstallationOperator> = [
        .text("identifier", \.identifier),
        .text("name", \.name),
        .record("address", \.address, address),
        .list("contacts", \.contacts, of: contact, areValues: true),
    ]

    static let installation: RecordMap<Installation> = [
        .text("identifier", \.identifier),
        .text("name", \.name),
        .text("economicActivity", \.economicActivity),
        .record("address", \.address, address),
        .text("plot", \.plot),
        .text("unLocode", \.unLocode),
        .text("latitude", \.latitude),
        .text("longitude", \.longitude),
        .scalar("coordinateSystem", \.coordinateSystem, as: .word),
    ]

    static let remark: RecordMap<Remark> = [
        .text("sequenceNumber", \.sequenceNumber),
        .text("text", \.text),
    ]
}

// MARK: Routes and precursors

extension EMXFields {
    static let productionRoute: RecordMap<ProductionRoute> = [
        .text("sequenceNumber", \.sequenceNumber),
        .text("method", \.method),
        .text("methodName", \.methodName),
        .text("steelMill", \.steelMill),
        .text("additionalInformation", \.additionalInformation),
        .list("directParameters", \.directParameters, of: qualifyingParameter),
        .list("indirectParameters", \.indirectParameters, of: qualifyingParameter),
    ]

    static let qualifyingParameter: RecordMap<QualifyingParameter> = [
        .text("sequenceNumber", \.sequenceNumber),
        .scalar("determination", \.determination, as: .word),
        .text("identifier", \.identifier),
        .text("name", \.name),
        .text("description", \.description),
        .text("valueType", \.valueType),
        .text("value", \.value),
        .text("additionalInformation", \.additionalInformation),
    ]

    static let precursor: RecordMap<Precursor> = [
        .text("name", \.name),
        .list("classifications", \.classifications, of: classification, areValues: true),
        .text("originCountry", \.originCountry),
        .decimal("amount", \.amount),
        .scalar("unit", \.unit, as: .word),
        .measured("directEmissions", \.directEmissions),
        .measured("indirectEmissions", \.indirectEmissions),
        .scalar("determination", \.determination, as: .word),
    ]
}

// MARK: Carbon prices

extension EMXFields {
    static let carbonPriceDue: RecordMap<CarbonPriceDue> = [
        .text("sequenceNumber", \.sequenceNumber),
        .scalar("instrument", \.instrument, as: .word),
        .text("legalAct", \.legalAct),
        .decimal("amount", \.amount),
        .text("currency", \.currency),
        .text("exchangeRate", \.exchangeRate),
        .decimal("amountInEuro", \.amountInEuro),
        .text("country", \.country),
        .text("independentPerson", \.independentPerson),
        .text("independentPersonRegister", \.independentPersonRegister),
        .list("products", \.products, of: coveredProduct),
    ]

    static let coveredProduct: RecordMap<CoveredProduct> = [
        .text("sequenceNumber", \.sequenceNumber),
        .scalar("type", \.type, as: .word),
        .text("cn", \.cn),
        .decimal("quantity", \.quantity),
        .decimal("freeAllocation", \.freeAllocation),
        .text("supplementaryInformation", \.supplementaryInformation),
        .text("additionalInformation", \.additionalInformation),
        .record("measure", \.measure, measure),
    ]
}
