import Foundation

extension DatabaseStore {
    func findings(
        of id: StoredSubmission.ID, tenant: Tenant.ID, matching filter: FindingFilter, page: PageRequest
    ) async throws(StoreError) -> Page<StoredFinding> {
        let cursor = try page.cursor()
        return try await database.read { connection in
            let number = try connection.number(ofSubmission: id, tenant)
            var total: SQLStatement = "SELECT CAST(coalesce(sum(count), 0) AS BIGINT) FROM finding_codes"
            total = total + " WHERE submission = \(number) \(filter.condition)"
            let position: SQLStatement = cursor.map { "AND ordinal > \($0.first)" } ?? ""
            let items = try connection.rows(
                """
                SELECT \(words: StoredFinding.columns) FROM findings
                WHERE submission = \(number) \(filter.condition) \(position)
                ORDER BY ordinal LIMIT \(page.limit + 1)
                """
            ).map(StoredFinding.init)
            return Page(items, of: page, total: try connection.integer(total)) { Cursor(first: $0.ordinal) }
        }
    }

    func codes(of id: StoredSubmission.ID, tenant: Tenant.ID) async throws(StoreError) -> [CodeCount] {
        try await database.read { connection in
            let number = try connection.number(ofSubmission: id, tenant)
            let counts = try connection.rows(
                "SELECT code, severity, count FROM finding_codes WHERE submission = \(number)"
            ).map(CodeCount.init)
            return counts.sorted {
                ($1.count, $0.code, $0.severity.rawValue) < ($0.count, $1.code, $1.severity.rawValue)
            }
        }
    }
}

extension StoredFinding {
    static let columnNames = [
        "ordinal", "code", "severity", "message", "part", "line_number", "column_number", "path", "fingerprint",
    ]
    static let columns = columnNames.joined(separator: ", ")

    init(_ row: SQLRow) throws(StoreError) {
        var row = row
        ordinal = try row.integer()
        code = try row.text()
        severity = try row.value { Severity(rawValue: $0) }
        message = try row.text()
        part = try row.optionalText()
        line = try row.optionalInteger()
        column = try row.optionalInteger()
        path = try row.optionalText()
        fingerprint = try row.text()
    }

    fileprivate func values(submission: Int) -> [SQLValue] {
        [
            submission.sqlValue, ordinal.sqlValue, code.sqlValue, severity.rawValue.sqlValue, message.sqlValue,
            part.sqlValue, line.sqlValue, column.sqlValue, path.sqlValue, fingerprint.sqlValue,
        ]
    }
}

extension CodeCount {
    fileprivate init(_ row: SQLRow) throws(StoreError) {
        var row = row
        self.init(
            code: try row.text(), severity: try row.value { StoredFinding.Severity(rawValue: $0) },
            count: try row.integer())
    }
}

extension FindingFilter {
    fileprivate var condition: SQLStatement {
        var condition: SQLStatement = ""
        if let code { condition = condition + " AND code = \(code)" }
        if let severity { condition = condition + " AND severity = \(severity.rawValue)" }
        return condition
    }
}

extension SQLConnection {
    /// The number by which rows refer to a submission.
    func number(ofSubmission id: StoredSubmission.ID, _ tenant: Tenant.ID) throws(StoreError) -> Int {
        let row = try row("SELECT number FROM submissions WHERE id = \(id) AND tenant = \(tenant)")
        guard var row else { throw .notFound("submission") }
        return try row.integer()
    }

    /// Adds findings as they come, and how often there was which code.
    func insert(_ findings: some Sequence<StoredFinding>, ofSubmission id: StoredSubmission.ID) throws(StoreError) {
        let number = try integer("SELECT number FROM submissions WHERE id = \(id)")
        var counts: [CodeAndSeverity: Int] = [:]
        try insert(
            into: "findings", columns: ["submission"] + StoredFinding.columnNames,
            rows: findings.lazy.map { finding in
                counts[CodeAndSeverity(code: finding.code, severity: finding.severity), default: 0] += 1
                return finding.values(submission: number)
            })
        try insert(
            into: "finding_codes", columns: ["submission", "code", "severity", "count"],
            rows: counts.map { key, count in
                [number.sqlValue, key.code.sqlValue, key.severity.rawValue.sqlValue, count.sqlValue]
            })
    }
}

private struct CodeAndSeverity: Hashable {
    var code: String
    var severity: StoredFinding.Severity
}
