import EmissionsModel
import EmissionsSyntax

/// What openEPD's own places say, as it would be read from them; the rest goes into the extension.
///
/// Results are worked out instead of read, since there are many. Whether that is right is for the account to say, which
/// reads all that was written.
enum OpenEPDStatements {
    /// What a document says whose fields are written, without results: those are what will have places in it.
    static func document(
        _ fields: SourceTree, _ results: [OpenEPDPlacedResult], _ scenarios: [Scenario]
    ) -> ProductFootprint {
        var reading = ReadLog(fields)
        var said = OpenEPDDocumentReader.readOwnFields(&reading)
        said.declaration.scenarios = self.scenarios(of: results, scenarios)
        return said
    }

    /// What the place of a result says of it, without its amounts.
    static func result(_ result: IndicatorResult) -> IndicatorResult {
        var said = IndicatorResult()
        guard let entry = result.indicator.flatMap(OpenEPDIndicator.of) else { return said }
        said.indicator = entry.indicator
        if entry.section == .impacts {
            said.method = OpenEPDNames.method(OpenEPDNames.name(of: result.method)) ?? nil
        }
        let hasFigures = result.amounts.contains { $0.hasOpenEPDForm && $0.amount != nil }
        guard hasFigures, let text = result.openEPDUnitText else { return said }
        if let known = OpenEPDUnits.indicator(text), entry.units.contains(known) {
            said.unit = known
        } else {
            said.unitDefinition.names = [LocalizedText(text)]
        }
        return said
    }

    /// Those that results name, in the order in which they are named.
    private static func scenarios(of results: [OpenEPDPlacedResult], _ scenarios: [Scenario]) -> [Scenario] {
        var said: [Scenario] = []
        for result in results {
            for (name, _) in result.amounts.inScenarios where !said.contains(where: { $0.name == name }) {
                var scenario = Scenario()
                scenario.name = name
                scenario.likelihood = scenarios.first { $0.name == name }?.likelihood.flatMap {
                    ExactDecimal($0.jsonNumber)
                }
                said.append(scenario)
            }
        }
        return said
    }
}
