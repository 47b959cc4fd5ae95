import Foundation

extension Job {
    static let columns = """
        id, tenant, submitter, kind, parameters, input, expires, state, bytes_done, bytes_total, records, owner, \
        lease_until, heartbeat, attempts, problem, report, output, created, started, finished
        """

    init(_ row: SQLRow) throws(StoreError) {
        var row = row
        id = try row.value { ID($0) }
        tenant = try row.value { Tenant.ID($0) }
        request = try Request(&row)
        state = try row.value { State(rawValue: $0) }
        progress = Progress(
            bytesDone: try row.integer(), bytesTotal: try row.optionalInteger(), records: try row.integer())
        let owner = try row.optionalText(), until = try row.optionalDate()
        heartbeat = try row.optionalDate()
        attempts = try row.integer()
        lease =
            if let owner, let until { JobLease(job: id, owner: owner, attempt: attempts, until: until) } else { nil }
        let problem = try row.optionalBytes()
        let report = try row.optionalValue { Digest($0) }, output = try row.optionalValue { Digest($0) }
        outcome =
            switch state {
            case .succeeded: .succeeded(report: report, output: output)
            case .failed: .failed(problem: problem ?? [])
            case .queued, .running, .cancelled, .expired: nil
            }
        created = try row.date()
        started = try row.optionalDate()
        finished = try row.optionalDate()
    }

    /// All objects that it refers to.
    var objects: [Digest] {
        if case .succeeded(let report, let output) = outcome {
            [request.input, report, output].compactMap(\.self)
        } else {
            [request.input].compactMap(\.self)
        }
    }

    func event(_ action: String, by principal: Principal) -> AuditEvent {
        AuditEvent(
            actor: principal, tenant: tenant, action: action, object: id.description, digest: request.input,
            outcome: state.rawValue)
    }
}

extension Job.Request {
    fileprivate init(_ row: inout SQLRow) throws(StoreError) {
        submitter = try row.value { Principal($0) }
        kind = try row.text()
        parameters = try row.bytes()
        input = try row.optionalValue { Digest($0) }
        expires = try row.date()
    }
}
