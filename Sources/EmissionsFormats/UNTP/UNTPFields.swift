import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// The fields of UNTP 0.6.0, in the order of its types.
enum UNTPFields {
    /// A product passport; what was read of its issuer counts where the product has no producer, or the same.
    static let passport: RecordMap<ProductFootprint> = RecordMap(
        envelope + [
            .group(
                "credentialSubject",
                [.group("product", product), .group("emissionsScorecard", UNTPScorecardFields.scorecard)]),
            UNTPPartyFields.issuerRead,
        ])

    /// One in which the subject is the product itself, up to 0.3. It is not written.
    static let oldPassport: RecordMap<ProductFootprint> = RecordMap(
        envelope + [
            .group(
                "credentialSubject",
                RecordMap(product.fields + [.group("emissionsScorecard", UNTPScorecardFields.scorecard)])),
            UNTPPartyFields.issuerRead,
        ])

    /// What every credential says of itself.
    static let credential = RecordMap(envelope)

    private static let envelope: [Field<ProductFootprint>] = [
        words("@context", UNTPWords.context),
        words("type", UNTPWords.type),
        .text("id", \.identity.identifier).required,
        UNTPPartyFields.issuer.required,
        .dateTime("validFrom", \.validity.start),
        .dateTime("validUntil", \.validity.end),
    ]

    private static let product: RecordMap<ProductFootprint> = [
        .leadingText("id", \.product.identifiers).required,
        .text("name", \.product.name).required,
        .text("description", \.product.description),
        UNTPPartyFields.categories,
        .group(
            "producedByParty", [.leadingText("id", \.company.identifiers), .text("name", \.company.name)]),
        .group(
            "producedAtFacility",
            [
                .text("id", \.production.installation.identifier),
                .text("name", \.production.installation.name),
            ]),
        UNTPPartyFields.country,
    ]

    /// A list that the format has always the same; another one is kept, and written again.
    private static func words(_ name: NodeName, _ words: [String]) -> Field<ProductFootprint> {
        Field(
            descriptions: {
                [
                    FieldDescription(
                        name: name.description, path: nil,
                        spelling: "always " + words.map { "`\($0)`" }.joined(separator: ", "))
                ]
            },
            read: { parent, _, _, log in
                guard let node = log.tree.children(of: parent).first(where: { log.tree.isNamed(name, $0) }),
                    log.tree.kind(of: node) == .list,
                    log.tree.children(of: node).map({ log.tree.text(of: $0) }) == words,
                    let list = log.child(name, of: parent)
                else { return }
                log.claimAll(list)
            },
            write: { record, parent, log in
                if let content = record.untp("/\(name)"), !UNTPWords.isOfAnotherVersion(content) {
                    log.tree.append(content, named: name.description, under: parent)
                } else {
                    log.tree.append(
                        .list(words.map { .text($0) }), named: name.description, under: parent)
                }
            })
    }
}

extension Field<ProductFootprint> {
    /// The first text of a list, for formats that have room for one.
    static func leadingText(_ name: NodeName, _ key: Key<[String]>) -> Field {
        Field(
            descriptions: {
                [
                    FieldDescription(
                        name: name.description, path: FieldPath(key).description, spelling: "text", shape: .text)
                ]
            },
            read: { parent, scope, record, log in
                guard let node = log.child(name, of: parent),
                    let text = log.value(of: node, name, as: Spelling<String>.text, key, in: scope)
                else { return }
                record[keyPath: key] = [text]
                let list = log.enter(key, of: scope, at: node)
                log.note(nil, in: log.enter(index: 0, of: list, at: node), from: node)
            },
            write: { record, parent, log in
                guard let text = record[keyPath: key].first else { return }
                log.tree.append(.text, named: name.description, text: text, under: parent)
            })
    }
}
