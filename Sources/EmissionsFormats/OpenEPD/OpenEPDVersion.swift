import EmissionsModel
import EmissionsSyntax

enum OpenEPDVersion {
    static let current = "0.1"

    /// `openepd_version`: what is written is in the version that we write, whatever a source followed.
    static let field: Field<ProductFootprint> = {
        let row = Field<ProductFootprint>.text("openepd_version", \.identity.specificationVersion)
        return Field(
            descriptions: row.descriptions, read: row.read,
            write: { _, parent, log in
                log.tree.append(.text, named: "openepd_version", text: current, under: parent)
            }, fill: row.fill)
    }()
}
