import EmissionsDiagnostics

extension CodeDescription {
    static let ilcd: [CodeDescription] = [
        CodeDescription(
            "ILCD-001", .error, "a process data set that is not a declaration",
            why: "Life-cycle inventories are in the same format; their results are no declared results.",
            remedy: "Send the data set of the declaration; its typeOfDataSet is EPD."),
        CodeDescription(
            "ILCD-002", .error, "a reference flow that is not among the exchanges",
            why: "All results are stated for the amount of the reference flow. Without it they stand for nothing.",
            remedy: "Let referenceToReferenceFlow name the dataSetInternalID of the one exchange that is the product."),
        CodeDescription(
            "ILCD-003", .error, "an indicator with an identifier that is not known",
            why: """
                Programs tell indicators by their identifiers. Under a wrong one, a result is lost, or is taken for
                another. It was kept as it stands, and not matched by its name.
                """,
            remedy: "Refer to the indicator by its official identifier."),
        CodeDescription(
            "ILCD-004", .warning, "an indicator with the name of another",
            why: """
                Until December 2021 the official list gave photochemical ozone creation the name of acidification, and
                many declarations still do. Programs that go by names mix the two up.
                """,
            remedy: "Correct the name, or the identifier if the name is right."),
        CodeDescription(
            "ILCD-005", .error, "a unit group that is not that of the indicator",
            why: "An amount in another unit than the indicator's is wrong by some factor, or means something else.",
            remedy: "Refer to the unit group of the indicator, and check in which unit the amounts are."),
        CodeDescription(
            "ILCD-006", .warning, "a unit with a name that is not that of its unit group",
            why: """
                Until April 2021 the official list gave freshwater eutrophication the unit kg PO4, where EN 15804+A2 has
                kg P; 1 kg P is 3.066 kg PO4.
                """,
            remedy: "Correct the name of the unit, or the unit group if the name is right."),
        CodeDescription(
            "ILCD-007", .warning, "a version of the EPD extensions that is not known",
            why: "The data set was read by the names that it uses; what a later version has beyond them is kept.",
            remedy: "Write the version of the extensions, such as 1.2."),
        CodeDescription(
            "ILCD-008", .warning, "a package without the flow of the product",
            why: "The flow says in which unit the product is counted, what it weighs, and how dense it is.",
            remedy: "Put the flow data set of the product into the package, in flows/."),
        CodeDescription(
            "ILCD-009", .warning, "a flow of the product without a unit",
            why: "Without the unit of its reference property, an amount of the product means nothing.",
            remedy: "Refer to the reference property, and put that and its unit group into the package."),
        CodeDescription(
            "ILCD-010", .note, "an identifier that is no UUID, and ILCD takes no other",
            why: "ILCD knows data sets by UUIDs. One was made from the identifier, always the same from the same.",
            remedy: "Keep the identifier beside the data set if you need it."),
    ]
}
