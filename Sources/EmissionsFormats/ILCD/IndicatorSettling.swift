import EmissionsDiagnostics
import EmissionsModel
import EmissionsSyntax

/// Tells what a result measures by its identifiers, and checks what it is called against them.
///
/// Names and unit texts are unreliable: in published declarations photochemical ozone creation is called "(AP)" and
/// freshwater eutrophication is in "kg PO4" beside the unit group of kg P.
struct IndicatorSettling {
    /// The scope of the list of results, once there is one.
    var list: ReadLog.ScopeID?
    private var units: [String: IndicatorUnit?] = [:]
    /// What is to be told once everything was read, when places are known.
    private var findings: [Diagnostic] = []

    /// Settles what one result measures, which stands at `path` in the footprint.
    mutating func settle(_ result: inout IndicatorResult, at path: @autoclosure () -> FieldPath) {
        let entry = result.definition.identifier.flatMap { ILCDIndicators.byIdentifier[$0] }
        result.indicator = entry?.indicator
        result.method = entry?.method
        if let entry {
            checkName(result.definition, entry, at: path)
        } else if let name = result.definition.names.lazy.compactMap({ $0.text }).first,
            let named = ILCDIndicators.named(name), !result.amounts.isEmpty
        {
            report(
                Diagnostic(
                    "ILCD-003", .error, .unknown(result.definition.identifier, name, named), help: .identifier),
                path().appending("definition"))
        }
        settleUnit(&result, entry, at: path)
    }

    private mutating func settleUnit(
        _ result: inout IndicatorResult, _ entry: ILCDIndicators.Entry?, at path: () -> FieldPath
    ) {
        let reference = result.unitDefinition
        guard !reference.isEmpty else { return }
        let group = reference.identifier.flatMap { ILCDUnits.indicators[$0] }
        let text = reference.names.first?.text
        let named = text.flatMap { unit(called: $0) }
        result.unit = group ?? named
        let expected = entry.flatMap { ILCDUnits.indicators[$0.unitGroup] }
        if let entry, let expected, let identifier = reference.identifier, group != expected {
            report(
                Diagnostic(
                    "ILCD-005", .error, .unitGroup(entry.indicator, identifier, entry.unitGroup), help: .unitGroup),
                path().appending("unitDefinition").appending("identifier"))
        } else if let text, let named, let group, named != group {
            report(
                Diagnostic("ILCD-006", .warning, .unitText(text, group), help: .unitText),
                path().appending("unitDefinition").appending("names").appending(.index(0)).appending("text"))
        }
    }

    /// Whether what a data set is called names another indicator than its identifier.
    private mutating func checkName(
        _ definition: Reference, _ entry: ILCDIndicators.Entry, at path: () -> FieldPath
    ) {
        for (index, name) in definition.names.enumerated() {
            guard let text = name.text, text != entry.english, text != entry.german,
                let named = ILCDIndicators.named(text), named != entry.indicator
            else { continue }
            report(
                Diagnostic("ILCD-004", .warning, .name(text, named, entry.indicator), help: .name),
                path().appending("definition").appending("names").appending(.index(index)).appending("text"))
        }
    }

    private mutating func unit(called text: String) -> IndicatorUnit? {
        if let known = units[text] { return known }
        let unit = IndicatorUnitNames.unit(text)
        units[text] = .some(unit)
        return unit
    }

    /// Reports about the field at `path` once places are known.
    mutating func report(_ finding: Diagnostic, _ path: FieldPath) {
        var finding = finding
        finding.path = path
        findings.append(finding)
    }

    /// Tells EF 3.0 and EF 3.1 apart for the whole declaration, and hands out what was found.
    ///
    /// Most identifiers are the same in both. Those that differ decide (the GWPs, ETP-fw, HTP-nc); where both or none
    /// occur, it stays open.
    mutating func finish(_ footprint: inout ProductFootprint, _ log: inout ReadLog) {
        let methods = Set(footprint.results.compactMap(\.method))
        if methods.contains(.ef3), methods.contains(.ef30) != methods.contains(.ef31) {
            let method: CharacterizationMethod = methods.contains(.ef30) ? .ef30 : .ef31
            for index in footprint.results.indices where footprint.results[index].method == .ef3 {
                footprint.results[index].method = method
            }
        }
        for finding in findings { log.report(log.located(finding)) }
    }
}

extension ILCDIndicators {
    /// The indicator that a name ends in, as in `Acidification potential (AP)`; `nil` where none is named so.
    static func named(_ name: String) -> Indicator? {
        guard name.hasSuffix(")"), let start = name.lastIndex(of: "(") else { return nil }
        let text = name[name.index(after: start)...].dropLast()
        return abbreviations[String(text)]
    }

    private static let abbreviations: [String: Indicator] = {
        var found: [String: Indicator] = [:]
        for indicator in Indicator.allCases where !isAmbiguous(indicator) { found[indicator.rawValue] = indicator }
        found["GWP"] = .globalWarmingTotal
        found["EP-fw"] = .eutrophicationFreshwater
        return found
    }()

    /// `EE`, `RE`, `MR`: too short to be told from other things in parentheses.
    private static func isAmbiguous(_ indicator: Indicator) -> Bool {
        switch indicator {
        case .exportedEnergy, .recoveredEnergy, .materialRecycled, .exportedEnergyHeat: true
        default: false
        }
    }
}

extension Diagnostic.Message {
    fileprivate static func unknown(_ identifier: String?, _ name: String, _ indicator: Indicator) -> Self {
        "'\(name.prefix(80))' has the identifier \(identifier.map { "'\($0)'" } ?? "none"), which is not one of \(indicator.rawValue) in EN 15804+A1 or +A2"
    }
    fileprivate static func name(_ name: String, _ named: Indicator, _ indicator: Indicator) -> Self {
        "this result is called '\(name.prefix(80))', but its identifier is that of \(indicator.rawValue), not \(named.rawValue)"
    }
    fileprivate static func unitGroup(_ indicator: Indicator, _ found: String, _ expected: String) -> Self {
        "the unit group of \(indicator.rawValue) is '\(found)', expected '\(expected)'"
    }
    fileprivate static func unitText(_ text: String, _ unit: IndicatorUnit) -> Self {
        "the unit is called '\(text.prefix(40))', but the unit group beside it is that of \(unit.rawValue)"
    }
}

extension String {
    fileprivate static let identifier =
        "Refer to the indicator by its official identifier (InData, identifiers of indicators); names alone are not enough."
    fileprivate static let name =
        "Correct the name, or the identifier if the name is right; it was read as the identifier says."
    fileprivate static let unitGroup =
        "Refer to the unit group of the indicator, and check in which unit the amounts are; they were read as they stand."
    fileprivate static let unitText =
        "Correct the name of the unit, or the unit group if the name is right; amounts were read in the unit of the group."
}
