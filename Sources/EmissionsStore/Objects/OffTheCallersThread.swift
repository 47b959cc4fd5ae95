import Dispatch

/// Does what waits for a disk on a thread that may wait.
func offTheCallersThread<Outcome: Sendable>(
    _ body: @escaping @Sendable () throws(StoreError) -> Outcome
) async throws(StoreError) -> Outcome {
    let result = await withCheckedContinuation { continuation in
        DispatchQueue.global().async { continuation.resume(returning: Result(catching: body)) }
    }
    return try result.get()
}
