import EmissionsDiagnostics

extension CodeDescription {
    /// The codes of reading credentials of the UN Transparency Protocol.
    static let untp: [CodeDescription] = [
        CodeDescription(
            "UNTP-001", .warning, "a signature that is not verified",
            why: """
                A credential in a token is worth what its issuer's signature is worth. That takes the issuer's key, which is not
                in the file; nothing is looked up on the network. The payload is read, and places are those of the payload's text.
                """,
            remedy: "Verify the token with a tool that knows the issuer's key before you rely on it."),
        CodeDescription(
            "UNTP-002", .error, "a token without a readable payload",
            why: "The credential can't be read, so nothing is known of the product.",
            remedy: "Write header, payload and signature in base64url without padding, with points between them."),
        CodeDescription(
            "UNTP-003", .warning, "a ratio beyond 0 to 1",
            why: "A share of primary data of less than nothing or more than all means that a percentage was written.",
            remedy: "Write a ratio, such as 0.85 for 85 %."),
        CodeDescription(
            "UNTP-004", .note, "figures of a claim about emissions",
            why: """
                What a claim measures is said in free words, so that its figures can't be taken for a figure of the footprint.
                They are kept, and this format gets them back.
                """,
            remedy: "State the product's footprint in emissionsScorecard."),
        CodeDescription(
            "UNTP-005", .warning, "a declared unit by a code that is not known",
            why: """
                Units are told by codes of UN/ECE Recommendation 20, of which this program knows those of masses, volumes, areas,
                lengths, energy, transport and pieces. What any other code counts is not known, so that the figure can't be
                compared or restated. It is kept as written.
                """,
            remedy: "Write the code of Recommendation 20, such as KGM for kilograms or TNE for tonnes."),
    ]
}
