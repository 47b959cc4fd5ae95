import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// What is wrong with a package that only this format can know, and that was readable nevertheless.
enum DataPackageChecks {
    private typealias NodeID = SourceTree.NodeID

    // MARK: The package as a whole

    /// How many installations and products it says it has.
    static func checkCounts(_ outline: DataPackageOutline, _ log: inout ReadLog) {
        guard let list = outline.list else { return }
        check(outline.installations.count, "installations", at: list, outline.source, &log)
        for installation in outline.installations {
            check(installation.productCount, "products", at: installation.products, outline.source, &log)
        }
    }

    /// Installations are told by their identifiers.
    static func checkIdentifiers(_ outline: DataPackageOutline, _ log: inout ReadLog) {
        var source = outline.source
        var seen: Set<String> = []
        for installation in outline.installations {
            guard let node = source.firstChild(called: "InstallationId", of: installation.node) else { continue }
            let identifier = source.trimmedText(of: node)
            guard !identifier.isEmpty, !seen.insert(identifier).inserted else { continue }
            log.report(
                log.located(
                    Diagnostic("DPK-009", .error, .repeated(identifier), help: .repeated), at: node, of: &source))
        }
    }

    private static func check(
        _ count: Int, _ what: String, at node: NodeID, _ source: SourceTree, _ log: inout ReadLog
    ) {
        guard let stated = source.firstChild(called: "@count", of: node), source.trimmedText(of: stated) != "\(count)"
        else { return }
        var source = source
        log.report(
            log.located(
                Diagnostic("DPK-002", .warning, .count(source.trimmedText(of: stated), count, what), help: .count),
                at: stated, of: &source))
    }

    /// The sums of the summary over the products, where all are in tonnes.
    static func checkSummary(_ outline: DataPackageOutline, _ log: inout ReadLog) {
        var source = outline.source
        guard let summary = source.firstChild(called: "ConsolidatedSummary", of: SourceTree.root),
            let sums = PackageSums(outline)
        else { return }
        let stated: [(path: [NodeName], sum: ExactDecimal)] = [
            (["TotalInstallations"], ExactDecimal(outline.installations.count)),
            (["TotalProducts"], ExactDecimal(outline.products.count)),
            (["TotalProduction", "Value"], sums.quantity),
            (["TotalEmissions", "Direct", "Value"], sums.direct),
            (["TotalEmissions", "Indirect", "Value"], sums.indirect),
            (["TotalEmissions", "Total", "Value"], sums.total),
        ]
        for (path, sum) in stated {
            guard let node = source.node(path, below: summary), let value = source.decimal(of: node), !value.equals(sum)
            else { continue }
            let name = path.map(\.description).joined(separator: "/")
            log.report(
                log.located(
                    Diagnostic("DPK-004", .warning, .summary(name, value, sum), help: .summary), at: node, of: &source))
        }
    }

    // MARK: One product

    static func check(_ footprint: ProductFootprint, _ log: inout ReadLog) {
        checkTotal(footprint, &log)
        checkUnits(footprint, &log)
    }

    private static func checkTotal(_ footprint: ProductFootprint, _ log: inout ReadLog) {
        let emissions = footprint.embeddedEmissions
        guard let total = footprint.production.reported.perUnit, let direct = emissions.direct.specific,
            let indirect = emissions.indirect.specific
        else { return }
        let precursors = log.tree.precursorValue.flatMap { log.tree.decimal(of: $0) }
        let path = FieldPath(\ProductFootprint.production.reported.perUnit)
        if let sum = direct.adding(indirect).flatMap({ $0.adding(precursors ?? 0) }), !sum.equals(total) {
            log.report(
                log.located(
                    Diagnostic(
                        "DPK-003", .error, .total(total, direct, indirect, precursors, sum), help: .total, path: path)))
        }
        if let node = log.tree.precursorValue, let precursors, !precursors.isZero {
            log.report(
                Diagnostic("DPK-006", .warning, .precursors(precursors), help: .precursors), at: node, in: ReadLog.part)
        }
    }

    /// Figures for a megawatt hour belong to electricity, which is counted in megawatt hours.
    private static func checkUnits(_ footprint: ProductFootprint, _ log: inout ReadLog) {
        guard let unit = footprint.production.produced.unit else { return }
        let isEnergy = unit == .megawattHour
        for key in [
            \ProductFootprint.embeddedEmissions.direct.unit, \ProductFootprint.embeddedEmissions.indirect.unit,
            \ProductFootprint.production.reported.unit,
        ] {
            guard let node = log.node(of: FieldPath(key)), log.tree.isNamed("Unit", node) else { continue }
            let word = log.tree.trimmedText(of: node)
            guard (word == DataPackageWords.emissionsPerMegawattHour) != isEnergy else { continue }
            let expected = isEnergy ? DataPackageWords.emissionsPerMegawattHour : DataPackageWords.emissionsPerTonne
            log.report(
                log.located(
                    Diagnostic(
                        "DPK-005", .error, .denominator(word, isEnergy), help: .denominator(expected),
                        path: FieldPath(key))))
        }
    }

    /// - Returns: Whether there was anything to note.
    static func noteSource(of footprint: ProductFootprint, _ log: inout ReadLog) -> Bool {
        let key = \ProductFootprint.embeddedEmissions.indirect.electricitySource
        guard let source = footprint[keyPath: key] else { return false }
        let code = DataPackageWords.electricitySources.print(source) ?? ""
        log.report(
            log.located(
                Diagnostic("DPK-007", .note, .source(code, source), help: .source, path: FieldPath(key))))
        return true
    }
}

