public import ArgumentParser
public import EmissionsDiagnostics
import EmissionsExchange
import EmissionsReports

extension Diagnostic.Severity: ExpressibleByArgument {}

struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate", abstract: "Say what is wrong with files, and where.",
        discussion: """
            Examples:
              emx validate footprints.json
              emx validate inbox/ --report json > report.json
              curl -s https://partner.example/footprints | emx validate - --profile pact-3

            A bad file never stops the others. The report goes to standard output.
            """)

    @Argument(help: "Files, or folders whose files are meant; '-' is standard input.")
    var inputs: [String]

    @OptionGroup var reading: ReadingArguments

    @Option(help: "For a person or for a program (schemas/emx-report).")
    var report = ReportStyle.text

    @Option(help: "The severity from which findings make the exit status 1.")
    var failOn = Diagnostic.Severity.error

    @OptionGroup var display: DisplayOptions

    func run() throws {
        let validator = Validator(try reading.options())
        var status = ExitStatus.success
        var text = TextReport(display.colors(on: .standardOutput)), json = JSONReport()
        if report == .json { StandardOutput.write(json.begin()) }
        for file in InputFile.files(inputs) {
            let found = validate(file, validator)
            status = max(status, ExitStatus(found.verdict))
            if found.counts.count(atLeast: failOn) > 0 { status = max(status, .findings) }
            switch report {
            case .text: StandardOutput.write(text.add(found))
            case .json: StandardOutput.write(json.add(found))
            }
        }
        switch report {
        case .text: StandardOutput.write(text.end())
        case .json: StandardOutput.write(json.end())
        }
        if status > .success { throw status }
    }

    private func validate(_ file: InputFile, _ validator: Validator) -> FileReport {
        do {
            return validator.validate(try file.open())
        } catch {
            return .failed(path: file.path, error)
        }
    }
}
