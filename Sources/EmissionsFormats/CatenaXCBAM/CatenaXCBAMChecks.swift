import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// What is wrong with a good that only this format can know, and that was readable nevertheless.
enum CatenaXCBAMChecks {
    static func check(_ good: ImportedGood, _ node: SourceTree.NodeID, _ log: inout ReadLog) {
        checkMasses(node, &log)
        checkMethods(good, &log)
        noteSpellings(node, &log)
    }

    // MARK: Masses

    /// Records make an installation, installations an operator, operators what was asked for.
    private static func checkMasses(_ good: SourceTree.NodeID, _ log: inout ReadLog) {
        let tree = log.tree
        let operators = tree.items("operator", of: good)
        for anOperator in operators {
            let installations = tree.items("installation", of: anOperator)
            for installation in installations {
                let masses = tree.items("emissionsRecords", of: installation).map { record in
                    tree.firstChild(called: "activityData", of: record).flatMap { tree.decimal("netMass", of: $0) }
                }
                compare("CXC-004", "installationNetMass", of: installation, masses, "records of emissions", &log)
            }
            compare(
                "CXC-005", "operatorNetMass", of: anOperator,
                installations.map { tree.decimal("installationNetMass", of: $0) }, "installations", &log)
        }
        guard let details = tree.firstChild(called: "businessTransactionDetails", of: good) else { return }
        let name: NodeName =
            tree.firstChild(called: "requestNetMass", of: details) == nil ? "requestedNetMass" : "requestNetMass"
        compare(
            "CXC-006", name, of: details, operators.map { tree.decimal("operatorNetMass", of: $0) }, "operators", &log)
    }

    private static func compare(
        _ code: Diagnostic.Code, _ name: NodeName, of node: SourceTree.NodeID, _ masses: [ExactDecimal?],
        _ what: String, _ log: inout ReadLog
    ) {
        guard !masses.isEmpty, let stated = log.tree.decimal(name, of: node),
            let place = log.tree.firstChild(called: name, of: node),
            let sum = masses.reduce(
                ExactDecimal(0),
                { sum, mass in
                    sum.flatMap { sum in mass.flatMap { sum.adding($0) } }
                }), !sum.equals(stated)
        else { return }
        log.report(
            Diagnostic(code, .error, .mass(name, stated, what, sum), help: .mass), at: place, in: ReadLog.part)
    }

    // MARK: Codes and spellings

    private static func checkMethods(_ good: ImportedGood, _ log: inout ReadLog) {
        for (index, footprint) in good.footprints.enumerated() {
            guard let method = footprint.production.routes.first?.method, !CatenaXCBAMWords.methods.contains(method)
            else {
                continue
            }
            let path = FieldPath(\ImportedGood.footprints).appending(.index(index))
                .appending(FieldPath(\ProductFootprint.production.routes)).appending(.index(0))
                .appending(FieldPath(\ProductionRoute.method))
            log.report(log.located(Diagnostic("CXC-007", .warning, .method(method), help: .method, path: path)))
        }
    }

    /// Where model and documentation of Catena-X differ, each way of writing once per good.
    private static func noteSpellings(_ good: SourceTree.NodeID, _ log: inout ReadLog) {
        var shortCountry: SourceTree.NodeID?, spacedCode: SourceTree.NodeID?, single: SourceTree.NodeID?
        var pending = [good]
        while let node = pending.popLast() {
            let tree = log.tree
            if tree.isNamed("countryCode", node) || tree.isNamed("country", node) {
                if tree.text(of: node).utf8.count == 2 { shortCountry = node }
            } else if tree.isNamed("unLoCode", node), tree.text(of: node).contains(" ") {
                spacedCode = node
            } else if tree.isNamed("attestationOfConformance", node), tree.kind(of: node) == .record {
                single = node
            }
            pending += tree.children(of: node)
        }
        if let node = shortCountry {
            note("CXC-001", .country(log.tree.text(of: node)), at: node, &log)
        }
        if let node = spacedCode { note("CXC-002", .locationCode(log.tree.text(of: node)), at: node, &log) }
        if let node = single { note("CXC-003", .attestation, at: node, &log) }
    }

    private static func note(
        _ code: Diagnostic.Code, _ message: Diagnostic.Message, at node: SourceTree.NodeID, _ log: inout ReadLog
    ) {
        log.report(Diagnostic(code, .note, message, help: .spelling), at: node, in: ReadLog.part)
    }
}

extension SourceTree {
    fileprivate func items(_ name: NodeName, of id: NodeID) -> [NodeID] {
        firstChild(called: name, of: id).map { Array(children(of: $0)) } ?? []
    }

    fileprivate func decimal(_ name: NodeName, of id: NodeID) -> ExactDecimal? {
        firstChild(called: name, of: id).flatMap { ExactDecimal(text(of: $0)) }
    }
}

extension Diagnostic.Message {
    fileprivate static func mass(
        _ name: NodeName, _ stated: ExactDecimal, _ what: String, _ sum: ExactDecimal
    ) -> Self {
        "\(name) is \(stated), but the \(what) make \(sum)"
    }
    fileprivate static func method(_ method: String) -> Self {
        "methodId is '\(method)', not a code of the Commission's list"
    }
    fileprivate static func country(_ code: String) -> Self {
        "countries are written with two letters ('\(code)'), the model has three"
    }
    fileprivate static func locationCode(_ code: String) -> Self {
        "the UN/LOCODE is written '\(code)' with a blank, read without it"
    }
    fileprivate static let attestation: Self = "attestationOfConformance stands by itself, the model has a list"
}

extension String {
    fileprivate static let mass = "Correct whichever of the masses is wrong, or say what is missing."
    fileprivate static let method = "Use one of P01 to P48."
    fileprivate static let spelling =
        "Nothing needs to be done here; the documentation of Catena-X writes so, and its model does not."
}
