import EmissionsStore

/// What became of the findings of an earlier submission in a later one.
struct DifferencesJSON: Encodable {
    struct Change: Encodable {
        var count: Int
        /// The first of them.
        var items: [FindingJSON]
    }

    var earlier: String, later: String, fixed: Change, new: Change, unchanged: Change
    private static let mostItems = 200

    init(_ later: StoredSubmission, since earlier: StoredSubmission, _ store: any Store) async throws {
        (self.earlier, self.later) = (earlier.id.description, later.id.description)
        func change(_ change: SubmissionComparison.Change) async throws -> Change {
            let page = try await store.findings(
                change, in: later.id, since: earlier.id, tenant: later.tenant, page: PageRequest(size: Self.mostItems))
            return Change(count: page.total, items: page.items.map { FindingJSON($0) })
        }
        fixed = try await change(.fixed)
        new = try await change(.new)
        unchanged = try await change(.unchanged)
    }
}
