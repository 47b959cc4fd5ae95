import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// What Catena-X says and no other format does: kept under one name, whichever version it is read from.
extension Field<ProductFootprint> {
    /// What it is kept as, `path`, is not always where it stands; `words` are those that this version has, where they
    /// differ between versions.
    static func kept(_ name: NodeName, as path: String, words: Set<String>? = nil) -> Field {
        Field(
            descriptions: {
                [
                    FieldDescription(
                        name: name.description, path: "carried", spelling: "kept as it is", shape: .anything)
                ]
            },
            read: { parent, scope, record, log in
                guard let node = log.child(name, of: parent) else { return }
                guard log.tree.kind(of: node) != .null else { return log.noteNull(node) }
                log.keep(node, as: path, in: scope, of: &record)
            },
            write: { record, parent, log in
                guard let content = record.kept(at: path) else { return }
                if let words, case .text(let text) = content, !words.contains(text) {
                    return log.unspeakable(
                        name, FieldPath(\ProductFootprint.carried), text,
                        expected: words.sorted().map { "`\($0)`" }.joined(separator: ", "), under: parent)
                }
                log.tree.append(content, named: name.description, under: parent)
            })
    }
}

extension ReadLog {
    /// Keeps a node for this format under a name of its own.
    mutating func keep(_ node: NodeID, as path: String, in scope: ScopeID, of record: inout ProductFootprint) {
        let list = enter(\ProductFootprint.carried, of: scope, at: node)
        let place = enter(index: record.carried.count, of: list, at: node)
        record.carried.append(Carried(format: CatenaX.name, path: path, content: tree.content(of: node)))
        claimAll(node)
        note(nil, in: place, from: node)
    }
}

extension ProductFootprint {
    func kept(at path: String) -> CarriedContent? {
        carried.first { $0.format == CatenaX.name && $0.path == path }?.content
    }
}

/// Figures that are kept: up to version 7 for one unit of product, later for the declared amount, so that each has two
/// names.
enum CatenaXFigures {
    /// What they are kept as when they stand for one unit, and when they stand for the declared amount.
    static let pairs: [(single: String, whole: String)] =
        [
            ("distributionStagePcfExcludingBiogenic", "distributionStagePcfExcludingBiogenicUptake"),
            ("distributionStagePcfIncludingBiogenic", "distributionStagePcfIncludingBiogenicUptake"),
            ("distributionStageFossilGhgEmissions", "distributionStageFossilGhgEmissions"),
            ("distributionStageBiogenicCarbonEmissionsOtherThanCO2", "distributionStageBiogenicNonCO2Emissions"),
            ("distributionStageBiogenicCarbonWithdrawal", "distributionStageBiogenicCO2Uptake"),
            ("extTFS_distributionStageDlucGhgEmissions", "distributionStageLandUseChangeGhgEmissions"),
            ("distributionStageAircraftGhgEmissions", "distributionStageAircraftGhgEmissions"),
        ].map { (single($0), distribution($1)) } + [
            (single("carbonContentTotal"), "/carbonContent/0/carbonContentTotal")
        ]

    static func single(_ name: String) -> String { "/pcf/" + name }
    static func production(_ name: String) -> String { stages + "productionStage/0/" + name }
    static func distribution(_ name: String) -> String { stages + "distributionStage/0/" + name }
    static func packaging(_ name: String) -> String { stages + "packagingStage/0/" + name }
    private static let stages = "/productLifeCycleStagesAndEmissions/0/"
}

extension CatenaXFigures {
    /// What every field that is kept is kept as.
    static let fields: Set<String> = Set(
        pairs.flatMap { [$0.single, $0.whole] } + [
            single("extTFS_distributionStageLuGhgEmissions"), "/pcfLegalStatement", "/retroOrProspectivePcfType",
            "/attestationOfConformance", "/pcf/allocationWasteIncineration", "/pcf/allocationRecycledCarbon",
            "/pcf/massBalancingUsed", "/pcf/freeAttributionInMassBalancing", "/pcf/massBalancingCertificateScheme",
            "/pcf/programCertificationShare", "/pcf/productVerificationShare3rdParty",
            "/pcf/productVerificationShare2ndParty", "/pcf/productVerificationShare1stParty",
            "/pcf/ipccCharacterizationFactors", "/pcf/geographyCountry", "/pcf/geographyRegionOrSubregion",
            production("packagingLandManagementBiogenicCO2Emissions"), distribution("distributionStageIncluded"),
            distribution("distributionStageLandManagementBiogenicCO2Emissions"),
            distribution("distributionStageLandManagementBiogenicCO2Removals"),
        ]
            + [
                "packagingPcfIncludingBiogenicUptake", "packagingFossilGhgEmissions",
                "packagingBiogenicNonCO2Emissions", "packagingBiogenicCO2Uptake",
                "packagingLandUseChangeGhgEmissions", "packagingLandManagementBiogenicCO2Emissions",
                "packagingLandManagementBiogenicCO2Removals", "packagingAircraftGhgEmissions",
            ].map(packaging))

    /// The outermost members of version 9.
    static let groups = [
        "scopeOfPcfForm", "companyAndProductInformation", "pcfAssessmentAndMethodology", "general", "carbonContent",
        "productLifeCycleStagesAndEmissions",
    ]
}
