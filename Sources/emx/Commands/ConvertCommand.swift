import ArgumentParser
import EmissionsConsole
import EmissionsDiagnostics
import EmissionsExchange
import EmissionsFormats
import EmissionsReports
import EmissionsSyntax

struct ConvertCommand: ParsableCommand {
    enum OnLoss: String, ExpressibleByArgument, CaseIterable { case report, warn, fail }

    static let configuration = CommandConfiguration(
        commandName: "convert", abstract: "Rewrite files in another format, and account for every value.",
        discussion: """
            Examples:
              emx convert footprints.json -t pact@2.3 -o old.json --loss loss.json
              emx convert footprints.json -t pact@2.3 --on-loss fail > old.json
              emx convert inbox/ more.zip a.xml -t emx -o out/ --loss losses/
              emx convert mill.csv --map mill.yaml -t pact > footprints.json
              emx convert footprints.json -t map --map mill.yaml -o mill.csv

            The output goes to standard output, everything else to standard error.
            Of several files, each is written below the folder that -o names, under
            the name of its input: 'inbox/x/b.xml' to 'out/inbox/x/b.json',
            'more.zip!/c.csv' to 'out/more.zip/c.json'. A bad file never stops the
            others; of several exit statuses the highest counts.

            Outputs appear whole or not at all:

              a value can't be read, or breaks a rule: published, exit status 1
              the target lacks what it requires: not published, exit status 1,
                  unless --allow-incomplete is given
              values are lost: published, or with --on-loss fail not published
                  and exit status 3
              the input is not read to its end: not published, exit status 4 to 6

            The loss report is written whenever the input was read to its end.
            """)

    @Argument(help: "Files, or folders and zip archives whose files are meant; '-' is standard input.")
    var inputs: [String]

