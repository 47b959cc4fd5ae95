import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// The spine of the results: `exchanges` with resource use and waste, `LCIAResults` with impacts, each with its
/// amounts by module.
extension ILCDFields {
    /// `exchange`; the reference flow is one of them.
    static let exchange: RecordMap<IndicatorResult> = [
        .text("@dataSetInternalID", \.exchange.number),
        .referenceElement("referenceToFlowDataSet", \.definition, .flow),
        .scalar("functionType", \.exchange.function, as: ILCDWords.function),
        .scalar("exchangeDirection", \.exchange.direction, as: ILCDWords.direction),
        .decimal("meanAmount", \.exchange.amount),
        .localizedElements("generalComment", \.comments),
        .element("common:other", amounts),
    ]

    static let impact: RecordMap<IndicatorResult> = [
        .referenceElement("referenceToLCIAMethodDataSet", \.definition, .impactMethod),
        .decimal("meanAmount", \.exchange.amount),
        .localizedElements("generalComment", \.comments),
        .element("common:other", amounts),
    ]

    private static let amounts: RecordMap<IndicatorResult> = [
        .elements(
            "epd:amount", \.amounts,
            [
                .attribute("epd", "module", \.modules, as: .ilcdModules),
                .attribute("epd", "scenario", \.scenario, as: .text),
                .moduleAmount,
            ]),
        .referenceElement("epd:referenceToUnitGroupDataSet", \.unitDefinition, .unitGroup),
    ]

    static let referenceExchange: RecordMap<ReferenceFlow> = [
        .text("@dataSetInternalID", \.number),
        .referenceElement("referenceToFlowDataSet", \.flow, .flow),
        .scalar("exchangeDirection", \.direction, as: ILCDWords.direction),
        .decimal("meanAmount", \.amount),
    ]
}

extension ILCDFields {
    /// The rows of the reference flow, which is a record of the declaration.
    static var referenceFlowRows: [FieldDescription] {
        referenceExchange.descriptions.map { row in
            var row = row
            row.path = row.path.map { "declaration.referenceFlow.\($0)" }
            return row
        }
    }
}

extension Spelling<ModuleRange> {
    /// `A1`, `A1-A3`; `A1A3` and lower case occur as well.
    static let ilcdModules = Spelling(
        expected: "a module such as A4, or A1-A3", shape: modules.shape,
        parse: { text in
            ModuleRange(text) ?? (sums.contains { $0.utf8.elementsEqual(text) } ? .productStage : nil)
        }, print: { $0.description })

    private static let sums = ["A1A2A3", "A1A3"]
}

extension Field<ModuleAmount> {
    /// An amount, or the word that stands in its place. An empty element says that there is none.
    fileprivate static var moduleAmount: Field {
        let amount = Spelling<ExactDecimal>.decimal
        let expected = "a decimal number, or ND, MNA, INA, MND or MNR"
        let number = Spelling<ExactDecimal>(
            expected: expected, shape: amount.shape, parse: amount.parse, print: amount.print,
            correction: amount.correction)
        return Field(
            descriptions: {
                [
                    FieldDescription("text()", FieldPath(\ModuleAmount.amount), number),
                    FieldDescription(
                        name: "text()", path: FieldPath(\ModuleAmount.gap).description,
                        spelling: "ND, INA, MNA, MND, MNR or nothing"),
                ]
            },
            read: { node, scope, record, log in
                let gap = log.tree.withText(of: node) { AmountGap(ilcd: $0.trimmed) }
                if let gap {
                    record.gap = gap
                    log.note(\ModuleAmount.gap, in: scope, from: node)
                } else if let amount = log.value(of: node, "amount", as: number, \ModuleAmount.amount, in: scope) {
                    record.amount = amount
                    log.note(\ModuleAmount.amount, in: scope, from: node)
                }
            },
            write: { record, node, log in
                if let amount = record.amount, let text = number.print(amount) {
                    log.tree.append(.text, named: "#text", text: text, under: node)
                } else if let gap = record.gap, gap != .empty {
                    log.tree.append(.text, named: "#text", text: gap.rawValue, under: node)
                }
            })
    }
}

extension AmountGap {
    init?(ilcd text: UnsafeBufferPointer<UInt8>) {
        if text.isEmpty {
            self = .empty
        } else if text.count <= 3, text[0] > 0x39,
            let word = ILCDWords.gaps.first(where: { $0.key.utf8.elementsEqual(text) })
        {
            self = word.value
        } else {
            return nil
        }
    }
}

// MARK: Reading and writing

