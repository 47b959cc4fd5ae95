public import ArgumentParser
import EmissionsConsole
public import EmissionsDiagnostics
import EmissionsExchange
import EmissionsReports
import EmissionsSyntax

extension Diagnostic.Severity: ExpressibleByArgument {}

struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Say what is wrong with files, and where.",
        discussion: """
            Examples:
              emx validate footprints.json
              emx validate inbox/ --report text --report html=report.html
              emx validate inbox/ --report json=report.json --baseline last.json
              curl -s https://partner.example/footprints | emx validate - --profile pact-3

            A bad file never stops the others. Reports:

              text    for a person, on a terminal
              html    for a person, one page to pass on
              csv     a row per finding, for a spreadsheet
              json    for a program (schemas/emx-report)
              ndjson  the same, a line per finding
              sarif   SARIF 2.1.0, for code hosts and review tools
              junit   JUnit's XML, for continuous integration

            Without a file a report goes to standard output. Files appear whole
            or not at all.
            """)

    @Argument(help: "Files, or folders and zip archives whose files are meant; '-' is standard input.")
    var inputs: [String]

    @OptionGroup var reading: ReadingArguments

    @Option(
        name: .customLong("report"),
        help: ArgumentHelp(
            "A report, and the file to write it to: \(ReportFormat.allCases.map(\.rawValue).joined(separator: ", ")). "
                + "Can be repeated. (default: text)",
            valueName: "format[=file]"))
    var reports: [String] = []

    @Option(
        help: ArgumentHelp("An earlier JSON report, to say what is new since and what is fixed.", valueName: "file"))
    var baseline: String?

    @Option(
        help: ArgumentHelp(
            """
            A schema to check against in place of ours: a JSON Schema for each record of JSON, an XSD for XML, or a table \
            schema for CSV.
            """,
            valueName: "file"))
    var schema: String?

    @Option(
        name: .customLong("schema-part"),
        help: ArgumentHelp(
            "A document that the schema includes, imports or refers to; nothing is looked for. Can be repeated.",
            valueName: "[name=]file"))
    var schemaParts: [String] = []

    @Flag(help: "Hold texts to what the schema's 'format' calls them; by JSON Schema it is only a remark.")
    var assertFormats = false

    @Option(help: "The severity from which findings make the exit status 1.")
    var failOn = Diagnostic.Severity.error

    @OptionGroup var display: DisplayOptions

    func validate() throws {
        if baseline == "-", inputs.contains("-") {
            throw ValidationError("an input and --baseline can't both be standard input")
        }
        if !schemaParts.isEmpty, schema == nil { throw ValidationError("--schema-part is for a --schema") }
    }

    func run() throws {
        var options = try reading.options(display)
        options.schema = try schema.map {
            try SteeringFile(path: $0).schema(
                parts: schemaParts.map { SchemaPart($0) }, options.limits, assertsFormats: assertFormats, display)
        }
        let validator = Validator(options)
        let requests = try ReportRequest.all(reports)
        let files = InputFile.files(inputs)
        for request in requests { try request.refuseToOverwrite(files) }
        let comparison = try baseline.map { Comparison(with: try read(baseline: $0)) }
        let status: ExitStatus
        do {
            status = try validate(files, validator, comparison, requests)
        } catch let failure as OutputFile.Failure {
            StandardError.write("error[IO-002]: \(failure.message)\n")
            throw ExitStatus.unavailable
        }
        if status > .success { throw status }
    }

    private func validate(
        _ files: [InputFile], _ validator: Validator, _ comparison: Comparison?, _ requests: [ReportRequest]
    ) throws -> ExitStatus {
        var status = ExitStatus.success
        // Nothing is printed before all of them can be written.
        let reports = ReportSet(
            try requests.map { try ReportDestination($0, display, failingFrom: failOn) }, comparison)
        try reports.begin()
        for file in files {
            for part in file.parts(validator.options) {
                let found = validate(part, validator, reports)
                status = max(status, ExitStatus(found.verdict))
                if found.counts.count(atLeast: failOn) > 0 { status = max(status, .findings) }
                try reports.add(found)
            }
        }
        try reports.end()
        return status
    }

    private func read(baseline path: String) throws -> Baseline {
        do {
            return try Baseline(try InputFile(path: path).bytes(), named: path)
        } catch let failure as Baseline.Failure {
            throw UsageError(failure.message)
        } catch let error as SyntaxError {
            throw UsageError("the baseline: \(error.diagnostic.message)")
        }
    }

    private func validate(_ file: InputPart, _ validator: Validator, _ reports: ReportSet) -> FileReport {
        let listener = reports.listener(path: file.path)
        do {
            return validator.validate(try file.open(), listener)
        } catch {
            let report = FileReport.failed(path: file.path, error)
            listener.hear(report)
            return report
        }
    }
}
