import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// Product classifications: URNs in PACT 3, and a bare CPC code besides them in PACT 2.
extension PACTFields {
    /// `urn:pact:productclassification:un-cpc:1234`, `urn:cpc:1234` and the like; any other URN is kept as it is.
    static let classification = Spelling<Classification>(
        "a URN, such as urn:pact:productclassification:un-cpc:41211",
        parse: { text in
            guard text.lowercased().hasPrefix("urn:") else { return nil }
            for (prefix, system) in prefixes where text.hasPrefix(prefix) && text.utf8.count > prefix.utf8.count {
                var read = Classification(system, String(text.dropFirst(prefix.count)))
                if urn(read) != text { read.urn = text }
                return read
            }
            var read = Classification()
            (read.system, read.urn) = (.other, text)
            return read
        }, print: { $0.urn ?? urn($0) })

    private static let prefixes: [(String, ClassificationSystem)] = [
        ("urn:pact:productclassification:un-cpc:", .centralProductClassification),
        ("urn:pact:productclassification:wco-hs:", .harmonizedSystem),
        ("urn:pact:productclassification:eu-cn:", .combinedNomenclature),
        ("urn:pact:productclassification:unspsc:", .unspsc),
        ("urn:pact:productclassification:eclass:", .eclass),
        ("urn:cpc:", .centralProductClassification), ("urn:unspsc:", .unspsc), ("urn:eclass:", .eclass),
    ]

    private static func urn(_ classification: Classification) -> String? {
        guard let code = classification.code else { return nil }
        return prefixes.first { $0.1 == classification.system }.map { $0.0 + code }
    }

    private static let list: Field<ProductFootprint>.Key<[Classification]> = \.product.classifications

    /// PACT 2: the first CPC code stands alone.
    static let categoryCPC = Field<ProductFootprint>(
        descriptions: {
            [FieldDescription(name: "productCategoryCpc", path: "product.classifications", spelling: "a CPC code")]
        },
        read: { parent, scope, record, log in
            guard let node = log.child("productCategoryCpc", of: parent),
                let code = log.value(of: node, "productCategoryCpc", as: .text, list, in: scope)
            else { return }
            let scope = log.enter(list, of: scope, at: node)
            log.note(nil, in: log.enter(index: record.product.classifications.count, of: scope, at: node), from: node)
            record.product.classifications.append(Classification(.centralProductClassification, code))
        },
        write: { record, parent, log in
            guard let index = record.product.categoryIndex, let code = record.product.classifications[index].code
            else { return }
            log.tree.append(.text, named: "productCategoryCpc", text: code, under: parent)
        },
        fill: { record, defaults, path, supplied in
            guard record.product.classifications.isEmpty, !defaults.product.classifications.isEmpty else { return }
            record.product.classifications = defaults.product.classifications
            supplied.append(path.appending(FieldPath(list)))
        })

    /// PACT 2.3: all the others.
    static let otherClassifications = Field<ProductFootprint>(
        descriptions: {
            [
                FieldDescription(
                    name: "productClassifications", path: "product.classifications",
                    spelling: "a list; each " + classification.expected)
            ]
        },
        read: { parent, scope, record, log in
            Field<ProductFootprint>.list("productClassifications", list, as: classification)
                .read(parent, scope, &record, &log)
        },
        write: { record, parent, log in
            var others = record
            if let index = record.product.categoryIndex { others.product.classifications.remove(at: index) }
            Field<ProductFootprint>.list("productClassifications", list, as: classification)
                .write(others, parent, &log)
        })
}

extension Product {
    /// Which classification PACT 2 writes as `productCategoryCpc`.
    var categoryIndex: Int? {
        classifications.firstIndex { $0.system == .centralProductClassification && $0.code != nil }
    }
}
