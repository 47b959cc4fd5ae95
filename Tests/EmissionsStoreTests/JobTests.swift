import Foundation
import Testing

@testable import EmissionsStore

@Suite struct JobTests {
    let now = Bench.now
    let retries = RetryLimit(attempts: 3, problem: Array(#"{"why":"gone"}"#.utf8))

    private func request(_ input: Digest? = nil, expires: Double = 3600) -> Job.Request {
        Job.Request(
            submitter: .subject("ada"), kind: "convert", parameters: Array(#"{"to":"pact"}"#.utf8), input: input,
            expires: now + expires)
    }

    private func take(_ store: any Store, _ owner: String, at time: Date, for seconds: Double = 30) async throws -> Job?
    {
        try await store.takeJob(by: owner, until: time + seconds, retries: retries, now: time)
    }

    @Test(arguments: Backend.available)
    func aJobGoesFromTheQueueToItsResult(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let store = bench.store
            let added = try await store.addJob(request(try await bench.object("input")), of: bench.tenant, now: now)
            #expect(added.state == .queued)
            #expect(try await store.job(added.id, of: bench.tenant) == added)

            let taken = try #require(try await take(store, "one", at: now + 1))
            #expect(taken.id == added.id)
            #expect(taken.state == .running)
            #expect(taken.attempts == 1)
            #expect(taken.started == now + 1)
            let lease = try #require(taken.lease)
            #expect(lease.until == now + 31)

            let progress = Job.Progress(bytesDone: 5, bytesTotal: 10, records: 2)
            let heard = try await store.heartbeat(lease, progress: progress, until: now + 60, now: now + 20)
            guard case .held(let renewed) = heard else { return #expect(Bool(false), "\(heard)") }
            #expect(try await store.job(added.id, of: bench.tenant)?.progress == progress)
            #expect(renewed.until == now + 60)

            let report = try await bench.object("report"), output = try await bench.object("output")
            let done = try await store.finishJob(
                renewed, .succeeded(report: report, output: output), progress: progress, now: now + 50)
            #expect(done.state == .succeeded)
            #expect(done.outcome == .succeeded(report: report, output: output))
            #expect(done.finished == now + 50)
            #expect(done.lease == nil)
            #expect(try await store.job(added.id, of: bench.tenant) == done)
        }
    }

    @Test(arguments: Backend.available)
    func theOldestJobIsTakenFirst(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let first = try await bench.store.addJob(request(), of: bench.tenant, now: now + 5)
            let second = try await bench.store.addJob(request(), of: bench.tenant, now: now)
            #expect(try await take(bench.store, "one", at: now + 6)?.id == first.id)
            #expect(try await take(bench.store, "one", at: now + 6)?.id == second.id)
            #expect(try await take(bench.store, "one", at: now + 6) == nil)
        }
    }

    /// With one place to work there is nothing under way when a job is chosen: then tenants take turns.
    @Test(arguments: Backend.available)
    func tenantsTakeTurnsHoweverManyJobsOneHas(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let small = try await tenant("small", bench)
            for _ in 0..<5 { _ = try await bench.store.addJob(request(), of: bench.tenant, now: now) }
            for _ in 0..<2 { _ = try await bench.store.addJob(request(), of: small, now: now + 1) }
            var order: [Tenant.ID] = []
            for second in 2..<9 {
                let job = try #require(try await take(bench.store, "one", at: now + Double(second)))
                order.append(job.tenant)
                _ = try await bench.store.finishJob(
                    try #require(job.lease), .succeeded(report: nil, output: nil), progress: .init(),
                    now: now + Double(second))
            }
            #expect(order.prefix(4) == [bench.tenant, small, bench.tenant, small])
            #expect(order.dropFirst(4).allSatisfy { $0 == bench.tenant })
        }
    }

    @Test(arguments: Backend.available)
    func theTenantWithTheFewestJobsUnderWayComesFirst(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let late = try await tenant("late", bench)
            for _ in 0..<4 { _ = try await bench.store.addJob(request(), of: bench.tenant, now: now) }
            _ = try await take(bench.store, "one", at: now + 1)
            _ = try await take(bench.store, "two", at: now + 1)
            for _ in 0..<3 { _ = try await bench.store.addJob(request(), of: late, now: now + 2) }
            var order: [Tenant.ID?] = []
            for second in 3..<7 { order.append(try await take(bench.store, "one", at: now + Double(second))?.tenant) }
            // Two of the other are under way: this one catches up, and then has the shorter wait behind it.
            #expect(order == [late, late, bench.tenant, late])
        }
    }

