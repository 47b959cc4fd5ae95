import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// What can only be checked on fields that Catena-X alone has.
enum CatenaXChecks {
    static func check(_ footprint: ProductFootprint, _ version: CatenaXVersion, _ log: inout ReadLog) {
        checkSign(footprint, version, &log)
        checkStage(footprint, &log)
        checkMassBalancing(footprint, &log)
        checkShares(footprint, &log)
    }

    /// The uptake was above zero up to version 5.
    private static func checkSign(_ footprint: ProductFootprint, _ version: CatenaXVersion, _ log: inout ReadLog) {
        guard version == .v4 || version == .v5, let uptake = footprint.landUse.biogenicUptake, !uptake.amount.isZero
        else { return }
        log.report(
            log.located(
                Diagnostic(
                    "CX-004", .warning, .sign(uptake.amount), help: .sign,
                    path: FieldPath(\ProductFootprint.landUse.biogenicUptake))))
    }

    /// The totals of the distribution and packaging stages: T2 = A + C + E + F + G + H, T1 = T2 + D.
    private static func checkStage(_ footprint: ProductFootprint, _ log: inout ReadLog) {
        for stage in Stage.all {
            let stated = stage.parts.compactMap { footprint.number(at: $0) }
            if let total = footprint.number(at: stage.total) ?? stage.modelTotal?(footprint), !stated.isEmpty {
                compare(total, stated, stage.totalName, stage.total, footprint, &log)
            }
            if let total = footprint.number(at: stage.withUptake), let uptake = footprint.number(at: stage.uptake),
                let other = footprint.number(at: stage.total) ?? stage.modelTotal?(footprint)
            {
                compare(total, [other, uptake], stage.withUptakeName, stage.withUptake, footprint, &log)
            }
        }
    }

    /// Each figure may be off by one unit of the finest last digit: numbers in JSON lose zeros at their ends.
    private static func compare(
        _ total: ExactDecimal, _ parts: [ExactDecimal], _ name: String, _ path: String, _ footprint: ProductFootprint,
        _ log: inout ReadLog
    ) {
        let figures = parts + [total]
        let slack = ExactDecimal(coefficient: Int128(figures.count), scale: figures.map { Int($0.scale) }.max() ?? 0)
        guard let sum = parts.reduce(ExactDecimal(0), { $0?.adding($1) }), let slack,
            let difference = total.subtracting(sum), difference.magnitude > slack
        else { return }
        let index = footprint.carried.firstIndex { $0.path == path }
        let list = FieldPath(\ProductFootprint.carried)
        log.report(
            log.located(
                Diagnostic(
                    "CX-008", .warning, .sum(name, total, sum), help: .sum,
                    path: index.map { list.appending(.index($0)) } ?? FieldPath(\ProductFootprint.figures.packaging))))
    }

    private static func checkMassBalancing(_ footprint: ProductFootprint, _ log: inout ReadLog) {
        let used = "/pcf/massBalancingUsed", scheme = "/pcf/massBalancingCertificateScheme"
        let attribution = "/pcf/freeAttributionInMassBalancing"
        switch footprint.kept(at: used) {
        case .bool(true):
            if footprint.kept(at: scheme) == nil { report(.withoutScheme, used, footprint, &log) }
            if footprint.kept(at: attribution).flatMap(\.plainText) ?? "not applicable" == "not applicable" {
                report(.withoutAttribution, used, footprint, &log)
            }
        case .bool(false):
            guard footprint.kept(at: attribution)?.plainText == "true" else { return }
            report(.needless, attribution, footprint, &log)
        default: break
        }
    }

    private static func report(
        _ message: Diagnostic.Message, _ path: String, _ footprint: ProductFootprint, _ log: inout ReadLog
    ) {
        guard let index = footprint.carried.firstIndex(where: { $0.path == path }) else { return }
        log.report(
            log.located(
                Diagnostic(
                    "CX-009", .warning, message, help: .massBalancing,
                    path: FieldPath(\ProductFootprint.carried).appending(.index(index)))))
    }

