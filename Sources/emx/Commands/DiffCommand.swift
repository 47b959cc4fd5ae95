import ArgumentParser
import EmissionsConsole
import EmissionsDiagnostics
import EmissionsExchange
import EmissionsReports
import EmissionsSyntax

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Say how two submissions differ, whatever their formats.",
        discussion: """
            Examples:
              emx diff last-year.json this-year.json
              emx diff supplier.csv footprints.json --json -o differences.json

            Records are matched by what their sender calls them, wherever they
            stand; figures are compared by what they are worth: 1.31 per liter and
            15.72 per 12 liter, 1000 kg and 1 t are no difference. What is left is
            named with both values, their places, and for numbers the change in
            percent of A, to three significant digits. Rules are not run.

            Exit status: 0 no difference, 1 they differ, 2 the command line is wrong,
            4 a file is in no format that is known or broken, 5 a limit was
            reached, 6 a file could not be read or written.
            """)

    @Argument(help: "The file that is compared with; '-' is standard input.")
    var a: String

    @Argument(help: "The file that is compared; '-' is standard input.")
    var b: String

    @Option(help: ArgumentHelp("The format of A; told by its content otherwise.", valueName: "format"))
    var fromA: String?

    @Option(help: ArgumentHelp("The format of B; told by its content otherwise.", valueName: "format"))
    var fromB: String?

    @Flag(help: "Print JSON (schemas/emx-diff).")
    var json = false

    @Flag(help: "List values that are only written differently, such as 2.0 and 2.00, and count them as differences.")
    var strict = false

    @Option(name: .shortAndLong, help: ArgumentHelp("Where the report goes.", valueName: "file"))
    var output = "-"

    @Option(
        name: .customLong("limit"),
        help: ArgumentHelp(
            "Raise or lower a limit: \(HeldLimit.list), \(LimitName.list). K, M and G are 1024, 1024² and 1024³. "
                + "Can be repeated.",
            valueName: "name=value"))
    var limits: [String] = []

    @OptionGroup var display: DisplayOptions

    func validate() throws {
        if a == "-", b == "-" { throw ValidationError("A and B can't both be standard input") }
    }

    func run() throws {
        var comparer = Comparer(try options(fromA), try options(fromB))
        comparer.isStrict = strict
        for limit in limits where try !HeldLimit.set(limit, in: &comparer) {
            try LimitName.set(limit, in: &comparer.a.limits)
            try LimitName.set(limit, in: &comparer.b.limits)
        }
        try refuseToOverwrite()
        let report: DifferenceReport
        do {
            report = try compare(comparer)
        } catch let failure as OutputFile.Failure {
            StandardError.write("error[IO-002]: \(failure.message)\n")
            throw ExitStatus.unavailable
        }
        if report.summary.differs || strict && report.summary.count(.respelled) > 0 { throw ExitStatus.findings }
    }

    private func options(_ format: String?) throws -> ReadingOptions {
        var options = ReadingOptions(today: try Today.day())
        options.maxFindings = 100
        if let format { options.format = try FormatName(format).format }
        return options
    }

    private func compare(_ comparer: Comparer) throws -> DifferenceReport {
        let (first, second) = try (open(a, comparer.a), open(b, comparer.b))
        let file = try OutputFile(output)
        let report: DifferenceReport
        if json {
            var printer = DifferenceJSON()
            try file.write(printer.begin())
            report = try comparer.compare(first, second) { try file.write(printer.add($0)) }
            try refuseWithoutVerdict(report)
            try file.write(printer.end(report, isStrict: strict))
        } else {
            let printer = DifferenceText(colors)
            try file.write(Array(printer.begin(first, second).utf8))
            report = try comparer.compare(first, second) { try file.write(Array(printer.text(of: $0).utf8)) }
            try refuseWithoutVerdict(report)
            try file.write(Array(printer.end(report, isStrict: strict).utf8))
        }
        try file.publish()
        return report
    }

    /// Colors are for a terminal, and a file is none.
    private var colors: TextColors {
        output == "-" || display.color == .always ? display.colors(on: .standardOutput) : .off
    }

    private func open(_ path: String, _ options: ReadingOptions) throws -> SourceFile {
        let part = try InputFile.file(path).onlyPart(options)
        do {
            return try part.open()
        } catch {
            show(error.diagnostic, part.path)
            throw ExitStatus(FileReport.failed(path: part.path, error).verdict)
        }
    }

    /// Where a file could not be read to its end, half of the differences would be taken for all of them.
    private func refuseWithoutVerdict(_ report: DifferenceReport) throws {
        guard !report.isWhole else { return }
        var status = ExitStatus.success
        for (file, option) in [(report.a, "--from-a"), (report.b, "--from-b")] where !file.verdict.isKnown {
            status = max(status, ExitStatus(file.verdict))
            guard var last = file.findings.last else { continue }
            if file.format == nil, file.records == 0, last.help?.contains(" -f ") == true {
                last.help = "Name its format with \(option) if you know it; `emx formats` lists them."
            }
            show(last, file.path)
        }
        if let limit = report.limit {
            status = max(status, .limit)
            show(limit, report.b.path)
        }
        StandardError.write("no differences were published: the files could not be compared to their ends\n")
        throw status
    }

    private func show(_ finding: Diagnostic, _ path: String) {
        StandardError.write(TextReport(display.colors(on: .standardError)).text(of: finding, in: path))
    }

    private func refuseToOverwrite() throws {
        guard output != "-", output != "/dev/null", let written = FileIdentity(output) else { return }
        for path in [a, b] {
            guard (path == "-" ? FileIdentity(.standardInput) : FileIdentity(path)) == written else { continue }
            throw UsageError("'\(output)' is one of the inputs; name another file for the report")
        }
    }
}

/// The limits on what waits for its counterpart.
private enum HeldLimit {
    static let list = "heldRecords, heldBytes"

    /// - Returns: Whether the assignment is one of them.
    static func set(_ assignment: String, in comparer: inout Comparer) throws -> Bool {
        let names: [(String, WritableKeyPath<Comparer, Int>)] = [
            ("heldRecords", \.heldRecords), ("heldBytes", \.heldBytes),
        ]
        guard let (name, key) = names.first(where: { assignment.hasPrefix("\($0.0)=") }) else { return false }
        comparer[keyPath: key] = try LimitName.value(assignment.dropFirst(name.count + 1), of: name)
        return true
    }
}