/// The sums over all products of a package, in tonnes.
private struct PackageSums {
    var quantity: ExactDecimal = 0, direct: ExactDecimal = 0, indirect: ExactDecimal = 0, total: ExactDecimal = 0

    /// - Returns: `nil` where a product lacks a figure, or is not in tonnes.
    init?(_ outline: DataPackageOutline) {
        let source = outline.source
        func figure(_ path: [NodeName], _ product: SourceTree.NodeID) -> ExactDecimal? {
            source.node(path, below: product).flatMap { source.decimal(of: $0) }
        }
        func isText(_ text: String, _ path: [NodeName], _ product: SourceTree.NodeID) -> Bool {
            source.node(path, below: product).map { source.trimmedText(of: $0) == text } == true
        }
        for product in outline.products.map(\.node) {
            guard isText("t", ["Production", "MeasurementUnit"], product),
                let quantity = figure(["Production", "Quantity"], product),
                let direct = figure(["EmbeddedEmissions", "DirectEmissions", "SpecificEmissions", "Value"], product),
                let indirect = figure(
                    ["EmbeddedEmissions", "IndirectEmissions", "SpecificEmissions", "Value"], product),
                let total = figure(["EmbeddedEmissions", "TotalSpecificEmissions", "Value"], product),
                let quantities = self.quantity.adding(quantity),
                let directs = quantity.multiplied(by: direct).flatMap(self.direct.adding),
                let indirects = quantity.multiplied(by: indirect).flatMap(self.indirect.adding),
                let totals = quantity.multiplied(by: total).flatMap(self.total.adding)
            else { return nil }
            (self.quantity, self.direct, self.indirect, self.total) = (quantities, directs, indirects, totals)
        }
    }
}

extension SourceTree {
    fileprivate func node(_ path: [NodeName], below id: NodeID) -> NodeID? {
        path.reduce(id) { node, name in node.flatMap { firstChild(called: name, of: $0) } }
    }

    fileprivate func decimal(of id: NodeID) -> ExactDecimal? { ExactDecimal(trimmedText(of: id)) }

    /// What the emissions of precursors are said to be, in a tree with one product.
    fileprivate var precursorValue: NodeID? {
        node(
            [
                "Installations", "Installation", "Products", "Product", "EmbeddedEmissions", "PrecursorEmissions",
                "SpecificEmissions", "Value",
            ], below: Self.root)
    }
}

extension ReadLog {
    /// The finding with a place in the whole document.
    fileprivate func located(
        _ diagnostic: Diagnostic, at node: NodeID, of source: inout SourceTree
    ) -> Diagnostic {
        var located = diagnostic
        (located.location, located.excerpt) = (source.location(of: node), source.excerpt(of: node))
        located.value = source.trimmedText(of: node)
        return located
    }
}

extension ExactDecimal {
    /// Without zeros behind the last digit that counts: a product has more of them than anyone wrote.
    fileprivate var short: ExactDecimal { stripped.withoutNegativeScale ?? self }
}

extension Diagnostic.Message {
    fileprivate static func count(_ stated: String, _ found: Int, _ what: String) -> Self {
        "count is '\(stated)', but there \(found == 1 ? "is 1 of the" : "are \(found)") \(what)"
    }
    fileprivate static func repeated(_ identifier: String) -> Self {
        "InstallationId is '\(identifier)', as that of an earlier installation"
    }
    fileprivate static func summary(_ name: String, _ stated: ExactDecimal, _ sum: ExactDecimal) -> Self {
        "\(name) of the summary is \(stated), but the products make \(sum.short)"
    }
    fileprivate static func total(
        _ total: ExactDecimal, _ direct: ExactDecimal, _ indirect: ExactDecimal, _ precursors: ExactDecimal?,
        _ sum: ExactDecimal
    ) -> Self {
        "total specific emissions are \(total), but direct \(direct) and indirect \(indirect)\(precursors.map { ", with precursors \($0)," } ?? "") make \(sum.short)"
    }
    fileprivate static func precursors(_ amount: ExactDecimal) -> Self {
        "emissions of precursors are \(amount), which are in neither the direct nor the indirect emissions"
    }
    fileprivate static func denominator(_ word: String, _ isEnergy: Bool) -> Self {
        "emissions are in \(word), but the quantity is \(isEnergy ? "in MWh" : "a mass")"
    }
    fileprivate static func source(_ code: String, _ source: ElectricitySource) -> Self {
        "\(code) is read as '\(source.rawValue)', as the schema of the package has it"
    }
}

extension String {
    fileprivate static let count = "Count again, and check whether one was left out."
    fileprivate static let repeated = "Give each installation once, with all of its products."
    fileprivate static let summary = "Add the products up again; the summary informs, and the products count."
    fileprivate static let total = "Correct whichever of the figures is wrong."
    fileprivate static let precursors =
        "Formats of the Commission count emissions of precursors as direct or indirect; ask the producer for that split."
    fileprivate static func denominator(_ expected: String) -> String { "State emissions in \(expected)." }
    fileprivate static let source =
        "In the Commission's list for quarterly reports the same code means something else; ask the producer if in doubt."
}
