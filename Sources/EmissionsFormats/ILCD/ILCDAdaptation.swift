import EmissionsDiagnostics
import EmissionsModel

/// What ILCD's conventions make of a part before it can be written: one declaration per data set, official identifiers,
/// inventory before impacts.
enum ILCDAdaptation {
    static func adapt(_ part: SubmissionPart, to version: ILCDVersion) -> Adaptation {
        .ofFootprints(part) { draft, _ in
            draft.takeFootprint()
            draft.settleVersion(version)
            draft.settleIdentifier()
            draft.settleReferences()
            draft.settleReferenceFlow()
            draft.settleIndicators()
            draft.settleOrder()
        }
    }
}

extension FootprintDraft {
    fileprivate mutating func settleVersion(_ version: ILCDVersion) {
        let key = \ProductFootprint.identity.specificationVersion
        let before = footprint[keyPath: key]
        footprint[keyPath: key] = version > .v11 ? version.rawValue : nil
        guard before != footprint[keyPath: key] else { return }
        if let before {
            restate(key, before, version.rawValue, "the version that is written")
        } else {
            derive(FieldPath(key))
        }
    }

    /// Data sets are told by UUIDs. One is made from another identifier, always the same from the same.
    fileprivate mutating func settleIdentifier() {
        let key = \ProductFootprint.identity.identifier
        let before = footprint[keyPath: key]
        if let before, UUIDText.isValid(before) { return }
        let name = before ?? footprint.product.name
        guard let name else { return }
        let made = UUIDText.derived(from: "process " + name)
        footprint[keyPath: key] = made
        if let before {
            findings.append(
                Diagnostic(
                    "ILCD-010", .note, .madeIdentifier(before, made), help: .madeIdentifier,
                    path: source.appending(FieldPath(key))))
        } else {
            derive(FieldPath(key))
        }
    }

    /// The product as a flow of the data set, so that there is something for the results to be stated for.
    fileprivate mutating func settleReferenceFlow() {
        let flow = \ProductFootprint.declaration.referenceFlow
        let amount = footprint.declaredUnit.amount, isNamed = !footprint[keyPath: flow].flow.isEmpty
        guard footprint[keyPath: flow].number == nil, amount != nil || isNamed else { return }
        let place = source.appending(FieldPath(flow))
        derived +=
            footprint[keyPath: flow].isEmpty ? [place] : ["number", "propertyAmount"].map { place.appending($0) }
        footprint[keyPath: flow].number = freeNumber()
        if footprint[keyPath: flow].amount == nil, footprint[keyPath: flow].propertyAmount == nil, let amount {
            footprint[keyPath: flow].amount = amount
            if isNamed { derived.append(place.appending("amount")) }
        }
        guard !isNamed else { return }
        let name = footprint.product.name ?? footprint.identity.identifier ?? ""
        footprint[keyPath: flow].flow.identifier = UUIDText.derived(from: "flow " + name)
        if let name = footprint.product.name {
            footprint[keyPath: flow].flow.names = [LocalizedText(name, language: footprint.declaration.language)]
        }
    }

    /// What is known by name alone gets the identifier of a data set with that name, unless the source is of ILCD itself
    /// and left it out.
    fileprivate mutating func settleReferences() {
        guard footprint.declaration.referenceFlow.isEmpty else { return }
        let contacts: [any WritableKeyPath<ProductFootprint, Reference> & Sendable] = [
            \.declaration.parties.owner, \.declaration.parties.programOperator, \.declaration.parties.dataEntry,
        ]
        for key in contacts { settle(key, "contact", FieldPath(key)) }
        let lists: [(WritableKeyPath<ProductFootprint, [Reference]>, String)] = [
            (\.declaration.parties.publishers, "contact"), (\.declaration.parties.commissioners, "contact"),
            (\.declaration.parties.developers, "contact"), (\.declaration.productCategoryRules, "source"),
            (\.declaration.dataSources, "source"), (\.declaration.originals, "source"),
            (\.declaration.documents, "source"),
        ]
        for (key, kind) in lists {
            for index in footprint[keyPath: key].indices {
                settle(key.appending(path: \.[index]), kind, FieldPath(key).appending(.index(index)))
            }
        }
        for index in footprint.declaration.compliance.indices {
            settle(
                \.declaration.compliance[index].system, "source",
                FieldPath(\ProductFootprint.declaration.compliance).appending(.index(index)).appending("system"))
        }
        for index in footprint.declaration.reviews.indices {
            for place in footprint.declaration.reviews[index].reviewers.indices {
                settle(
                    \.declaration.reviews[index].reviewers[place], "contact",
                    FieldPath(\ProductFootprint.declaration.reviews).appending(.index(index)).appending("reviewers")
                        .appending(.index(place)))
            }
        }
    }

