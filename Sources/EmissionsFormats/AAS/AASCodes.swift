import EmissionsDiagnostics

extension CodeDescription {
    /// The codes of reading carbon footprints of Asset Administration Shells.
    static let aas: [CodeDescription] = [
        CodeDescription(
            "AAS-001", .error, "an element without a value",
            why:
                "Templates have every element and no values. A footprint without figure, unit or phases can't be used.",
            remedy: "Give the element with a value."),
        CodeDescription(
            "AAS-002", .error, "a carbon footprint submodel without a footprint",
            why: "The figures are in the entries of ProductCarbonFootprints, and there is none.",
            remedy: "Add an entry for each footprint of the product."),
        CodeDescription(
            "AAS-003", .note, "a submodel that is about something else",
            why: "An environment has the submodels of an asset, of which only those on carbon footprints are read.",
            remedy: "Nothing needs to be done."),
        CodeDescription(
            "AAS-004", .warning, "a template in place of a submodel",
            why: "Templates are for filling in; their values, if any, are examples.",
            remedy: "Send the submodel of the product."),
        CodeDescription(
            "AAS-005", .warning, "a figure whose phases are no stretch of the life cycle",
            why: """
                A total from the cradle to the gate must not pass for one to the grave, nor the other way round. Where phases
                are missing, or have gaps between them, the figure is kept without a stage, and other formats do not get it.
                """,
            remedy: "Name all phases that the figure is for, or give a figure for each."),
    ]
}
