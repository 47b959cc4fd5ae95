import Foundation

extension StoredSubmission {
    static let columns = """
        id, tenant, submitter, file_name, label, digest, size, format, format_version, profile, verdict, errors, \
        warnings, notes, rule_pack, report, expires, previous, created, series, version
        """

    init(_ row: SQLRow) throws(StoreError) {
        var row = row
        id = try row.value { ID($0) }
        tenant = try row.value { Tenant.ID($0) }
        content = try Content(&row)
        created = try row.date()
        series = try row.value { ID($0) }
        version = try row.integer()
    }

    /// What a text is looked for in.
    var searched: String { (content.fileName + "\n" + (content.label ?? "")).lowercased() }

    func insert(into connection: any SQLConnection) throws(StoreError) {
        try connection.execute(
            """
            INSERT INTO submissions (\(words: Self.columns), searched) VALUES (
                \(id), \(tenant), \(content.submitter), \(content.fileName), \(content.label), \(content.digest),
                \(content.size), \(content.format), \(content.formatVersion), \(content.profile),
                \(content.verdict.rawValue), \(content.counts.errors), \(content.counts.warnings),
                \(content.counts.notes), \(content.rulePack), \(content.report), \(content.expires),
                \(content.previous), \(created), \(series), \(version), \(searched))
            """)
    }
}

extension StoredSubmission.Content {
    fileprivate init(_ row: inout SQLRow) throws(StoreError) {
        submitter = try row.value { Principal($0) }
        fileName = try row.text()
        label = try row.optionalText()
        digest = try row.value { Digest($0) }
        size = try row.integer()
        format = try row.optionalText()
        formatVersion = try row.optionalText()
        profile = try row.optionalText()
        verdict = try row.value { Verdict(rawValue: $0) }
        counts = SeverityCounts(errors: try row.integer(), warnings: try row.integer(), notes: try row.integer())
        rulePack = try row.optionalValue { Digest($0) }
        report = try row.optionalValue { Digest($0) }
        expires = try row.optionalDate()
        previous = try row.optionalValue { StoredSubmission.ID($0) }
    }
}
