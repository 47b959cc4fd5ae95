import EmissionsStore

/// What somebody may see of what is kept.
struct KeptSubmissions {
    let keeping: Keeping
    let audit: Audit
    var store: any Store { keeping.store }

    /// - Throws: ``Problem`` where there is none that they may see.
    func submission(_ name: String, _ identity: Identity) async throws -> StoredSubmission {
        guard let id = StoredSubmission.ID(name), let found = try await store.submission(id, of: identity.tenant),
            identity.mayRead(whatBelongsTo: found.content.submitter)
        else { throw Problem.notFound("submission") }
        return found
    }

    func answer(_ submission: StoredSubmission) async throws -> WorkerAnswer? {
        guard let report = submission.content.report else { return nil }
        return try await keeping.kept(report, of: submission.tenant).answer
    }

    func note(
        _ action: Audit.Action, _ submission: StoredSubmission, by identity: Identity, outcome: String? = nil
    ) async throws {
        try await audit.note(
            action, by: identity, object: submission.id.description, digest: submission.content.digest,
            rulePack: submission.content.rulePack, outcome: outcome)
    }
}
