import FoundationEssentials

/// The figures of a document's files, as a worker hands them over.
struct FiguresDocument: Decodable {
    var files: [File]

    struct File: Decodable {
        var path: String
        var products: [Product]
        var productCount: Int
        var declarations: [Declaration]
        var declarationCount: Int
    }

    struct Product: Decodable {
        var name: String?
        var origin: String?
        var figure: String
        var amount: String
        var emissionsUnit: String
        var quantity: String
        var unit: String
    }

    struct Declaration: Decodable {
        var name: String?
        var indicator: String
        var method: String?
        var unit: String
        var per: String?
        var amounts: [Amount]
    }

    struct Amount: Decodable {
        var module: String
        var scenario: String?
        var amount: String
    }

    init(_ bytes: [UInt8]) throws { self = try JSONDecoder().decode(Self.self, from: Data(bytes)) }
}

extension FiguresDocument.File {
    private static let mostCharts = 3

    /// `none` where there is nothing to draw.
    func value(_ texts: Texts, anchor: String) -> PageValue {
        let stages = declarations.lazy.compactMap { StageChart($0) }.prefix(Self.mostCharts)
            .map { $0.value(texts) }
        let origins = OriginChart.charts(products).prefix(Self.mostCharts).map { $0.value(texts) }
        guard !stages.isEmpty || !origins.isEmpty else { return .none }
        var notes: [PageValue] = []
        if !stages.isEmpty, declarationCount > stages.count {
            notes.append(.text(texts.counted(declarationCount - stages.count, "chart.moreDeclarations")))
        }
        if !origins.isEmpty, productCount > products.count {
            notes.append(
                .text(
                    texts(
                        "chart.moreProducts",
                        ["shown": texts.grouped(products.count), "all": texts.grouped(productCount)])))
        }
        return ["stages": .list(Array(stages)), "origins": .list(Array(origins)), "notes": .list(notes)]
    }
}
