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

    /// Runs on a thread that may wait for the network.
    func withConnection<Result: Sendable>(
        _ body: @escaping @Sendable (PostgresConnection) throws(StoreError) -> Result
    ) async throws(StoreError) -> Result {
        let lent = await borrow()
        let (result, remaining) = await withCheckedContinuation { continuation in
            queue.async {
                continuation.resume(returning: self.run(body, on: lent))
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
        _ body: @Sendable (PostgresConnection) throws(StoreError) -> Outcome, on lent: Lent?
    ) -> (Result<Outcome, StoreError>, Lent?) {
        var remaining = lent
        let result = Result<Outcome, StoreError> { () throws(StoreError) in
            guard !state.withLock(\.isClosed) else { throw .unavailable("the store is closed") }
            if let lent, lent.connection.answers { return try body(lent.connection) }
            remaining = nil
            let connection = try PostgresConnection(url: url)
            remaining = Lent(connection: connection)
            return try body(connection)
        }
        return (result, remaining?.connection.isAlive == true ? remaining : nil)
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
