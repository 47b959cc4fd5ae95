public import CoreMetrics
import NIOConcurrencyHelpers

/// Counts what happens, and prints it as Prometheus reads it.
///
/// Each name has at most so many sets of labels; what comes beyond is counted by `emx_metrics_refused_total`, so that no
/// label that somebody outside can choose fills the memory.
public final class MetricsRegistry: MetricsFactory, Sendable {
    private struct State {
        var families: [String: Family] = [:]
        var refused = 0
    }

    struct Family {
        var kind: Kind
        var series: [Labels: Series] = [:]
    }

    enum Kind: String { case counter, gauge, histogram }

    private let state = NIOLockedValueBox(State())
    static let mostSeries = 2_000

    public init() {}

    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        series(label, dimensions, .counter)
    }

    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        series(label, dimensions, .gauge)
    }

    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        series(label, dimensions, aggregate ? .histogram : .gauge)
    }

    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        series(label, dimensions, .histogram)
    }

    public func destroyCounter(_ handler: any CounterHandler) {}
    public func destroyMeter(_ handler: any MeterHandler) {}
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    public func destroyTimer(_ handler: any TimerHandler) {}

    private func series(_ label: String, _ dimensions: [(String, String)], _ kind: Kind) -> Series {
        let name = Labels.name(label), labels = Labels(dimensions)
        return state.withLockedValue { state in
            var family = state.families[name] ?? Family(kind: kind)
            if let known = family.series[labels] { return known }
            let series = Series()
            guard family.series.count < Self.mostSeries, family.kind == kind else {
                state.refused += 1
                return series
            }
            family.series[labels] = series
            state.families[name] = family
            return series
        }
    }

    /// Everything in Prometheus' text format, in the order of names.
    public func text() -> String {
        let (families, refused) = state.withLockedValue { ($0.families, $0.refused) }
        var text = ""
        for (name, family) in families.sorted(by: { $0.key < $1.key }) {
            text += "# TYPE \(name) \(family.kind.rawValue)\n"
            for (labels, series) in family.series.sorted(by: { $0.key.text < $1.key.text }) {
                text += series.text(name, labels, family.kind)
            }
        }
        return text + "# TYPE emx_metrics_refused_total counter\nemx_metrics_refused_total \(refused)\n"
    }
}

/// Labels as they are printed, in one order.
struct Labels: Hashable {
    let text: String

    init(_ dimensions: [(String, String)]) {
        text = dimensions.sorted { $0.0 < $1.0 }
            .map { #"\#(Self.name($0.0))="\#(Self.escaped($0.1))""# }.joined(separator: ",")
    }

    /// In braces, with one more label if need be.
    func braced(_ more: String = "") -> String {
        let all = [text, more].filter { !$0.isEmpty }.joined(separator: ",")
        return all.isEmpty ? "" : "{\(all)}"
    }

    /// A name of letters, digits and underscores.
    static func name(_ text: String) -> String {
        String(text.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
    }

    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in text.prefix(200) {
            switch character {
            case "\\": escaped += #"\\"#
            case "\"": escaped += #"\""#
            case "\n", "\r\n": escaped += #"\n"#
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
