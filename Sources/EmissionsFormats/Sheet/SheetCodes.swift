import EmissionsDiagnostics

extension CodeDescription {
    /// The codes of mappings of spreadsheets, and of reading and writing sheets by them.
    static let sheet: [CodeDescription] = mappings + sheets

    private static let mappings: [CodeDescription] = [
        CodeDescription(
            "MAP-001", .error, "a key that no mapping has",
            why: "A key that is misspelled would be without effect, and nobody would notice.",
            remedy: "Spell the key as the finding says, or take it out."),
        CodeDescription(
            "MAP-002", .error, "a value in a mapping that is not understood",
            why: "Nothing is read by half a mapping.", remedy: "Write a value as the finding says."),
        CodeDescription(
            "MAP-003", .error, "a field that columns can't be",
            why: "A column without a field would be lost, and one with a wrong field would say something else.",
            remedy: "Name a field of the model; `emx map fields` lists those that a column can be."),
        CodeDescription(
            "MAP-004", .error, "an amount without a unit",
            why: "A number means nothing without its unit, and none is guessed.",
            remedy: "Say what the column counts in with `unit:`, or name the column that says it with `unit-column:`."),
        CodeDescription(
            "MAP-005", .error, "a unit that does not fit",
            why: "The unit is not known, or measures something else than the field.",
            remedy: "Write a unit of what the field measures, such as kg, t, kWh, kgCO2e or tCO2e."),
        CodeDescription(
            "MAP-006", .error, "a word that is several units",
            why: """
                A ton may be a metric ton of 1000 kg, a short ton of 907.18474 kg or a long ton of 1016.0469088 kg; gallons,
                therms and calories are several units, too. None is taken unless you say which.
                """,
            remedy: "Write t, st or lt; for cells, translate the word with `codes:`."),
        CodeDescription(
            "MAP-007", .error, "something that is said twice",
            why: "Of two columns, or a column and a constant, for one field only one could be right.",
            remedy: "Keep one of them."),
        CodeDescription(
            "MAP-008", .error, "a mapping that lacks what its rows need",
            why: "Rows of one gas need the name and the amount of the gas, and a key; rows of one module their module.",
            remedy: "Add what the finding names."),
    ]

    private static let sheets: [CodeDescription] = [
        CodeDescription(
            "MAP-101", .error, "a column of the mapping that the sheet does not have",
            why: "The sheet is another one, or its column was renamed: the values are missing in what was read.",
            remedy: "Correct the name in the mapping, or mark the column with `optional: true`."),
        CodeDescription(
            "MAP-102", .warning, "a column that the mapping does not know",
            why: "Its cells are kept for the same mapping, but nobody knows what they say.",
            remedy: "Map the column, or list it under `ignored:`."),
        CodeDescription(
            "MAP-103", .error, "rows of one product that say different things of it",
            why: "Only what the first row says was read.",
            remedy: "Say the same in each row of the product, or give each product a key of its own."),
        CodeDescription(
            "MAP-104", .error, "a key that comes again later",
            why: "Rows of one product stand together; what comes later was read as another product with the same key.",
            remedy: "Sort the sheet by its key."),
        CodeDescription(
            "MAP-105", .error, "a unit in a cell that can't be used",
            why: "The unit is not known, is several, or measures something else. The amount was not read.",
            remedy: "Correct the cell, or translate its word with `codes:` on the column of units."),
        CodeDescription(
            "MAP-106", .error, "gases without a set of potentials",
            why: "How much a kilogram of gas is worth in CO₂ depends on the report: AR5 and AR6 differ by far.",
            remedy: "Say `gwp: AR6` (or AR4, AR5) in the mapping, or --gwp AR6 on the command line."),
        CodeDescription(
            "MAP-107", .error, "a quotient without an end",
            why: "A total divided by its amount has no exact value. A rounded figure is never written.",
            remedy: "Map the total as the figure and its quantity as the declared amount, instead of dividing."),
        CodeDescription(
            "MAP-108", .error, "a gas that can't be added up",
            why: "The gas is not known or has no potential in the set. A sum of some gases would be too small.",
            remedy: "Translate its name with `codes:`, or state its potential under `potentials:`."),
        CodeDescription(
            "MAP-109", .warning, "a potential that is in dispute",
            why: "Two values are in use under the same name. The one of the table was used, and the figure says so.",
            remedy: "Say which methane it is, or state the potential under `potentials:` in the mapping."),
        CodeDescription(
            "MAP-110", .warning, "figures that the sheet can't break down",
            why: "The sheet has a row for each gas, and the source says only their sum. No gases are invented.",
            remedy: "Nothing needs to be done: the sum is written as a row of CO2e."),
        CodeDescription(
            "MAP-111", .warning, "a declared unit that is kept as it is",
            why: "Figures for one such unit have no exact value for one unit of the model, and are not rounded.",
            remedy: "State figures for the declared amount, or in a metric unit."),
        CodeDescription(
            "MAP-112", .warning, "text that the sheet's encoding can't say",
            why: "The encoding that the mapping names has no such character; a question mark stands there instead.",
            remedy: "Say `encoding: utf-8` in the mapping."),
        CodeDescription(
            "MAP-113", .error, "one product, several sets of potentials",
            why: "A sum of gases by different reports is neither one's figure.",
            remedy: "Give the same set in each row of a product."),
    ]
}
