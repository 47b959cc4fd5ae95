import Foundation

extension DatabaseStore {
    func charge(_ usage: Usage, to key: AccessKey, now: Date) async throws(StoreError) -> ChargeOutcome {
        let id = key.id, quotas = key.quotas
        return try await database.write { connection in
            let minute = UsagePeriod.minute(of: now), day = UsagePeriod.day(of: now)
            // The row of the day is locked before the minute is counted, so that both are counted or neither.
            let today = try connection.lockedUsage(of: id, in: day)
            if let most = quotas.bytesPerDay, usage.bytes > most - today.bytes {
                return ChargeOutcome.exceeded(.bytesPerDay, until: day.end)
            }
            let thisMinute = try connection.lockedUsage(of: id, in: minute)
            if let most = quotas.requestsPerMinute, usage.requests > most - thisMinute.requests {
                return .exceeded(.requestsPerMinute, until: minute.end)
            }
            try connection.add(usage, to: id, in: day)
            try connection.add(usage, to: id, in: minute)
            return .charged(
                today: Usage(requests: today.requests + usage.requests, bytes: today.bytes + usage.bytes))
        }
    }

    func usage(of key: AccessKey.ID, on day: Date) async throws(StoreError) -> Usage {
        try await database.read { try $0.usage(of: key, in: UsagePeriod.day(of: day), words: "") }
    }
}

/// A minute or a day of UTC.
private struct UsagePeriod {
    let name: String
    /// In milliseconds since 1970.
    let start: Int
    let length: Int

    var end: Date { Date(milliseconds: start + length) }

    static func minute(of time: Date) -> Self { Self("minute", of: time, length: 60_000) }
    static func day(of time: Date) -> Self { Self("day", of: time, length: 86_400_000) }

    private init(_ name: String, of time: Date, length: Int) {
        self.name = name
        self.length = length
        start = time.milliseconds - (time.milliseconds % length + length) % length
    }
}

extension SQLConnection {
    fileprivate func lockedUsage(of key: AccessKey.ID, in period: UsagePeriod) throws(StoreError) -> Usage {
        try execute(
            """
            INSERT INTO key_usage (access_key, period, start, requests, bytes)
            SELECT id, \(period.name), \(period.start), 0, 0 FROM access_keys WHERE id = \(key)
            ON CONFLICT DO NOTHING
            """)
        return try usage(of: key, in: period, words: dialect.locking)
    }

    fileprivate func usage(of key: AccessKey.ID, in period: UsagePeriod, words: String) throws(StoreError) -> Usage {
        let found = try row(
            """
            SELECT requests, bytes FROM key_usage
            WHERE access_key = \(key) AND period = \(period.name) AND start = \(period.start) \(words: words)
            """)
        guard var found else { return Usage() }
        return Usage(requests: try found.integer(), bytes: try found.integer())
    }

    fileprivate func add(_ usage: Usage, to key: AccessKey.ID, in period: UsagePeriod) throws(StoreError) {
        try execute(
            """
            UPDATE key_usage SET requests = requests + \(usage.requests), bytes = bytes + \(usage.bytes)
            WHERE access_key = \(key) AND period = \(period.name) AND start = \(period.start)
            """)
    }
}
