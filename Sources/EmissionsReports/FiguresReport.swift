public import EmissionsExchange
import EmissionsModel

/// The figures of some files, as JSON for whoever draws them. Amounts are texts, digit by digit as they were stated.
public struct FiguresReport: Sendable {
    private var files: [JSONValue] = []

    public init() {}

    public mutating func add(_ figures: Figures, path: String) {
        files.append([
            "path": .text(path),
            "products": .list(figures.products.map(\.json)), "productCount": .number(figures.productCount),
            "declarations": .list(figures.declarations.map(\.json)),
            "declarationCount": .number(figures.declarationCount),
        ])
    }

    public var bytes: [UInt8] { JSONValue.object([.init("files", .list(files))]).document }
}

extension Figures.Product {
    fileprivate var json: JSONValue {
        [
            "name": JSONValue(name), "origin": JSONValue(origin), "figure": .text(figure.name),
            "amount": .text(figure.amount.description), "emissionsUnit": .text(figure.unit),
            "quantity": .text(quantity.description), "unit": .text(unit),
        ]
    }
}

extension Figures.Declaration {
    fileprivate var json: JSONValue {
        [
            "name": JSONValue(name), "indicator": .text(indicator), "method": JSONValue(method), "unit": .text(unit),
            "per": JSONValue(per),
            "amounts": .list(
                amounts.map {
                    [
                        "module": .text($0.module), "scenario": JSONValue($0.scenario),
                        "amount": .text($0.amount.description),
                    ]
                }),
        ]
    }
}
