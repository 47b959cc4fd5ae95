import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// The fields of an EPD in LCAx 3, in the order of its class.
enum LCAxFields {
    static let declaration: RecordMap<ProductFootprint> = [
        .text("id", \.identity.identifier).required,
        .text("name", \.product.name).required,
        declaredUnit,
        .text("version", \.declaration.dataSetVersion).required,
        .scalar("publishedDate", \.declaration.validity.published, as: LCAxWords.day).required,
        .scalar("validUntil", \.declaration.validity.expires, as: LCAxWords.day).required,
        .text("formatVersion", \.identity.specificationVersion).written(false, "up to 2; not in 3"),
        .first("source", \.declaration.originals, source),
        .scalar("referenceServiceLife", \.declaration.referenceServiceLife, as: LCAxWords.wholeNumber),
        comment,
        location,
        .scalar("subtype", \.declaration.kind, as: LCAxWords.subtype).required,
        .list("conversions", \.declaration.materialProperties, of: conversion, areValues: true),
    ]

    private static let source: RecordMap<Reference> = [
        .firstName,
        .text("url", \.address),
    ]

    private static let conversion: RecordMap<MaterialProperty> = [
        .scalar("value", \.value, as: .number),
        .scalar("to", \.unit, as: LCAxWords.conversionUnit),
    ]

    /// `unknown` is no value: it is written where there is none.
    private static let declaredUnit = Field<ProductFootprint>(
        descriptions: {
            [
                FieldDescription(
                    name: "declaredUnit", path: "declaredUnit.unit",
                    spelling: "`m`, `m2`, `m3`, `kg`, `tones`, `pcs`, …"),
                FieldDescription(
                    name: "declaredUnit", path: "declaredUnit.otherUnit", spelling: "`m2r1`, `km`, `kgm3`"),
            ].map { row in
                var row = row
                row.isRequired = true
                return row
            }
        },
        read: { parent, scope, record, log in
            guard let node = log.known("declaredUnit", in: parent),
                let text = log.value(
                    of: node, "declaredUnit", as: .text, \ProductFootprint.declaredUnit.unit, in: scope)
            else { return }
            if let unit = LCAxWords.unit(text) {
                record.declaredUnit.unit = unit
                log.note(\ProductFootprint.declaredUnit.unit, in: scope, from: node)
            } else {
                record.declaredUnit.otherUnit = text
                log.note(\ProductFootprint.declaredUnit.otherUnit, in: scope, from: node)
            }
        },
        write: { record, parent, log in
            let unit = record.declaredUnit
            let word = LCAxWords.word(unit)
            if word == nil, let text = unit.unit?.rawValue ?? unit.otherUnit {
                log.unspeakable(
                    "declaredUnit", FieldPath(\ProductFootprint.declaredUnit.unit), text, expected: "a unit of LCAx",
                    under: parent)
            }
            log.tree.append(.text, named: "declaredUnit", text: word ?? LCAxWords.unknown, under: parent)
        })

    private static let location = Field<ProductFootprint>(
        descriptions: {
            [
                FieldDescription(
                    name: "location", path: "declaration.scope.locations", spelling: "a country, as in `deu`")
            ].map { row in
                var row = row
                row.isRequired = true
                return row
            }
        },
        read: { parent, scope, record, log in
            let key = \ProductFootprint.declaration.scope.locations
            guard let node = log.known("location", in: parent),
                let country = log.value(of: node, "location", as: Self.country, key, in: scope)
            else { return }
            record.declaration.scope.locations = [country]
            let list = log.enter(key, of: scope, at: node)
            log.note(nil, in: log.enter(index: 0, of: list, at: node), from: node)
        },
        write: { record, parent, log in
            let locations = record.declaration.scope.locations
            let word = locations.first.flatMap(Self.country.print)
            if word == nil, let text = locations.first {
                log.unspeakable(
                    "location", FieldPath(\ProductFootprint.declaration.scope.locations).appending(.index(0)), text,
                    expected: Self.country.expected, under: parent)
            }
            log.tree.append(.text, named: "location", text: word ?? LCAxWords.unknown, under: parent)
        })

    private static let country = Spelling<String>(
        "a country in three small letters (ISO 3166-1), such as deu", parse: { CountryCodes.twoLetters($0) },
        print: { CountryCodes.threeLetters($0) })

    /// In no particular language; of several the first is written.
    private static let comment = Field<ProductFootprint>(
        descriptions: {
            [
                FieldDescription(
                    name: "comment", path: "declaration.scope.comments.text", spelling: "text", shape: .text)
            ]
        },
        read: { parent, scope, record, log in
            let key = \ProductFootprint.declaration.scope.comments
            guard let node = log.child("comment", of: parent),
                let text = log.value(of: node, "comment", as: .text, key, in: scope)
            else { return }
            record.declaration.scope.comments = [LocalizedText(text)]
            let list = log.enter(key, of: scope, at: node)
            log.note(\LocalizedText.text, in: log.enter(index: 0, of: list, at: node), from: node)
        },
        write: { record, parent, log in
            guard let text = record.declaration.scope.comments.first?.text else { return }
            log.tree.append(.text, named: "comment", text: text, under: parent)
        })
}

extension ReadLog {
    /// The child called `name`, unless it is the format's way of saying nothing.
    mutating func known(_ name: NodeName, in parent: NodeID) -> NodeID? {
        guard let node = child(name, of: parent), tree.text(of: node) != LCAxWords.unknown else { return nil }
        return node
    }
}