    private mutating func settle(
        _ key: WritableKeyPath<ProductFootprint, Reference>, _ kind: String, _ path: FieldPath
    ) {
        guard footprint[keyPath: key].identifier == nil, let name = footprint[keyPath: key].names.first?.text else {
            return
        }
        footprint[keyPath: key].identifier = UUIDText.derived(from: "\(kind) \(name)")
        derive(path.appending("identifier"))
    }

    private func freeNumber() -> String {
        let used = Set(
            footprint.results.compactMap(\.exchange.number) + [footprint.declaration.referenceFlow.number ?? ""])
        var number = 0
        while used.contains(String(number)) { number += 1 }
        return String(number)
    }

    /// Indicators and units by the data sets that stand for them.
    fileprivate mutating func settleIndicators() {
        let list = source.appending(FieldPath(\ProductFootprint.results))
        for index in footprint.results.indices {
            let place = list.appending(.index(index))
            let result = footprint.results[index]
            let entry = result.indicator.flatMap { ILCDIndicators.entry(for: $0, result.method) }
            if result.definition.isEmpty {
                footprint.results[index].definition.kind = result.isImpact ? .impactMethod : .flow
                footprint.results[index].definition.identifier = entry?.identifier
                if let name = entry?.english ?? result.nameInWords {
                    footprint.results[index].definition.names = [LocalizedText(name, language: "en")]
                }
                derived.append(place.appending("definition"))
            }
            if result.unitDefinition.isEmpty, let unit = result.unit {
                if let entry, ILCDUnits.indicators[entry.unitGroup] == unit {
                    footprint.results[index].unitDefinition.identifier = entry.unitGroup
                }
                footprint.results[index].unitDefinition.names = [LocalizedText(unit.rawValue, language: "en")]
                derived.append(place.appending("unitDefinition"))
            }
            if !footprint.results[index].isImpact, result.exchange.number == nil {
                footprint.results[index].exchange.number = freeNumber()
                derived.append(place.appending("exchange").appending("number"))
            }
        }
    }

    /// `exchanges` stand before `LCIAResults`.
    fileprivate mutating func settleOrder() {
        let order =
            footprint.results.indices.filter { !footprint.results[$0].isImpact }
            + footprint.results.indices.filter { footprint.results[$0].isImpact }
        reorder(\.results, order)
    }
}

extension IndicatorResult {
    /// What is measured, where the official list has no name for it.
    fileprivate var nameInWords: String? {
        indicator.map { indicator in
            indicator.rawValue + (method.map { " (\($0.rawValue))" } ?? "")
        }
    }
}

extension UUIDText {
    /// A UUID that is always the same for the same text (RFC 9562, version 8).
    static func derived(from text: String) -> String {
        var digits = Array(SHA256.hex(Array(text.utf8)).utf8.prefix(32))
        digits[12] = UInt8(ascii: "8")
        // The two highest bits of the next group are 10.
        digits[16] = Array("89ab".utf8)[Int(digits[16]) % 4]
        var uuid: [UInt8] = []
        for (index, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { uuid.append(UInt8(ascii: "-")) }
            uuid.append(digit)
        }
        return String(decoding: uuid, as: UTF8.self)
    }
}

extension Diagnostic.Message {
    fileprivate static func madeIdentifier(_ before: String, _ made: String) -> Self {
        "'\(before.prefix(60))' is no UUID, so the data set got '\(made)', which is made from it"
    }
}

extension String {
    fileprivate static let madeIdentifier =
        "ILCD knows data sets by UUIDs only. Keep the identifier beside the data set if you need it."
}