    /// What different parties verified can't be more than all of it.
    private static func checkShares(_ footprint: ProductFootprint, _ log: inout ReadLog) {
        let paths = ["3rd", "2nd", "1st"].map { "/pcf/productVerificationShare\($0)Party" }
        let shares = paths.compactMap { footprint.number(at: $0) }
        guard let sum = shares.reduce(ExactDecimal(0), { $0?.adding($1) }), sum > 100,
            let index = footprint.carried.firstIndex(where: { paths.contains($0.path) })
        else { return }
        log.report(
            log.located(
                Diagnostic(
                    "CX-010", .warning, .shares(sum), help: .shares,
                    path: FieldPath(\ProductFootprint.carried).appending(.index(index)))))
    }
}

/// The figures of a stage that are kept.
private struct Stage {
    var totalName: String, withUptakeName: String
    var total: String, withUptake: String, uptake: String
    var parts: [String]
    var modelTotal: (@Sendable (ProductFootprint) -> ExactDecimal?)?

    static let all: [Stage] = [
        stage("distributionStage", CatenaXFigures.distribution, modelTotal: nil),
        stage("packaging", CatenaXFigures.packaging) { $0.figures.packaging?.converted(to: .kilogramsCO2e)?.amount },
        Stage(
            totalName: "distributionStagePcfExcludingBiogenic",
            withUptakeName: "distributionStagePcfIncludingBiogenic",
            total: CatenaXFigures.single("distributionStagePcfExcludingBiogenic"),
            withUptake: CatenaXFigures.single("distributionStagePcfIncludingBiogenic"),
            uptake: CatenaXFigures.single("distributionStageBiogenicCarbonWithdrawal"),
            parts: [
                "distributionStageFossilGhgEmissions", "distributionStageBiogenicCarbonEmissionsOtherThanCO2",
                "extTFS_distributionStageDlucGhgEmissions", "extTFS_distributionStageLuGhgEmissions",
                "distributionStageAircraftGhgEmissions",
            ].map(CatenaXFigures.single)),
    ]

    private static func stage(
        _ prefix: String, _ path: (String) -> String, modelTotal: (@Sendable (ProductFootprint) -> ExactDecimal?)?
    ) -> Stage {
        Stage(
            totalName: prefix + "PcfExcludingBiogenicUptake", withUptakeName: prefix + "PcfIncludingBiogenicUptake",
            total: path(prefix + "PcfExcludingBiogenicUptake"),
            withUptake: path(prefix + "PcfIncludingBiogenicUptake"), uptake: path(prefix + "BiogenicCO2Uptake"),
            parts: [
                "FossilGhgEmissions", "BiogenicNonCO2Emissions", "LandUseChangeGhgEmissions",
                "LandManagementBiogenicCO2Emissions", "LandManagementBiogenicCO2Removals", "AircraftGhgEmissions",
            ].map { path(prefix + $0) }, modelTotal: modelTotal)
    }
}

extension ProductFootprint {
    fileprivate func number(at path: String) -> ExactDecimal? {
        guard case .number(let text)? = kept(at: path) else { return nil }
        return ExactDecimal(text)
    }
}

extension Diagnostic.Message {
    fileprivate static func sign(_ amount: ExactDecimal) -> Self {
        "biogenicCarbonWithdrawal is \(amount); its sign changed after version 5, it is read as it stands"
    }
    fileprivate static func sum(_ name: String, _ total: ExactDecimal, _ sum: ExactDecimal) -> Self {
        "\(name) is \(total), but its components come to \(sum) kg CO2e"
    }
    fileprivate static let withoutScheme: Self = "mass balancing is used, but massBalancingCertificateScheme is missing"
    fileprivate static let withoutAttribution: Self =
        "mass balancing is used, but freeAttributionInMassBalancing does not say true or false"
    fileprivate static let needless: Self =
        "freeAttributionInMassBalancing is 'true', but mass balancing is not used"
    fileprivate static func shares(_ sum: ExactDecimal) -> Self {
        "shares verified by third, second and first parties come to \(sum) percent, must not be above 100"
    }
}

extension String {
    fileprivate static let sign = "Check that it is not above zero, as version 6 and later ask for, before you use it."
    fileprivate static let sum =
        "State the total as the sum of fossil, biogenic, land-use and aircraft emissions; uptake comes on top."
    fileprivate static let massBalancing =
        "State scheme and attribution where mass balancing is used, and 'not applicable' where it is not."
    fileprivate static let shares = "Count each part of the footprint for the party with the highest assurance only."
}
