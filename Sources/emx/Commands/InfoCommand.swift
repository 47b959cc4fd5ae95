import ArgumentParser
import EmissionsConsole
import EmissionsExchange
import EmissionsFormats
import EmissionsReports

struct InfoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info", abstract: "Say what is in files: products, origins, periods, headline figures.",
        discussion: """
            Example:
              emx info footprints.json
            """)

    @Argument(help: "Files, or folders and zip archives whose files are meant; '-' is standard input.")
    var inputs: [String]

    @Flag(help: "Print JSON.")
    var json = false

    @Option(help: ArgumentHelp("How many footprints are listed one by one; all are counted.", valueName: "n"))
    var maxEntries = 20

    @OptionGroup var reading: ReadingArguments
    @OptionGroup var display: DisplayOptions

    func run() throws {
        var inspector = Inspector(try reading.options(display))
        inspector.maxEntries = maxEntries
        let colors = display.colors(on: .standardOutput)
        var status = ExitStatus.success
        var list: [JSONValue] = []
        for (index, file) in InputFile.files(inputs).lazy.flatMap({ $0.parts(inspector.options) }).enumerated() {
            let (report, summary, evidence) = inspect(file, inspector)
            status = max(status, ExitStatus(report.verdict))
            let printed = SummaryReport(report, summary, evidence: evidence)
            if json {
                list.append(printed.json)
            } else {
                StandardOutput.write((index > 0 ? "\n" : "") + printed.text(colors))
            }
            if ExitStatus(report.verdict) > .success, let last = report.findings.last {
                StandardError.write(TextReport(display.colors(on: .standardError)).text(of: last, in: file.path))
            }
        }
        if json { StandardOutput.write(JSONValue.list(list).document) }
        if status > .success { throw status }
    }

    private func inspect(_ file: InputPart, _ inspector: Inspector) -> (FileReport, Summary, evidence: String?) {
        do {
            let source = try file.open()
            let (report, summary) = inspector.inspect(source)
            return (report, summary, source.detected?.recognition.evidence)
        } catch {
            return (.failed(path: file.path, error), Summary(capacity: 0), nil)
        }
    }
}
