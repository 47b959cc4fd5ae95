import ArgumentParser
import EmissionsDiagnostics
import EmissionsExchange
import EmissionsFormats
import EmissionsReports
import EmissionsSyntax

struct ConvertCommand: ParsableCommand {
    enum OnLoss: String, ExpressibleByArgument, CaseIterable { case report, warn, fail }

    static let configuration = CommandConfiguration(
        commandName: "convert", abstract: "Rewrite a file in another format, and account for every value.",
        discussion: """
            Examples:
              emx convert footprints.json -t pact@2.3 -o old.json --loss loss.json
              emx convert footprints.json -t pact@2.3 --on-loss fail > old.json

            The output goes to standard output, everything else to standard error.
            Outputs appear whole or not at all:

              a value can't be read, or breaks a rule: published, exit status 1
              the target lacks what it requires: not published, exit status 1,
                  unless --allow-incomplete is given
              values are lost: published, or with --on-loss fail not published
                  and exit status 3
              the input is not read to its end: not published, exit status 4 to 6

            The loss report is written whenever the input was read to its end.
            """)

    @Argument(help: "The file; '-' is standard input.")
    var input: String

    @Option(
        name: [.customShort("t"), .customLong("to")],
        help: ArgumentHelp("The format to write, with its version if need be: pact@2.3.", valueName: "format[@version]")
    )
    var to: String

    @Option(
        name: .shortAndLong, help: ArgumentHelp("Where to write; '-' is standard output.", valueName: "file"))
    var output = "-"

    @Option(help: ArgumentHelp("Write what became of every value as JSON (schemas/emx-loss).", valueName: "file"))
    var loss: String?

    @Option(help: "List what is lost, warn of each loss, or publish nothing.")
    var onLoss = OnLoss.report

    @Flag(help: "Publish an output that lacks what its format requires.")
    var allowIncomplete = false

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            "A value to use where the source says nothing: declaredUnit.amount=12. Can be repeated.",
            valueName: "path=value"))
    var values: [String] = []

    @Option(help: ArgumentHelp("Such values as JSON: {\"footprint\": {…}, \"header\": {…}}.", valueName: "file"))
    var defaults: String?

    @OptionGroup var reading: ReadingArguments

    @Option(help: "The report on standard error: for a person or for a program (schemas/emx-report).")
    var report = ReportStyle.text

    @OptionGroup var display: DisplayOptions

    func validate() throws {
        if input == "-", defaults == "-" {
            throw ValidationError("the input and --defaults can't both be standard input")
        }
        if output == "-", loss == "-" { throw ValidationError("--output and --loss can't both be standard output") }
        if let loss, loss != "-", loss == output { throw ValidationError("--output and --loss are the same file") }
    }

    func run() throws {
        let target = try FormatName(to)
        var converter = Converter(try reading.options(display), to: target.format, version: try target.writtenVersion())
        try refuseToOverwriteInput()
        if defaults != nil || !values.isEmpty {
            let defaults = try readDefaults(converter.options.limits)
            converter.supply = { defaults.apply(to: &$0) }
        }
        do {
            try convert(converter)
        } catch let failure as OutputFile.Failure {
            StandardError.write("error[IO-002]: \(failure.message)\n")
            throw ExitStatus.unavailable
        }
    }

    private func convert(_ converter: Converter) throws {
        let file: SourceFile
        do {
            file = try InputFile(path: input).open()
        } catch {
            show(.failed(path: input, error))
            throw ExitStatus(FileReport.failed(path: input, error).verdict)
        }
        let published = try OutputFile(output)
        let result = try converter.convert(
            file, startOver: { try published.startOver() }, into: { try published.write($0) })

        let outcome = Outcome(result, self)
        if outcome.isRead, let loss {
            let file = try OutputFile(loss)
            try file.write(LossReport(result).bytes)
            try file.publish()
        }
        if outcome.isPublished { try published.publish() }
        show(result, outcome)
        if outcome.status > .success { throw outcome.status }
    }

    /// Defaults that are not understood would not be applied, so that nothing is converted with them.
    private func readDefaults(_ limits: Limits) throws -> Defaults {
        let path = defaults
        let text = TextReport(display.colors(on: .standardError))
        do {
            let document = try path.map { try InputFile(path: $0).bytes() }
            let (defaults, problems) = try Defaults.read(document: document, assignments: values, limits: limits)
            for problem in problems {
                StandardError.write(text.text(of: problem, in: problem.location == nil ? "--set" : path ?? "--set"))
            }
            if problems.contains(where: { $0.severity == .error }) { throw ExitStatus.usage }
            return defaults
        } catch let error as SyntaxError {
            StandardError.write(text.text(of: error.diagnostic, in: path ?? "--set"))
            throw error.kind == .unavailable ? ExitStatus.unavailable : .usage
        }
    }

    private func refuseToOverwriteInput() throws {
        let read = input == "-" ? FileIdentity(.standardInput) : FileIdentity(input)
        guard let read else { return }
        for path in [output, loss].compactMap({ $0 }) where path != "-" && path != "/dev/null" {
            guard FileIdentity(path) == read else { continue }
            throw UsageError("'\(path)' is the input; name another file for the output")
        }
    }

    // MARK: The report

    private func show(_ failed: FileReport) {
        switch report {
        case .text:
            var text = TextReport(display.colors(on: .standardError))
            StandardError.write(text.add(failed))
        case .json:
            var json = JSONReport()
            StandardError.write(String(decoding: json.begin() + json.add(failed) + json.end(), as: UTF8.self))
        }
    }

    private func show(_ result: ConversionReport, _ outcome: Outcome) {
        switch report {
        case .json:
            var json = JSONReport()
            let bytes = json.begin() + json.add(result.source) + json.end(conversion: outcome.isRead ? result : nil)
            StandardError.write(String(decoding: bytes, as: UTF8.self))
        case .text:
            let colors = display.colors(on: .standardError)
            var text = TextReport(colors)
            StandardError.write(text.add(result.source))
            if outcome.isRead {
                StandardError.write(ConversionText(result, colors).text(asWarnings: onLoss == .warn))
            }
            if let reason = outcome.reason { StandardError.write("nothing was published: \(reason)\n") }
        }
    }
}

/// What a conversion comes to.
private struct Outcome {
    var status = ExitStatus.success
    /// Why the output is not published; `nil` where it is.
    var reason: String?
    /// Whether the input was read to its end, so that the account is whole.
    let isRead: Bool

    var isPublished: Bool { reason == nil }

    init(_ result: ConversionReport, _ command: ConvertCommand) {
        status = ExitStatus(result.source.verdict)
        isRead = status == .success
        guard isRead else {
            reason = "the input could not be read to its end"
            return
        }
        if result.source.counts.error > result.targetErrors { status = .findings }
        if !result.isComplete, !command.allowIncomplete {
            status = .findings
            reason = "the target lacks what it requires; --set or --defaults supply it, --allow-incomplete does without"
        }
        if command.onLoss == .fail, result.account.lost > 0 {
            status = .loss
            reason = "values would be lost, and --on-loss is fail"
        }
        if !result.account.isBalanced {
            status = .internalError
            reason = "the account does not add up, which is an error of emx itself; please report it with the input"
        }
    }
}
