import Foundation

extension DatabaseStore {
    func compare(
        _ id: StoredSubmission.ID, with earlier: StoredSubmission.ID, tenant: Tenant.ID
    )
        async throws(StoreError) -> SubmissionComparison
    {
        try await database.read { connection in
            let later = try connection.number(ofSubmission: id, tenant)
            let before = try connection.number(ofSubmission: earlier, tenant)
            let row = try connection.row(
                """
                WITH occurrences AS (
                    SELECT fingerprint, sum(CASE WHEN submission = \(before) THEN 1 ELSE 0 END) AS past,
                        sum(CASE WHEN submission = \(later) THEN 1 ELSE 0 END) AS present
                    FROM findings WHERE submission IN (\(before), \(later)) GROUP BY fingerprint)
                SELECT CAST(coalesce(sum(CASE WHEN past > present THEN past - present ELSE 0 END), 0) AS BIGINT),
                    CAST(coalesce(sum(CASE WHEN present > past THEN present - past ELSE 0 END), 0) AS BIGINT),
                    CAST(coalesce(sum(CASE WHEN present > past THEN past ELSE present END), 0) AS BIGINT)
                FROM occurrences
                """)
            guard var row else { return SubmissionComparison(fixed: 0, new: 0, unchanged: 0) }
            return SubmissionComparison(
                fixed: try row.integer(), new: try row.integer(), unchanged: try row.integer())
        }
    }

    func findings(
        _ change: SubmissionComparison.Change, in id: StoredSubmission.ID, since earlier: StoredSubmission.ID,
        tenant: Tenant.ID, page: PageRequest
    ) async throws(StoreError) -> Page<StoredFinding> {
        let cursor = try page.cursor()
        return try await database.read { connection in
            let later = try connection.number(ofSubmission: id, tenant)
            let before = try connection.number(ofSubmission: earlier, tenant)
            let (shown, other) = change == .fixed ? (before, later) : (later, before)
            // The first of equal findings in one submission answer the first in the other; what is over is fixed or new.
            let isMatched: SQLStatement = change == .unchanged ? "occurrence <= others" : "occurrence > others"
            let matched: SQLStatement = """
                FROM (
                    SELECT f.*, row_number() OVER (PARTITION BY f.fingerprint ORDER BY f.ordinal) AS occurrence,
                        coalesce(o.others, 0) AS others
                    FROM findings f LEFT JOIN (
                        SELECT fingerprint, count(*) AS others FROM findings WHERE submission = \(other)
                        GROUP BY fingerprint) o ON o.fingerprint = f.fingerprint
                    WHERE f.submission = \(shown)) numbered
                WHERE \(isMatched)
                """
            let total = try connection.integer("SELECT count(*) \(matched)")
            let position: SQLStatement = cursor.map { "AND ordinal > \($0.first)" } ?? ""
            let items = try connection.rows(
                """
                SELECT \(words: StoredFinding.columns) \(matched) \(position)
                ORDER BY ordinal LIMIT \(page.limit + 1)
                """
            ).map(StoredFinding.init)
            return Page(items, of: page, total: total) { Cursor(first: $0.ordinal) }
        }
    }
}
