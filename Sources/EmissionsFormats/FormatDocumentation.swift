extension Format {
    /// The page of `docs/formats/` about this format: what it is, and how its fields line up with the model.
    public var documentation: String {
        var page = """
            # \(name)

            \(title)

            - read: \(versions.joined(separator: ", "))
            - written: \(writtenVersions.isEmpty ? "not at all" : writtenVersions.joined(separator: ", "))
            - rule profiles: \(versions.map { "\($0): \(profiles($0).joined(separator: ", "))" }.joined(separator: "; "))

            Generated from the field tables; `UPDATE_DOCS=1 swift test` renews it.

            """
        for table in tables() {
            page += "\n## \(table.title)\n\n| field | model | written as | required | remark |\n|---|---|---|---|---|\n"
            for row in table.rows {
                let cells = [
                    "`\(row.name)`", row.path.map { "`\($0)`" } ?? "", row.spelling, row.isRequired ? "yes" : "",
                    row.remark ?? "",
                ]
                page += "| " + cells.map(\.inTableCell).joined(separator: " | ") + " |\n"
            }
        }
        return page
    }
}

extension String {
    /// A bar would end the cell.
    fileprivate var inTableCell: String {
        split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
    }
}
