import EmissionsDiagnostics

extension CodeDescription {
    /// The codes of reading our own JSON, and of values that are supplied with --set and --defaults.
    static let emx: [CodeDescription] = json + defaults

    private static let json: [CodeDescription] = [
        CodeDescription(
            "EMX-001", .error, "a version of our own JSON that is not known",
            why: "The file comes from another version of this program. It was read as far as it is alike.",
            remedy: "Have the file written in the version that the finding names, or use a newer program."),
        CodeDescription(
            "EMX-002", .error, "members behind the header or the records",
            why: "Files of any size are read from front to back, so that what holds for all stands in front.",
            remedy: "Put emx and header before records."),
        CodeDescription(
            "EMX-003", .error, "a record that is not exactly one good or one footprint",
            why: "A record is a good with its footprints, or a footprint by itself.",
            remedy: "Give each record good or footprint."),
        CodeDescription(
            "EMX-004", .error, "half of an amount with its unit",
            why: "An amount without its unit says nothing, and the other way round; neither was read.",
            remedy: "Give both, such as {\"amount\": \"1.5\", \"unit\": \"kgCO2e\"}."),
        CodeDescription(
            "EMX-005", .error, "two answers where there is one",
            why: "Some questions have one answer of several kinds, as a country or a region.",
            remedy: "Keep the most exact one."),
    ]

    private static let defaults: [CodeDescription] = [
        CodeDescription(
            "DEF-001", .error, "a value for a path that is not in the model",
            why: "Nothing would take the value, and a misspelled path would go unnoticed.",
            remedy: "`emx formats emx` lists all paths."),
        CodeDescription(
            "DEF-002", .error, "a value for a group of values",
            why: "A group such as declaredUnit takes no value itself.",
            remedy: "Set one of the values in the group, such as declaredUnit.amount."),
        CodeDescription(
            "DEF-003", .error, "a path that the header and the goods have both",
            why: "It can't be told which of the two is meant.",
            remedy: "Begin the path with 'header.' or 'good.'."),
        CodeDescription(
            "DEF-004", .error, "no path with a value",
            why: "--set takes a path, an equals sign and a value.",
            remedy: "Write it like declaredUnit.amount=12."),
        CodeDescription(
            "DEF-005", .error, "a position in a list with a gap before it",
            why: "Lists have no empty places.",
            remedy: "Count positions from 0, and set them in order."),
        CodeDescription(
            "DEF-006", .error, "a value that is set twice",
            why: "It can't be told which of the two is meant.",
            remedy: "Keep one of them."),
        CodeDescription(
            "DEF-007", .error, "a position in what is no list",
            why: "Only lists have positions in brackets.",
            remedy: "Leave the position in brackets out."),
    ]
}
