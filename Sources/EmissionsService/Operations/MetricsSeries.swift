import CoreMetrics
import NIOConcurrencyHelpers

/// One number over time, or the distribution of many.
final class Series: CounterHandler, MeterHandler, RecorderHandler, TimerHandler, Sendable {
    private struct State {
        var value = 0.0
        var count = 0
        /// How many were at most as much as each bound, and more than the one before.
        var buckets = [Int](repeating: 0, count: Series.bounds.count)
    }

    private let state = NIOLockedValueBox(State())

    /// Seconds.
    static let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120]

    // MARK: Counters and gauges

    func increment(by amount: Int64) { state.withLockedValue { $0.value += Double(amount) } }
    func increment(by amount: Double) { state.withLockedValue { $0.value += amount } }
    func decrement(by amount: Double) { state.withLockedValue { $0.value -= amount } }
    func reset() { state.withLockedValue { $0 = State() } }
    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { state.withLockedValue { $0.value = value } }

    // MARK: Distributions

    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        state.withLockedValue { state in
            state.value += value
            state.count += 1
            if let bucket = Self.bounds.firstIndex(where: { value <= $0 }) { state.buckets[bucket] += 1 }
        }
    }

    func text(_ name: String, _ labels: Labels, _ kind: MetricsRegistry.Kind) -> String {
        let state = state.withLockedValue { $0 }
        guard kind == .histogram else { return "\(name)\(labels.braced()) \(Self.number(state.value))\n" }
        var text = "", sum = 0
        for (bound, count) in zip(Self.bounds, state.buckets) {
            sum += count
            text += "\(name)_bucket\(labels.braced(#"le="\#(Self.number(bound))""#)) \(sum)\n"
        }
        text += "\(name)_bucket\(labels.braced(#"le="+Inf""#)) \(state.count)\n"
        text += "\(name)_sum\(labels.braced()) \(Self.number(state.value))\n"
        return text + "\(name)_count\(labels.braced()) \(state.count)\n"
    }

    private static func number(_ value: Double) -> String {
        value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : String(value)
    }
}