    @Option(
        name: [.customShort("t"), .customLong("to")],
        help: ArgumentHelp("The format to write, with its version if need be: pact@2.3.", valueName: "format[@version]")
    )
    var to: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Where to write: a file, or a folder, which is one that is there or ends in '/'; '-' is standard output.",
            valueName: "file|folder/"))
    var output = "-"

    @Option(
        help: ArgumentHelp(
            "Write what became of every value as JSON (schemas/emx-loss): a file, or a folder if the output is one.",
            valueName: "file|folder/"))
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
        if inputs.contains("-"), defaults == "-" {
            throw ValidationError("the input and --defaults can't both be standard input")
        }
        if output == "-", loss == "-" { throw ValidationError("--output and --loss can't both be standard output") }
        guard let loss else { return }
        if OutputPlan.isFolder(output) {
            guard OutputPlan.isFolder(loss) else {
                throw ValidationError("--output is a folder, so --loss must be one, too: end '\(loss)' with '/'")
            }
        } else if loss != "-", loss == output {
            throw ValidationError("--output and --loss are the same file")
        } else if OutputPlan.isFolder(loss) {
            throw ValidationError("--loss is a folder, and --output is not")
        }
    }

    func run() throws {
        let target = try FormatName(to, to == FormatName.map ? reading.mapping(display) : nil)
        var converter = Converter(
            try reading.options(display, to: to), to: target.format, version: try target.writtenVersion())
        converter.writesPackage = converter.hasPackages && !output.hasSuffix("." + converter.target.fileExtension)
        let files = InputFile.files(inputs)
        try refuseToOverwrite(files, [output, loss].compactMap { $0 })
        if defaults != nil || !values.isEmpty {
            let defaults = try readDefaults(converter.options.limits)
            converter.supply = { defaults.apply(to: &$0) }
        }
        if OutputPlan.isFolder(output) { return try convert(files, converter, into: output) }
        let parts = files.count == 1 ? files[0].parts(converter.options) : []
        guard let part = parts.first, parts.count == 1 else {
            let count = files.count == 1 ? parts.count : files.count
            throw UsageError("\(count) files can't be written to one; name a folder for them, as -o out/")
        }
        do {
            try convert(part, converter)
        } catch let failure as OutputFile.Failure {
            StandardError.write("error[IO-002]: \(failure.message)\n")
            throw ExitStatus.unavailable
        }
    }

    private func printer(isBatch: Bool) -> ConversionPrinter {
        ConversionPrinter(report, display, warnsOfLosses: onLoss == .warn, isBatch: isBatch)
    }

    // MARK: One file

    private func convert(_ part: InputPart, _ converter: Converter) throws {
        var printer = printer(isBatch: false)
        let file: SourceFile
        do throws(SyntaxError) {
            file = try part.open()
        } catch {
            let failed = FileReport.failed(path: part.path, error)
            printer.show(failed)
            printer.endFailed()
            throw ExitStatus(failed.verdict)
        }
        let published = try ConversionOutput { _ in try OutputFile(output) }
        let (result, outcome) = try convert(file, converter, into: published)
        if outcome.isRead, let loss { try write(result, to: loss) }
        if outcome.isPublished { try published.publish() }
        printer.show(result, outcome, outputs: [output])
        if outcome.status > .success { throw outcome.status }
    }

    private func convert(
        _ file: SourceFile, _ converter: Converter, into published: ConversionOutput
    ) throws -> (ConversionReport, ConversionOutcome) {
        let result = try converter.convert(
            file, startOver: { try published.startOver() }, nextFile: { try published.nextFile() },
            into: { try published.write($0) })
        return (
            result, ConversionOutcome(result, allowsIncomplete: allowIncomplete, failsOnLoss: onLoss == .fail)
        )
    }

    private func write(_ result: ConversionReport, to path: String) throws {
        let file = try OutputFile(path)
        try file.write(LossReport(result).bytes)
        try file.publish()
    }

    // MARK: Several files

    /// Converts file after file; what is wrong with one does not stop the others.
    private func convert(_ files: [InputFile], _ converter: Converter, into folder: String) throws {
        var converter = converter
        converter.splitsRecords = true
        var folders = OutputFolders()
        defer { folders.removeEmpty() }
        var tally = ConversionTally()
        let inputs = BatchInputs(files, converter.options)
        var plan = try OutputPlan(folder, inputs.names, endingIn: converter.fileExtension)
        let losses = try loss.map { try OutputPlan($0, inputs.names, endingIn: "loss.json") }
        if let losses, let both = Set(losses.paths).intersection(plan.paths).sorted().first {
            throw UsageError("an output and a loss report would both be written to '\(both)'")
        }
        try refuseToOverwrite(files, plan.paths + (losses?.paths ?? []))
        var printer = printer(isBatch: true)
        inputs.forEach { part in
            do {
                let file = try part.open()
                let published = try ConversionOutput { record in
                    guard let path = plan.path(for: part.path, record: record) else { throw SyntaxError.changed }
                    try folders.make(for: path)
                    return try OutputFile(path)
                }
                let (result, outcome) = try convert(file, converter, into: published)
                if outcome.isRead, let path = losses?.path(for: part.path) {
                    try folders.make(for: path)
                    try write(result, to: path)
                }
                if outcome.isPublished { try published.publish() }
                printer.show(result, outcome, outputs: published.paths)
                tally.add(result, outcome)
            } catch {
                let failed = FileReport.failed(path: part.path, SyntaxError(error))
                printer.show(failed)
                tally.add(ExitStatus(failed.verdict), isRead: !(error is SyntaxError))
            }
        }
        printer.end(tally)
        if tally.status > .success { throw tally.status }
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

    private func refuseToOverwrite(_ files: [InputFile], _ outputs: [String]) throws {
        let outputs = outputs.filter { $0 != "-" && $0 != "/dev/null" }.map { ($0, FileIdentity($0)) }
            .filter { $0.1 != nil }
        if outputs.isEmpty { return }
        for file in files {
            guard let read = file.path == "-" ? FileIdentity(.standardInput) : FileIdentity(file.path) else { continue }
            guard let path = outputs.first(where: { $0.1 == read })?.0 else { continue }
            throw UsageError(
                "'\(path)' is \(files.count > 1 ? "one of the inputs" : "the input"); name another file for the output")
        }
    }
}

extension SyntaxError {
    /// What stopped a conversion, as a finding about its input.
    fileprivate init(_ error: any Error) {
        if let error = error as? SyntaxError {
            self = error
        } else {
            let words = (error as? OutputFile.Failure)?.message ?? "\(error)"
            self.init(.unavailable, Diagnostic("IO-002", .error, "\(words)"))
        }
    }

    fileprivate static let changed = Self(
        .unavailable, Diagnostic("IO-001", .error, "the archive changed while it was read"))
}
