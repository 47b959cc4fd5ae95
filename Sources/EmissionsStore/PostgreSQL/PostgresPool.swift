import Dispatch
import Synchronization

/// A few connections that are opened when they are needed, lent to one at a time, and opened anew when they were lost.
final class PostgresPool: Sendable {
    private let url: String
    private let size: Int
    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "emissions-store.postgres", attributes: .concurrent)

    private struct State {
        var idle: [Lent] = []
        var lent = 0
        var waiting: [CheckedContinuation<Lent?, Never>] = []
        var isClosed = false
    }

    /// Only ever in one pair of hands.
    private struct Lent: @unchecked Sendable { let connection: PostgresConnection }

    init(url: String, size: Int) {
        self.url = url
        self.size = max(size, 1)
    }

    /// Runs the first words, then the rest, on a thread that may wait for the network.
    func withConnection<Result: Sendable>(
        beginning: String, _ body: @escaping @Sendable (PostgresConnection) throws(StoreError) -> Result
    ) async throws(StoreError) -> Result {
        let lent = await borrow()
        let (result, remaining) = await withCheckedContinuation { continuation in
            queue.async {
                continuation.resume(returning: self.run(beginning, body, on: lent))
            }
        }
        giveBack(remaining)
        return try result.get()
    }

    func close() {
        state.withLock { state in
            state.isClosed = true
            state.idle = []
        }
    }

    private func run<Outcome: Sendable>(
        _ beginning: String, _ body: @Sendable (PostgresConnection) throws(StoreError) -> Outcome, on lent: Lent?
    ) -> (Result<Outcome, StoreError>, Lent?) {
        var remaining = lent
        let result = Result<Outcome, StoreError> { () throws(StoreError) in
            guard !state.withLock(\.isClosed) else { throw .unavailable("the store is closed") }
            let begun = try begin(beginning, on: lent)
            remaining = begun
            return try body(begun.connection)
        }
        return (result, remaining?.connection.isIdle == true ? remaining : nil)
    }

    /// On a new connection if there is none, or if its server went away while nobody asked it for anything.
    private func begin(_ beginning: String, on lent: Lent?) throws(StoreError) -> Lent {
        if let lent {
            do {
                try lent.connection.run(script: beginning)
                return lent
            } catch {
                if lent.connection.isAlive { throw error }
            }
        }
        let new = Lent(connection: try PostgresConnection(url: url))
        try new.connection.run(script: beginning)
        return new
    }

    /// A connection that is idle, or the right to open one.
    private func borrow() async -> Lent? {
        await withCheckedContinuation { continuation in
            state.withLock { state in
                if state.lent < size {
                    state.lent += 1
                    continuation.resume(returning: state.idle.popLast())
                } else {
                    state.waiting.append(continuation)
                }
            }
        }
    }

    private func giveBack(_ lent: Lent?) {
        state.withLock { state in
            if !state.waiting.isEmpty {
                state.waiting.removeFirst().resume(returning: lent)
            } else {
                state.lent -= 1
                if let lent, !state.isClosed { state.idle.append(lent) }
            }
        }
    }
}
