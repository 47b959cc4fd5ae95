import EmissionsConsole
import EmissionsExchange
import EmissionsReports

/// Tells on standard error what came of conversions, one after another.
struct ConversionPrinter {
    private let style: ReportStyle
    private let colors: TextColors
    private let warnsOfLosses: Bool
    /// Whether there are several, each with a report of its own and a line at the end about all.
    private let isBatch: Bool
    private var json = JSONReport()
    private var text: TextReport

    init(_ style: ReportStyle, _ display: DisplayOptions, warnsOfLosses: Bool, isBatch: Bool) {
        (self.style, self.warnsOfLosses, self.isBatch) = (style, warnsOfLosses, isBatch)
        colors = display.colors(on: .standardError)
        text = TextReport(colors)
        if style == .json { write(json.begin()) }
    }

    /// A file that could not be begun, or whose output could not be written.
    mutating func show(_ failed: FileReport) {
        switch style {
        case .text: write(text.add(failed) + (isBatch ? "\n" : ""))
        case .json: write(isBatch ? json.add(failed, conversion: nil, outputs: []) : json.add(failed))
        }
    }

    /// What came of a file that could be begun, and the files that were written for it.
    mutating func show(_ result: ConversionReport, _ outcome: ConversionOutcome, outputs: [String]) {
        let outputs = outcome.isPublished ? outputs : []
        switch style {
        case .json:
            let conversion = outcome.isRead ? result : nil
            write(
                isBatch
                    ? json.add(result.source, conversion: conversion, outputs: outputs)
                    : json.add(result.source) + json.end(conversion: conversion))
        case .text:
            write(text.add(result.source))
            if outcome.isRead { write(ConversionText(result, colors).text(asWarnings: warnsOfLosses)) }
            if let reason = outcome.reason { write("nothing was published: \(reason)\n") }
            if isBatch { write(Self.written(outputs) + "\n") }
        }
    }

    mutating func end(_ tally: ConversionTally) {
        switch style {
        case .json: write(json.end())
        case .text: write("\(tally.words)\n")
        }
    }

    /// Ends the report on a single file that could not be begun.
    mutating func endFailed() { if style == .json { write(json.end()) } }

    private static func written(_ outputs: [String]) -> String {
        guard let first = outputs.first, let last = outputs.last else { return "" }
        return outputs.count == 1
            ? "written to \(first)\n" : "written to \(outputs.count) files, \(first) to \(last)\n"
    }

    private func write(_ text: String) { StandardError.write(text) }
    private func write(_ bytes: [UInt8]) { StandardError.write(String(decoding: bytes, as: UTF8.self)) }
}
