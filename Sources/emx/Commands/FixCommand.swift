import ArgumentParser
import EmissionsDiagnostics
import EmissionsExchange
import EmissionsReports
import EmissionsSyntax

struct FixCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fix", abstract: "Correct what is only spelled wrongly, and leave everything else as it is.",
        discussion: """
            Examples:
              emx fix footprints.json
              emx fix footprints.json -o fixed.json
              emx fix footprints.json --diff
              emx fix supplier.csv --in-place

            Without -o, --in-place or --diff the fixes are listed, and what would
            remain, and nothing is written.

            A fix changes how a value is spelled, never what it says: 'KILOGRAM',
            '1.234,56', '31.12.2025', white space. What could be read in two ways
            is left alone. --unsafe also makes fixes that assume something, such
            as the time of day of a date; each is marked.

            Exit status: 0 if nothing stands against the file with its fixes, 1 if
            errors remain.
            """)

    @Argument(help: "The file; '-' is standard input.")
    var input: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Where to write the fixed file; '-' is standard output.", valueName: "file"))
    var output: String?

    @Flag(help: "Put the fixed file in the place of the input.")
    var inPlace = false

    @Flag(help: "Print the changes as a unified diff, and write nothing.")
    var diff = false

    @Flag(help: "Make fixes that assume something, too.")
    var unsafe = false

    @OptionGroup var reading: ReadingArguments

    @OptionGroup var display: DisplayOptions

    func validate() throws {
        let targets = [output != nil, inPlace, diff].filter { $0 }.count
        if targets > 1 { throw ValidationError("only one of --output, --in-place and --diff can be given") }
        if inPlace, input == "-" { throw ValidationError("standard input can't be replaced in place") }
    }

    func run() throws {
        let fixer = Fixer(try reading.options(display), makesUnsafe: unsafe)
        try refuseToOverwriteInput()
        do {
            try fix(fixer)
        } catch let failure as OutputFile.Failure {
            StandardError.write("error[IO-002]: \(failure.message)\n")
            throw ExitStatus.unavailable
        } catch UnifiedDiff.Failure.longLine(let line) {
            throw UsageError("line \(line) is too long for a diff; -o FILE writes the fixed file")
        } catch FixFailure.outOfPlace(let edit) {
            StandardError.write(
                "error: the file does not have '\(edit.before)' at \(edit.location), which is an error of emx itself; "
                    + "nothing was written. Please report it with the input.\n")
            throw ExitStatus.internalError
        }
    }

    private func fix(_ fixer: Fixer) throws {
        let file = InputFile(path: input)
        // What can be read only once is kept until it is no longer needed.
        let spool = file.isReadableAgain ? nil : try OutputFile("-")
        let copy = try OutputFile(inPlace ? input : output ?? "-")
        let printed = diff ? try OutputFile("-") : nil
        let path = PrintedPath.of(input)
        var unified = UnifiedDiff(old: path, new: path)
        if let spool, let failed = try fill(spool, file) { return try show(failed) }

        let report = try fixer.fix(
            path: input,
            opening: { () throws(SyntaxError) in
                if let spool { return spool.bytes() }
                return try file.bytes()
            },
            into: { piece in
                try copy.write(piece.bytes)
                if let printed { try printed.write(unified.add(piece)) }
            })
        guard report.source.verdict.isKnown else { return try show(report.source) }
        if let printed {
            try refuseDiffOfUTF16(copy)
            try printed.write(unified.end())
        }

        let left = remaining(copy, fixer.options)
        if let printed {
            try printed.publish()
        } else if output != nil || (inPlace && report.count > 0) {
            try copy.publish()
        }
        show(report, left)
        if left.counts.error > 0 { throw ExitStatus.findings }
    }

    /// What stands against the copy.
    private func remaining(_ copy: OutputFile, _ options: ReadingOptions) -> FileReport {
        let path = output.map { $0 == "-" ? input : $0 } ?? input
        let reopen = { () throws(SyntaxError) in copy.bytes() }
        do {
            return Validator(options).validate(try SourceFile(path: path, copy.bytes(), reopen: reopen))
        } catch {
            return .failed(path: path, error)
        }
    }

    /// Keeps all of the input; gives a report where it can't be had.
    private func fill(_ spool: OutputFile, _ file: InputFile) throws -> FileReport? {
        do {
            let bytes = try file.bytes()
            while let chunk = try bytes.next() { try spool.write(chunk) }
            return nil
        } catch let error as SyntaxError {
            return .failed(path: input, error)
        }
    }

    private func refuseToOverwriteInput() throws {
        guard let output, output != "-", output != "/dev/null" else { return }
        let read = input == "-" ? FileIdentity(.standardInput) : FileIdentity(input)
        guard let read, FileIdentity(output) == read else { return }
        throw UsageError("'\(output)' is the input; --in-place replaces it")
    }

    private func refuseDiffOfUTF16(_ copy: OutputFile) throws {
        let start = try copy.bytes().next() ?? []
        if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
            throw UsageError("a file in UTF-16 has no diff that could be shown; -o FILE writes the fixed file")
        }
    }

    // MARK: The report

    /// The list is what the command is for where it writes nothing.
    private func write(_ text: String) {
        if output == nil, !inPlace, !diff { StandardOutput.write(text) } else { StandardError.write(text) }
    }

    private func show(_ failed: FileReport) throws {
        var text = TextReport(display.colors(on: .standardError))
        StandardError.write(text.add(failed) + "nothing was written: the input could not be read to its end\n")
        throw ExitStatus(failed.verdict)
    }

    private func show(_ report: FixReport, _ left: FileReport) {
        let isListed = output == nil && !inPlace && !diff
        let colors = display.colors(on: isListed ? .standardOutput : .standardError)
        let fixes = FixText(report, colors)
        var remaining = TextReport(colors)
        write(
            fixes.list + fixes.summary(isListed || diff ? "can be corrected" : "corrected")
                + (left.findings.isEmpty ? "" : "\nwhat remains:\n\n") + remaining.add(left) + remaining.end())
        if isListed, report.count > 0 {
            write("nothing was written: -o FILE writes the fixed file, --in-place replaces it, --diff shows it\n")
        }
    }
}

extension CopiedPiece {
    fileprivate var bytes: [UInt8] {
        switch self {
        case .kept(let bytes): Array(bytes)
        case .replaced(_, let after): after
        }
    }
}

/// What a file is called in a diff.
private enum PrintedPath {
    static func of(_ path: String) -> String { path == "-" ? "<stdin>" : path }
}