extension ILCDFields {
    static func readResults(
        _ root: SourceTree.NodeID, to footprint: inout ProductFootprint, _ indicators: inout IndicatorSettling,
        log: inout ReadLog
    ) {
        readExchanges(root, to: &footprint, &indicators, log: &log)
        guard let list = log.child("LCIAResults", of: root) else { return }
        while let node = log.child("LCIAResult", of: list) {
            append(impact, from: node, to: &footprint, &indicators, log: &log)
        }
    }

    private static func readExchanges(
        _ root: SourceTree.NodeID, to footprint: inout ProductFootprint, _ indicators: inout IndicatorSettling,
        log: inout ReadLog
    ) {
        guard let list = log.child("exchanges", of: root) else { return }
        let wanted = footprint.declaration.referenceFlow.number
        var found = 0
        while let node = log.child("exchange", of: list) {
            guard let wanted, log.tree.text(ofAttribute: "@dataSetInternalID", of: node) == wanted else {
                append(exchange, from: node, to: &footprint, &indicators, log: &log)
                continue
            }
            found += 1
            if found == 1 {
                let key = \ProductFootprint.declaration.referenceFlow
                let scope = log.enter(key, of: ReadLog.part, at: node)
                referenceExchange.read(node, in: scope, to: &footprint[keyPath: key], log: &log)
            } else {
                log.report(
                    Diagnostic("ILCD-002", .error, .several(wanted), help: .reference), at: node, in: ReadLog.part)
                append(exchange, from: node, to: &footprint, &indicators, log: &log)
            }
        }
        guard let wanted, found == 0 else { return }
        indicators.report(
            Diagnostic("ILCD-002", .error, .noExchange(wanted), help: .reference),
            FieldPath(\ProductFootprint.declaration.referenceFlow.number))
    }

    private static func append(
        _ map: RecordMap<IndicatorResult>, from node: SourceTree.NodeID, to footprint: inout ProductFootprint,
        _ indicators: inout IndicatorSettling, log: inout ReadLog
    ) {
        if indicators.list == nil {
            indicators.list = log.enter(\ProductFootprint.results, of: ReadLog.part, at: SourceTree.root)
        }
        let scope = log.enter(index: footprint.results.count, of: indicators.list!, at: node)
        var result = map.read(node, in: scope, into: &log)
        indicators.settle(&result, at: log.path(of: scope))
        footprint.results.append(result)
    }

    static func writeResults(_ footprint: ProductFootprint, under root: SourceTree.NodeID, to log: inout WriteLog) {
        let exchanges = log.tree.append(.record, named: "exchanges", under: root)
        let flow = footprint.declaration.referenceFlow
        if !flow.isEmpty {
            let node = log.tree.append(.record, named: "exchange", under: exchanges)
            referenceExchange.write(flow, under: node, to: &log)
        }
        write(footprint, where: { !$0.isImpact }, "exchange", exchange, under: exchanges, to: &log)
        if !log.tree.hasChildren(exchanges) { log.tree.removeLast(exchanges) }
        guard footprint.results.contains(where: \.isImpact) else { return }
        let impacts = log.tree.append(.record, named: "LCIAResults", under: root)
        write(footprint, where: \.isImpact, "LCIAResult", impact, under: impacts, to: &log)
    }

    private static func write(
        _ footprint: ProductFootprint, where isWanted: (IndicatorResult) -> Bool, _ name: String,
        _ map: RecordMap<IndicatorResult>, under list: SourceTree.NodeID, to log: inout WriteLog
    ) {
        for (index, result) in footprint.results.enumerated() where isWanted(result) {
            let node = log.tree.append(.record, named: name, under: list)
            log.within(\ProductFootprint.results, index) { map.write(result, under: node, to: &$0) }
        }
    }
}

extension IndicatorResult {
    /// Whether it stands among the impacts, by how it is defined, or else by what is measured.
    var isImpact: Bool {
        if let kind = definition.kind { return kind == .impactMethod }
        return indicator?.isImpact ?? exchange.isEmpty
    }
}

extension SourceTree {
    func text(ofAttribute name: NodeName, of id: NodeID) -> String? {
        children(of: id).first { isNamed(name, $0) }.map { text(of: $0) }
    }
}

extension Diagnostic.Message {
    fileprivate static func several(_ number: String) -> Self {
        "the reference flow is number \(number), and a second exchange has that number; the first was taken"
    }
    fileprivate static func noExchange(_ number: String) -> Self {
        "the reference flow is number \(number), and no exchange has that number"
    }
}

extension String {
    fileprivate static let reference =
        "Let referenceToReferenceFlow name the dataSetInternalID of the one exchange that is the product."
}
