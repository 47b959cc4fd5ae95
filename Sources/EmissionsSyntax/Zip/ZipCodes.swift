import EmissionsDiagnostics

extension CodeDescription {
    /// The codes of opening archives.
    static let archives: [CodeDescription] = [
        CodeDescription(
            "ZIP-001", .error, "a zip archive without a directory that can be used",
            why: "The directory says what is in an archive and where. Without it nothing in it can be believed.",
            remedy: "Pack the files again. An archive in several parts has to be put together first."),
        CodeDescription(
            "ZIP-002", .error, "a zip archive that was cut off",
            why: "The directory stands at the end, so that an archive that ends early has none, or less than it says.",
            remedy: "Send it again as a whole; compare its size with that at the sender."),
        CodeDescription(
            "ZIP-003", .error, "a member of an archive that is damaged",
            why: "What comes out has another checksum or size than what was packed: some byte changed on the way.",
            remedy: "Send the archive again. The other members were read."),
        CodeDescription(
            "ZIP-004", .error, "a member of an archive under a name that is refused",
            why: """
                Names that begin with `/` or a drive, or have `..` or `\\` in them, can lead out of the folder that an archive
                is unpacked to. Nothing is unpacked here, but names become names of outputs.
                """,
            remedy: "Pack the files again under relative names, with `/` between folders."),
        CodeDescription(
            "ZIP-005", .error, "a member's name that is not in the encoding it states",
            why: "The name is marked as UTF-8 and is not, so that it can't be told what the file is called.",
            remedy: "Pack the files again with a program that writes names in UTF-8."),
        CodeDescription(
            "ZIP-006", .error, "two members of one name",
            why: """
                Programs differ in which of the two they take. Names that differ only in case are one name on Windows and
                macOS, and are refused for the same reason.
                """,
            remedy: "Give each file a name of its own."),
        CodeDescription(
            "ZIP-007", .error, "a symbolic link or a device in an archive",
            why: "A link names a file that is not in the archive, on the computer of whoever unpacks it.",
            remedy: "Pack the file that it leads to in its place."),
        CodeDescription(
            "ZIP-008", .error, "an encrypted member of an archive",
            why: "Its content can't be read. The other members were.",
            remedy: "Pack the files without a password, and protect the way they are sent."),
        CodeDescription(
            "ZIP-009", .error, "a member packed in a way that is not supported",
            why: "Members are read that are stored as they are or packed with Deflate, which every program can write.",
            remedy: "Pack the files again with Deflate, the usual method."),
        CodeDescription(
            "ZIP-010", .error, "an archive inside of an archive",
            why: "Archives in archives can go on without end, and cost a reader more than they cost the sender.",
            remedy: "Unpack it, and pack the files themselves. Spreadsheets of Office are archives, too."),
        CodeDescription(
            "ZIP-011", .error, "headers in an archive that contradict each other",
            why: """
                An archive says twice what each member is. Where the two differ, one program shows other content than the next,
                so that what was checked may not be what is used.
                """,
            remedy: "Pack the files again."),
        CodeDescription(
            "ZIP-012", .error, "members of an archive that overlap",
            why: "Members that share bytes unpack to far more than was sent; no program that packs files does this.",
            remedy: "Pack the files again. If the archive came from outside, ask who made it."),
    ]
}
