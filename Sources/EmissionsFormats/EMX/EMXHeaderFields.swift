import EmissionsModel
import EmissionsSyntax

/// The members of our own JSON are called as the properties of the model are, and stand in the same order. They are
/// spelled out all the same: a property may be renamed in a day, a file that was written stays.
enum EMXFields {
    static let format = "emx"
}

// MARK: The filing

extension EMXFields {
    static let header: RecordMap<SubmissionHeader> = [
        .text("identifier", \.identifier),
        .text("draftIdentifier", \.draftIdentifier),
        .text("version", \.version),
        .timestamp("submitted", \.submitted),
        .record("reportingPeriod", \.reportingPeriod, reportingPeriod),
        .record("declarant", \.declarant, declarant),
        .record("representative", \.representative, party),
        .record("importer", \.importer, party),
        .text("authorityReference", \.authorityReference),
        .record("confirmation", \.confirmation, confirmation),
        .text("remarks", \.remarks),
        .record("reported", \.reported, reportedTotals),
        .carried("carried", \.carried, except: format),
    ]

    static let reportingPeriod: RecordMap<ReportingPeriod> = [
        .text("year", \.year),
        .scalar("quarter", \.quarter, as: .word),
    ]

    static let confirmation: RecordMap<Confirmation> = [
        .scalar("dataIsComplete", \.dataIsComplete, as: .bool),
        .scalar("dataMayBeUsed", \.dataMayBeUsed, as: .bool),
        .scalar("otherMethodologyApplied", \.otherMethodologyApplied, as: .bool),
        .timestamp("date", \.date),
        .text("place", \.place),
        .text("signature", \.signature),
        .text("position", \.position),
    ]

    static let reportedTotals: RecordMap<ReportedTotals> = [
        .decimal("goodsCount", \.goodsCount),
        .decimal("perUnit", \.perUnit),
        .decimal("overall", \.overall),
        .decimal("direct", \.direct),
        .decimal("indirect", \.indirect),
        .scalar("unit", \.unit, as: .word),
    ]
}

// MARK: Parties

extension EMXFields {
    static let declarant: RecordMap<Declarant> = [
        .text("identifier", \.identifier),
        .text("name", \.name),
        .scalar("role", \.role, as: .word),
        .record("address", \.address, address),
    ]

    static let party: RecordMap<Party> = [
        .text("identifier", \.identifier),
        .text("name", \.name),
        .record("address", \.address, address),
    ]

    static let address: RecordMap<Address> = [
        .text("country", \.country),
        .text("subdivision", \.subdivision),
        .text("city", \.city),
        .text("street", \.street),
        .text("streetAdditional", \.streetAdditional),
        .text("number", \.number),
        .text("postcode", \.postcode),
        .text("poBox", \.poBox),
    ]

    static let contact: RecordMap<Contact> = [
        .text("name", \.name),
        .text("phone", \.phone),
        .text("email", \.email),
    ]
}