    @Test(arguments: Backend.available)
    func aTenantWhoseJobsHaveAllExpiredKeepsNobodyWaiting(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let other = try await tenant("other", bench)
            _ = try await bench.store.addJob(request(expires: 5), of: bench.tenant, now: now)
            let added = try await bench.store.addJob(request(), of: other, now: now + 1)
            #expect(try await take(bench.store, "one", at: now + 10)?.id == added.id)
            #expect(try await take(bench.store, "one", at: now + 10) == nil)
        }
    }

    private func tenant(_ name: String, _ bench: Bench) async throws -> Tenant.ID {
        let id = try #require(Tenant.ID(name))
        try await bench.store.addTenant(Tenant(id: id, name: name, created: now), by: .service)
        return id
    }

    @Test(arguments: Backend.available)
    func twoServersShareTheQueueAndNoJobIsDoneTwiceOrLost(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let other = try await bench.another()
            var added: Set<Job.ID> = []
            for _ in 0..<60 { added.insert(try await bench.store.addJob(request(), of: bench.tenant, now: now).id) }
            let taken = try await withThrowingTaskGroup(of: [Job.ID].self) { group in
                for worker in 0..<6 {
                    let store = worker.isMultiple(of: 2) ? bench.store : other
                    group.addTask {
                        var mine: [Job.ID] = []
                        while let job = try await take(store, "worker \(worker)", at: now + 1) {
                            let lease = try #require(job.lease)
                            _ = try await store.finishJob(
                                lease, .succeeded(report: nil, output: nil), progress: .init(), now: now + 2)
                            mine.append(job.id)
                        }
                        return mine
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(taken.count == 60)
            #expect(Set(taken) == added)
            #expect(try await bench.store.countJobs(in: .succeeded, of: bench.tenant) == 60)
            #expect(try await bench.store.countJobs(in: .queued, of: nil) == 0)
            try await other.close()
        }
    }

    @Test(arguments: Backend.available)
    func theJobOfAServerThatDiedIsTakenByAnother(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let other = try await bench.another()
            let added = try await bench.store.addJob(request(), of: bench.tenant, now: now)
            let lost = try #require(try await take(bench.store, "one", at: now)?.lease)
            #expect(try await take(other, "two", at: now + 29) == nil)
            let again = try #require(try await take(other, "two", at: now + 30))
            #expect(again.id == added.id)
            #expect(again.attempts == 2)
            #expect(again.started == now)

            // The first one comes back to life.
            await #expect(throws: StoreError.leaseLost) {
                _ = try await bench.store.finishJob(
                    lost, .succeeded(report: nil, output: nil), progress: .init(), now: now + 31)
            }
            let heard = try await bench.store.heartbeat(lost, progress: .init(), until: now + 90, now: now + 31)
            #expect(heard == .lost)
            #expect(try await bench.store.job(added.id, of: bench.tenant)?.lease?.owner == "two")
            try await other.close()
        }
    }

    @Test(arguments: Backend.available)
    func anEarlierAttemptOfTheSameOwnerIsRefused(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            _ = try await bench.store.addJob(request(), of: bench.tenant, now: now)
            let first = try #require(try await take(bench.store, "one", at: now)?.lease)
            let second = try #require(try await take(bench.store, "one", at: now + 30)?.lease)
            await #expect(throws: StoreError.leaseLost) {
                _ = try await bench.store.finishJob(first, .failed(problem: []), progress: .init(), now: now + 31)
            }
            let done = try await bench.store.finishJob(second, .failed(problem: [1]), progress: .init(), now: now + 31)
            #expect(done.outcome == .failed(problem: [1]))
        }
    }

    @Test(arguments: Backend.available)
    func whoeverComesAfterTheLeaseIsTooLate(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            _ = try await bench.store.addJob(request(), of: bench.tenant, now: now)
            let lease = try #require(try await take(bench.store, "one", at: now)?.lease)
            await #expect(throws: StoreError.leaseLost) {
                _ = try await bench.store.finishJob(lease, .failed(problem: []), progress: .init(), now: now + 30)
            }
        }
    }

    @Test(arguments: Backend.available)
    func aJobThatEndsNobodyFailsInTheEnd(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let added = try await bench.store.addJob(request(), of: bench.tenant, now: now)
            for attempt in 0..<3 {
                #expect(try await take(bench.store, "one", at: now + Double(attempt) * 30)?.attempts == attempt + 1)
            }
            #expect(try await take(bench.store, "one", at: now + 90) == nil)
            let failed = try #require(try await bench.store.job(added.id, of: bench.tenant))
            #expect(failed.state == .failed)
            #expect(failed.outcome == .failed(problem: retries.problem))
            #expect(failed.finished == now + 90)
        }
    }

    @Test(arguments: Backend.available)
    func aJobThatIsReturnedWasNotBegun(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let added = try await bench.store.addJob(request(), of: bench.tenant, now: now)
            let lease = try #require(try await take(bench.store, "one", at: now)?.lease)
            try await bench.store.returnJob(lease, now: now + 1)
            #expect(try await bench.store.job(added.id, of: bench.tenant) == added)
            await #expect(throws: StoreError.leaseLost) { try await bench.store.returnJob(lease, now: now + 1) }
        }
    }

    @Test(arguments: Backend.available)
    func whoeverWorksOnACancelledJobHearsSo(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let added = try await bench.store.addJob(request(), of: bench.tenant, now: now)
            let lease = try #require(try await take(bench.store, "one", at: now)?.lease)
            let cancelled = try await bench.store.cancelJob(
                added.id, of: bench.tenant, by: .subject("ada"), now: now + 1)
            #expect(cancelled?.state == .cancelled)
            #expect(
                try await bench.store.heartbeat(lease, progress: .init(), until: now + 60, now: now + 2) == .cancelled)
            await #expect(throws: StoreError.leaseLost) {
                _ = try await bench.store.finishJob(lease, .failed(problem: []), progress: .init(), now: now + 3)
            }
            // Once more changes nothing.
            #expect(
                try await bench.store.cancelJob(added.id, of: bench.tenant, by: .service, now: now + 9) == cancelled)
        }
    }

    @Test(arguments: Backend.available)
    func aStrangerSeesAndCancelsNoJob(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            let stranger = try await bench.stranger()
            let added = try await bench.store.addJob(request(), of: bench.tenant, now: now)
            #expect(try await bench.store.job(added.id, of: stranger) == nil)
            #expect(try await bench.store.cancelJob(added.id, of: stranger, by: .service, now: now) == nil)
            #expect(try await bench.store.jobs(of: stranger, matching: .init(), page: .init()).total == 0)
            #expect(try await bench.store.countJobs(in: .queued, of: stranger) == 0)
            #expect(try await bench.store.job(added.id, of: bench.tenant)?.state == .queued)
            let theirs = try await bench.object("theirs", of: stranger)
            await #expect(throws: StoreError.notFound("object")) {
                _ = try await bench.store.addJob(request(theirs), of: bench.tenant, now: now)
            }
        }
    }

    @Test(arguments: Backend.available)
    func jobsAreListedNewestFirst(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            var added: [Job] = []
            for index in 0..<5 {
                added.append(try await bench.store.addJob(request(), of: bench.tenant, now: now + Double(index)))
            }
            let first = try await bench.store.jobs(of: bench.tenant, matching: .init(), page: PageRequest(size: 3))
            #expect(first.items == added.suffix(3).reversed())
            #expect(first.total == 5)
            let rest = try await bench.store.jobs(
                of: bench.tenant, matching: .init(), page: PageRequest(size: 3, after: first.next))
            #expect(rest.items == added.prefix(2).reversed())
            #expect(rest.next == nil)
            let running = JobFilter(state: .running)
            #expect(try await bench.store.jobs(of: bench.tenant, matching: running, page: .init()).total == 0)
            let others = JobFilter(submitter: .service)
            #expect(try await bench.store.jobs(of: bench.tenant, matching: others, page: .init()).total == 0)
        }
    }

    @Test(arguments: Backend.available)
    func aJobIsNotBegunAfterItHasExpired(_ backend: Backend) async throws {
        try await Bench.with(backend) { bench in
            _ = try await bench.store.addJob(request(expires: 10), of: bench.tenant, now: now)
            #expect(try await take(bench.store, "one", at: now + 10) == nil)
        }
    }
}
