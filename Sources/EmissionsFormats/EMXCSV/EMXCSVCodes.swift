import EmissionsDiagnostics

extension CodeDescription {
    /// The codes of reading and writing our own table.
    static let emxCSV: [CodeDescription] = [
        CodeDescription(
            "ECSV-001", .error, "rows that say different things of the filing",
            why: "Every row repeats what holds for the whole filing; only what the first row says was read.",
            remedy: "Say the same of the filing in every row, or give each filing a file of its own."),
        CodeDescription(
            "ECSV-002", .error, "rows of one good that say different things of it",
            why: "Rows with the same item number are one good; only what its first row says was read.",
            remedy: "Say the same of the good in each of its rows, or give each good a number of its own."),
        CodeDescription(
            "ECSV-003", .error, "more than one geography in a row",
            why: "A footprint holds for a country, a region, a subdivision or the world: one answer.",
            remedy: "Keep the most exact one: the subdivision, else the country, else the region."),
        CodeDescription(
            "ECSV-004", .note, "a good that was given a number",
            why: "The rows of a good are held together by its item number, and the source gives none.",
            remedy: "Give every good of a filing an item number."),
        CodeDescription(
            "ECSV-005", .warning, "a column that the format does not have",
            why:
                "Its cells are kept and written back, but nobody knows what they say; a misspelled name loses a column.",
            remedy: "Spell the name as the format does, if its cells should count. A column of your own may stay."),
    ]
}
