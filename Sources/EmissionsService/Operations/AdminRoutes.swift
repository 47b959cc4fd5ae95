import EmissionsStore
import FoundationEssentials
import HTTPTypes
import Hummingbird
import Metrics
import NIOCore

/// The metrics, on a port that nobody outside reaches.
struct AdminRoutes {
    let registry: MetricsRegistry
    let pool: WorkerPool
    let store: any Store

    func add(to router: some RouterMethods<ServiceContext>) { router.get("metrics", use: metrics) }

    @Sendable private func metrics(_ request: Request, _ context: ServiceContext) async throws -> Response {
        let load = await pool.load
        Meter(label: "emx_workers_waiting").set(load.waiting)
        Meter(label: "emx_workers_busy").set(load.busy)
        Meter(label: "emx_workers_alive").set(await pool.isAlive ? 1 : 0)
        for state in Job.State.allCases {
            // What can't be counted now keeps the number that it had.
            do {
                let count = try await store.countJobs(in: state, of: nil)
                Meter(label: "emx_jobs", dimensions: [("state", state.rawValue)]).set(count)
            } catch {
                Counter(label: "emx_store_errors_total").increment()
            }
        }
        return Response(
            status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: registry.text())))
    }
}
