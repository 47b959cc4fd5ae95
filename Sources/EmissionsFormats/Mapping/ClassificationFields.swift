import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

extension Spelling<Classification> {
    /// `urn:pact:productclassification:un-cpc:1234`, `urn:cpc:1234` and the like; any other URN is kept as it is.
    static let urn = Spelling(
        "a URN, such as urn:pact:productclassification:un-cpc:41211",
        parse: { text in
            guard text.lowercased().hasPrefix("urn:") else { return nil }
            for (prefix, system) in prefixes where text.hasPrefix(prefix) && text.utf8.count > prefix.utf8.count {
                var read = Classification(system, String(text.dropFirst(prefix.count)))
                if name(of: read) != text { read.urn = text }
                return read
            }
            var read = Classification()
            (read.system, read.urn) = (.other, text)
            return read
        }, print: { $0.urn ?? name(of: $0) })

    private static let prefixes: [(String, ClassificationSystem)] = [
        ("urn:pact:productclassification:un-cpc:", .centralProductClassification),
        ("urn:pact:productclassification:wco-hs:", .harmonizedSystem),
        ("urn:pact:productclassification:eu-cn:", .combinedNomenclature),
        ("urn:pact:productclassification:unspsc:", .unspsc),
        ("urn:pact:productclassification:eclass:", .eclass),
        ("urn:cpc:", .centralProductClassification), ("urn:unspsc:", .unspsc), ("urn:eclass:", .eclass),
    ]

    private static func name(of classification: Classification) -> String? {
        guard let code = classification.code else { return nil }
        return prefixes.first { $0.1 == classification.system }.map { $0.0 + code }
    }
}

/// Product classifications: a list of URNs, and in older formats a bare CPC code besides.
extension Field<ProductFootprint> {
    /// The first CPC code stands alone.
    static func categoryCPC(_ name: NodeName) -> Field {
        let list: Key<[Classification]> = \.product.classifications
        return Field(
            descriptions: {
                [FieldDescription(name: name.description, path: "product.classifications", spelling: "a CPC code")]
            },
            read: { parent, scope, record, log in
                guard let node = log.child(name, of: parent),
                    let code = log.value(of: node, name, as: .text, list, in: scope)
                else { return }
                let scope = log.enter(list, of: scope, at: node)
                let place = log.enter(index: record.product.classifications.count, of: scope, at: node)
                log.note(nil, in: place, from: node)
                record.product.classifications.append(Classification(.centralProductClassification, code))
            },
            write: { record, parent, log in
                guard let index = record.product.categoryIndex, let code = record.product.classifications[index].code
                else { return }
                log.tree.append(.text, named: name.description, text: code, under: parent)
            },
            fill: { record, defaults, path, supplied in
                guard record.product.classifications.isEmpty, !defaults.product.classifications.isEmpty else { return }
                record.product.classifications = defaults.product.classifications
                supplied.append(path.appending(FieldPath(list)))
            })
    }

    /// All the others.
    static func otherClassifications(_ name: NodeName) -> Field {
        let all = Field.list(name, \.product.classifications, as: .urn)
        return Field(
            descriptions: all.descriptions, read: all.read,
            write: { record, parent, log in
                var others = record
                if let index = record.product.categoryIndex { others.product.classifications.remove(at: index) }
                all.write(others, parent, &log)
            })
    }
}

extension Product {
    /// Which classification is written as a bare code.
    var categoryIndex: Int? {
        classifications.firstIndex { $0.system == .centralProductClassification && $0.code != nil }
    }
}
