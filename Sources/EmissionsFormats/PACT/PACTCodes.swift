import EmissionsDiagnostics

extension CodeDescription {
    /// The codes of reading PACT, and of going from one version of it to the other.
    static let pact: [CodeDescription] = [
        CodeDescription(
            "PACT-001", .error, "more than one geography",
            why: "A footprint holds for a country, a region, a subdivision or the world; PACT allows one answer.",
            remedy: "Keep the most exact one: the subdivision, else the country, else the region."),
        CodeDescription(
            "PACT-002", .warning, "a specVersion that does not fit the names used",
            why: """
                PACT 2 and PACT 3 name their properties differently and state figures for different amounts. The names
                decide how the file is read, since specVersion is often left as it was.
                """,
            remedy: "Write the version of the specification that the names are taken from."),
        CodeDescription(
            "PACT-003", .warning, "a biogenic carbon withdrawal by PACT 2.0",
            why: "Its sign and unit changed with PACT 2.1: from carbon, above zero, to CO2e, below zero.",
            remedy: "Check that it is in kg CO2e and not above zero before you use it."),
        CodeDescription(
            "PACT-004", .note, "an iLEAP shipment, whose figures are totals",
            why: "PACT 2 states figures for one unit; iLEAP states them for the whole shipment, and was read so.",
            remedy: "Nothing needs to be done."),
        CodeDescription(
            "CNV-001", .warning, "a data quality rating on a scale that the other version does not have",
            why: "PACT 2 rates from 1 to 3, PACT 3 from 1 to 5; a 2 does not mean the same on both.",
            remedy: "Ask the partner for ratings on the target's scale."),
        CodeDescription(
            "CNV-002", .warning, "a total whose definition changed between PACT 2 and PACT 3",
            why: """
                PACT 2 leaves all biogenic carbon dioxide out of the total without uptake, PACT 3 only the uptake itself.
                The figure is carried as stated.
                """,
            remedy: "Ask the partner for the total by the target's definition if the difference matters."),
        CodeDescription(
            "CNV-003", .note, "a mass that follows from the unit",
            why: "PACT 3 asks for the mass of the product; a product counted in kilograms has that mass.",
            remedy: "State the mass of the product per declared unit."),
        CodeDescription(
            "CNV-004", .error, "a footprint of the whole life for a target that ends at the gate",
            why: """
                Figures from the cradle to the grave would pass for figures from the cradle to the gate, and count use and
                disposal twice in the next product. They are not written.
                """,
            remedy: "Ask the partner for the footprint from the cradle to the gate."),
        CodeDescription(
            "CNV-005", .warning, "emissions of aircraft that the target counts in another way",
            why: """
                PACT counts aircraft among the fossil emissions; in Catena-X and with Together for Sustainability they are
                added to them. The figures are carried as stated, so that sums come out differently in the target.
                """,
            remedy: "Ask the partner how aircraft are counted."),
    ]
}
