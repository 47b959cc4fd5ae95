public import EmissionsDiagnostics

extension CodeDescription {
    /// The codes of getting at bytes and of taking them apart.
    public static let syntax: [CodeDescription] =
        files + encodings + json + xml + yaml + tables + archives + workbooks + limits

    private static let files: [CodeDescription] = [
        CodeDescription(
            "IO-001", .error, "the bytes of a file could not be had",
            why: "Nothing was read, so nothing is said about the content. It says nothing about who made the file.",
            remedy: "Check the name of the file and your right to read it, then run the same command again."),
        CodeDescription(
            "IO-002", .error, "the output could not be written",
            why: "Outputs appear whole or not at all, so that what stood under that name before is still there.",
            remedy: "Check the folder, your right to write to it and the space left, then run the command again."),
        CodeDescription(
            "SYN-000", .error, "the format could not be told",
            why: """
                Formats are told by their content, never by the name of the file. Here the content resembles none that is
                known: another format, a file that was cut off early, or one that was saved as something else.
                """,
            remedy: "`emx formats` lists what is known. Name the format with -f to learn what is wrong with the file."),
    ]

    private static let encodings: [CodeDescription] = [
        CodeDescription(
            "SYN-002", .error, "bytes that are no characters in the file's encoding",
            why: """
                Text that was saved in one encoding and sent as another reads as something else, or not at all. Guessing
                could change a name or a number, so that nothing is guessed in JSON and XML.
                """,
            remedy: "Save the file as UTF-8. The finding names the first byte that does not fit and where it stands."),
        CodeDescription(
            "SYN-010", .note, "a table that is not in UTF-8 was read as windows-1252",
            why: "Spreadsheets save CSV in the system's old encoding. Windows-1252 is the usual one in Europe.",
            remedy: "Check names with accents, and save the table as \"CSV UTF-8\" next time."),
        CodeDescription(
            "SYN-011", .error, "an encoding that is not supported",
            why: "UTF-8, UTF-16 with a byte order mark and windows-1252 are read; every program can write one of them.",
            remedy: "Save the file as UTF-8 and let it say so."),
        CodeDescription(
            "SYN-023", .error, "two statements about the encoding that do not agree",
            why: "The byte order mark says one encoding and the XML declaration says another; only one can be right.",
            remedy: "Let the XML declaration name the encoding that the file is saved in, best UTF-8."),
    ]

    private static let json: [CodeDescription] = [
        CodeDescription(
            "SYN-001", .error, "not JSON, or cut off",
            why: """
                JSON is read strictly (RFC 8259): what one program reads leniently, another refuses or reads differently.
                Records before the place were read and checked; after it nothing can be.
                """,
            remedy: "Mend the file at the place shown. A file that ends too early should be sent again as a whole."),
        CodeDescription(
            "SYN-003", .error, "a key given twice in one object",
            why: "Programs differ in which of the two they take, so that two readers get two different footprints.",
            remedy: "Keep one of them."),
        CodeDescription(
            "SYN-004", .error, "half of a surrogate pair in a JSON text",
            why: "`\\uD800` to `\\uDFFF` stand for characters in pairs only; half of one is no character.",
            remedy: "Write the character itself, or both halves of its escape."),
    ]

    private static let xml: [CodeDescription] = [
        CodeDescription(
            "SYN-020", .error, "a document type declaration",
            why: """
                A DOCTYPE can define entities that read other files, reach into the network or grow without end. No format
                here needs one, so that a file with one is refused unseen.
                """,
            remedy: "Take the DOCTYPE out, and write out the entities that it declares."),
        CodeDescription(
            "SYN-021", .error, "XML that is not well-formed",
            why: "Records before the place were read and checked; after it nothing can be.",
            remedy: "Mend the file at the place shown; the cause is often a tag before it that was not closed."),
        CodeDescription(
            "SYN-022", .note, "an element in another namespace than its root",
            why: "Names are told apart by their namespace; an element in another one may mean something else.",
            remedy: "Nothing needs to be done for an extension; otherwise give the element the namespace of the root."),
    ]

    private static let tables: [CodeDescription] = [
        CodeDescription(
            "SYN-005", .error, "a table without a header row",
            why: "Columns are told by their names, not by their order.",
            remedy: "Send a table whose first row names the columns."),
        CodeDescription(
            "CSV-001", .error, "a quote that is never closed",
            why: "Everything after the quote is one cell, up to the end of the file.",
            remedy: "Close the quote at the end of the cell, and double each quote in it."),
        CodeDescription(
            "CSV-002", .error, "a row with more or fewer cells than the header",
            why: "Values may stand in the wrong column: often a comma in a number or in a name moved them.",
            remedy: "Give every row as many cells as the header; a cell with a separator in it goes between quotes."),
        CodeDescription(
            "CSV-003", .warning, "a quote inside of a cell without quotes",
            why: "The cell was taken as written. Other programs may take the quote away, or what follows it.",
            remedy: "Put the whole cell between quotes and double each quote in it."),
        CodeDescription(
            "CSV-004", .error, "two columns of one name",
            why: "It can't be told which of the two holds the value.",
            remedy: "Give every column a name of its own."),
        CodeDescription(
            "CSV-005", .warning, "a column with content but without a name",
            why: "Nothing is known of what the cells mean, so that they are not read.",
            remedy: "Give the column a name, or leave it out."),
        CodeDescription(
            "CSV-006", .warning, "text after a closing quote",
            why: "The cell was taken as one text. Other programs may split it, or drop the end.",
            remedy: "Put the whole cell between quotes and double each quote in it."),
        CodeDescription(
            "CSV-007", .warning, "more odd rows or cells in one record than are listed",
            why: "A file with very many of them has one cause: usually the separator or the quoting.",
            remedy: "Mend the ones that are listed, then check the file again."),
        CodeDescription(
            "CSV-008", .note, "findings that follow from a quote in the wrong place",
            why: """
                One quote too few or too many moves all cells behind it into other columns, where hardly any of them fits.
                They are counted, and the row is an error by itself.
                """,
            remedy: "Mend the quote that the row's other findings show, then check the file again."),
    ]

    private static let limits: [CodeDescription] = [
        limit("LIM-001", "totalBytes", "a file that is too big", "Split the file"),
        limit("LIM-002", "depth", "values nested too deeply", "Check for brackets or end tags that are missing"),
        limit("LIM-003", "tokenBytes", "a name, number or text that is too long", "Send attachments as own files"),
        limit("LIM-004", "recordBytes", "a record that is too big", "Send smaller records"),
        limit("LIM-005", "recordValues", "a record with too many values", "Send smaller records"),
        limit("LIM-006", "attributes", "an element with too many attributes", "Move values into elements"),
        limit("LIM-007", "columns", "a table with too many columns", "Check the separator"),
        limit("LIM-008", "archiveMembers", "an archive with too many members", "Split the archive"),
        limit("LIM-009", "archiveBytes", "an archive that unpacks to too much", "Split the archive"),
        limit("LIM-010", "archiveRatio", "an archive that is packed too well", "Unpack it yourself"),
        limit("LIM-011", "archiveNameBytes", "a member's name that is too long", "Shorten the name"),
    ]

    private static func limit(
        _ code: Diagnostic.Code, _ name: String, _ title: String, _ first: String
    ) -> CodeDescription {
        CodeDescription(
            code, .error, title,
            why: """
                Limits keep the cost of hostile or broken files bounded. Where one is reached there is no verdict: the file
                may well be in order.
                """,
            remedy: "\(first), or raise the limit with --limit \(name)=VALUE.")
    }
}
