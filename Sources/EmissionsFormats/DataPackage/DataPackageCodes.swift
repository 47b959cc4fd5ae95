import EmissionsDiagnostics

extension CodeDescription {
    /// The codes of reading and writing data packages of producers.
    static let dataPackage: [CodeDescription] = [
        CodeDescription(
            "DPK-001", .warning, "a data package in another namespace",
            why: "The package was read as version 2. Its namespace tells other programs which version it is in.",
            remedy: "Declare the namespace on the root element as the finding says."),
        CodeDescription(
            "DPK-002", .warning, "a count that is not the number of what is there",
            why:
                "A package says how many installations and products it has, so that nobody overlooks that one is missing.",
            remedy: "Count again, and check whether an installation or a product was left out."),
        CodeDescription(
            "DPK-003", .error, "a total that direct and indirect emissions don't make",
            why:
                "Total specific emissions are the sum of direct, indirect and precursor emissions. One of them is wrong.",
            remedy: "Correct whichever of the figures is wrong."),
        CodeDescription(
            "DPK-004", .warning, "a summary that the products don't make",
            why:
                "The summary informs; what counts are the products. An importer who takes the summary takes a wrong sum.",
            remedy: "Add the products up again: quantity times specific emissions, over all products."),
        CodeDescription(
            "DPK-005", .error, "a unit that does not go with the quantity",
            why: "Emissions are for a tonne of a good, and for a megawatt hour of electricity.",
            remedy: "State emissions in tCO2e/t for goods counted by mass, in tCO2e/MWh for electricity."),
        CodeDescription(
            "DPK-006", .warning, "emissions of precursors beside direct and indirect emissions",
            why: """
                The package states emissions of precursors by themselves. In the Commission's formats they are part of the
                direct and of the indirect emissions, and how they divide is not said; so they are kept, and not added.
                """,
            remedy: "Ask the producer for direct and indirect emissions that include those of precursors."),
        CodeDescription(
            "DPK-007", .note, "a code for a source of electricity that means something else elsewhere",
            why: """
                The schema of the package calls SOE01 a purchase contract, SOE02 the grid and SOE03 any other source. In the
                Commission's list SOE01 is a direct link, SOE02 a purchase contract and SOE03 the grid. Codes are read and
                written by what they mean.
                """,
            remedy: "Nothing needs to be done unless the producer took the codes from the Commission's list."),
        CodeDescription(
            "DPK-008", .note, "a quantity of which the source does not say what it is",
            why:
                "A package tells all that was made from what was exported and from what is reported. It is the last here.",
            remedy: "Correct QuantityType in the output if it is all that was made, or all that went to the EU."),
        CodeDescription(
            "DPK-009", .error, "an installation that stands in the package twice",
            why:
                "Installations are told by their identifiers: two with the same one are one, or one of them is misnamed.",
            remedy: "Give each installation once, with all of its products, or correct the identifier."),
    ]
}
