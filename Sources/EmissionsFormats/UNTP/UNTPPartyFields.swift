import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// Who issued a passport, where the product was made, and what kind of product it is.
enum UNTPPartyFields {
    /// The issuer. Where another issued it than made the product, it is kept as it is.
    static let issuer = Field<ProductFootprint>(
        descriptions: {
            ["id", "name"].map {
                FieldDescription(
                    name: "issuer.\($0)", path: $0 == "id" ? "company.identifiers" : "company.name", spelling: "text",
                    remark: "where it is the producer, or the producer is not said")
            }
        },
        read: { _, _, _, _ in },
        write: { record, parent, log in
            if let content = record.untp("/issuer") {
                log.tree.append(content, named: "issuer", under: parent)
                return
            }
            let company = record.company
            guard company.name != nil || !company.identifiers.isEmpty else { return }
            let node = log.tree.append(.record, named: "issuer", under: parent)
            guard let identifier = company.identifiers.first, let name = company.name else {
                let isNameless = company.name == nil
                log.missing(
                    FieldDescription(
                        name: isNameless ? "name" : "id", path: isNameless ? "company.name" : "company.identifiers",
                        spelling: "text"), under: node)
                if let name = company.name { log.tree.append(.text, named: "name", text: name, under: node) }
                return
            }
            log.tree.append(.text, named: "id", text: identifier, under: node)
            log.tree.append(.text, named: "name", text: name, under: node)
        })

    /// Comes last, when the producer is known.
    static let issuerRead = Field<ProductFootprint>(
        descriptions: { [] },
        read: { parent, scope, record, log in
            func child(_ name: NodeName, of node: SourceTree.NodeID) -> SourceTree.NodeID? {
                log.tree.children(of: node).first { log.tree.isNamed(name, $0) && log.tree.kind(of: $0) == .text }
            }
            guard let node = log.tree.children(of: parent).first(where: { log.tree.isNamed("issuer", $0) }),
                let identifier = child("id", of: node), let name = child("name", of: node)
            else { return }
            let (identifierText, nameText) = (log.tree.text(of: identifier), log.tree.text(of: name))
            if record.company.name == nil, record.company.identifiers.isEmpty {
                (record.company.identifiers, record.company.name) = ([identifierText], nameText)
            }
            guard record.company.identifiers.first == identifierText, record.company.name == nameText,
                let claimed = log.child("issuer", of: parent), let idNode = log.child("id", of: claimed),
                let nameNode = log.child("name", of: claimed)
            else { return }
            let list = log.enter(\ProductFootprint.company.identifiers, of: scope, at: idNode)
            log.note(nil, in: log.enter(index: 0, of: list, at: idNode), from: idNode)
            log.note(\ProductFootprint.company.name, in: scope, from: nameNode)
        },
        write: { _, _, _ in })

    static let country = Field<ProductFootprint>(
        descriptions: {
            [
                FieldDescription(
                    name: "countryOfProduction", path: "geography.country", spelling: "text", shape: .text)
            ]
        },
        read: { parent, scope, record, log in
            guard let node = log.child("countryOfProduction", of: parent),
                let text = log.value(
                    of: node, "countryOfProduction", as: Spelling<String>.text, \ProductFootprint.geography, in: scope)
            else { return }
            record.geography = .country(text)
            log.note(\ProductFootprint.geography, in: scope, from: node)
        },
        write: { record, parent, log in
            guard case .country(let country)? = record.geography else { return }
            log.tree.append(.text, named: "countryOfProduction", text: country, under: parent)
        })

    private static let categoriesPath = "/credentialSubject/product/productCategory"

    /// Codes of the UN's product classification. The format asks for more than a code, so that they are written only for
    /// what it said itself.
    static let categories = Field<ProductFootprint>(
        descriptions: {
            [
                FieldDescription(
                    name: "productCategory[].code", path: "product.classifications", spelling: "a code of UN CPC",
                    isList: true, remark: "where all are of UN CPC; others are kept")
            ]
        },
        read: { parent, scope, record, log in
            guard let node = log.tree.children(of: parent).first(where: { log.tree.isNamed("productCategory", $0) }),
                log.tree.kind(of: node) == .list, log.tree.children(of: node).allSatisfy({ isCPC($0, log.tree) }),
                let claimed = log.child("productCategory", of: parent)
            else { return }
            let list = log.enter(\ProductFootprint.product.classifications, of: scope, at: claimed)
            for item in log.items(of: claimed) {
                guard let code = log.child("code", of: item) else { continue }
                let place = log.enter(index: record.product.classifications.count, of: list, at: item)
                record.product.classifications.append(
                    Classification(.centralProductClassification, log.tree.text(of: code)))
                log.note(\Classification.code, in: place, from: code)
            }
        },
        write: { record, parent, log in
            guard record.saysUNTP(below: "\(categoriesPath)/0") else { return }
            let list = log.tree.append(.list, named: "productCategory", under: parent)
            for (index, classification) in record.product.classifications.enumerated() {
                guard record.saysUNTP(below: "\(categoriesPath)/\(index)"), let code = classification.code else {
                    break
                }
                let item = log.tree.append(.record, under: list)
                log.tree.append(.text, named: "code", text: code, under: item)
            }
        })

    /// Whether an item has a code, and says that it is of UN CPC.
    private static func isCPC(_ item: SourceTree.NodeID, _ tree: SourceTree) -> Bool {
        var hasCode = false, hasScheme = false
        for child in tree.children(of: item) where tree.kind(of: child) == .text {
            let text = tree.text(of: child)
            switch tree.name(of: child) {
            case "code": hasCode = !text.isEmpty
            case "schemeID", "schemeName": hasScheme = hasScheme || text.lowercased().contains("cpc")
            default: break
            }
        }
        return hasCode && hasScheme
    }
}
