import ArgumentParser
import EmissionsConsole
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
              emx fix inbox/ more.zip -o fixed/

            Without -o, --in-place or --diff the fixes are listed, and what would
            remain, and nothing is written. Of several files, each is written below
            the folder that -o names, under the name of its input.

            A fix changes how a value is spelled, never what it says: 'KILOGRAM',
            '1.234,56', '31.12.2025', white space. What could be read in two ways
            is left alone. --unsafe also makes fixes that assume something, such
            as the time of day of a date; each is marked.

            Exit status: 0 if nothing stands against the file with its fixes, 1 if
            errors remain.
            """)

    @Argument(help: "Files, or folders and zip archives whose files are meant; '-' is standard input.")
    var inputs: [String]

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Where to write: a file, or a folder, which is one that is there or ends in '/'; '-' is standard output.",
            valueName: "file|folder/"))
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
        if inPlace, inputs.contains("-") { throw ValidationError("standard input can't be replaced in place") }
    }

    func run() throws {
        let fixer = Fixer(try reading.options(display), makesUnsafe: unsafe)
        let files = InputFile.singleFiles(inputs)
        if inPlace, let archive = files.first(where: \.isArchive) {
            throw UsageError("'\(archive.path)' is an archive, which is not changed; -o FOLDER/ writes its files")
        }
        let inputs = BatchInputs(files, fixer.options, readAgain: true)
        var plan: OutputPlan?
        if let output, OutputPlan.isFolder(output) {
            plan = try OutputPlan(output, inputs.names, endingIn: nil)
        } else if output != nil, inputs.names.count != 1 {
            throw UsageError("\(inputs.names.count) files can't be written to one; name a folder for them, as -o out/")
        }
        try refuseToOverwriteInput(files, plan?.paths ?? [output].compactMap { $0 })
        var folders = OutputFolders(), status = ExitStatus.success, count = 0
        defer { folders.removeEmpty() }
        inputs.forEach { part in
            if count > 0, isListed { StandardOutput.write("\n") }
            count += 1
            do {
                let target = plan.map { $0.path(for: part.path) ?? "" } ?? output
                if plan != nil, let target { try folders.make(for: target) }
                try fix(part, fixer, to: target)
            } catch {
                status = max(status, told(error, of: part))
            }
        }
        if status > .success { throw status }
    }

    /// Says why a file was not fixed, unless that was said.
    private func told(_ error: any Error, of part: InputPart) -> ExitStatus {
        switch error {
        case let status as ExitStatus: return status
        case let error as UsageError:
            StandardError.write("error: \(error.message)\n")
            return .usage
        case let failure as OutputFile.Failure:
            StandardError.write("error[IO-002]: \(failure.message)\n")
            return .unavailable
        case UnifiedDiff.Failure.longLine(let line):
            StandardError.write("error: line \(line) is too long for a diff; -o FILE writes the fixed file\n")
            return .usage
        case FixFailure.outOfPlace(let edit):
            StandardError.write(
                "error: the file does not have '\(edit.before)' at \(edit.location), which is an error of emx itself; "
                    + "nothing was written. Please report it with the input.\n")
            return .internalError
        default:
            StandardError.write("error: \(part.path): \(error)\n")
            return .internalError
        }
    }

    private func fix(_ part: InputPart, _ fixer: Fixer, to output: String?) throws {
        do throws(SyntaxError) {
            if try part.open().isArchive {
                throw SyntaxError(.malformed, Diagnostic("SYN-000", .error, .package, help: .package))
            }
        } catch {
            return try show(.failed(path: part.path, error))
        }
        let copy = try OutputFile(inPlace ? part.path : output ?? "-")
        let printed = diff ? try OutputFile("-") : nil
        let path = part.path == "-" ? "<stdin>" : part.path
        var unified = UnifiedDiff(old: path, new: path)
        let report = try fixer.fix(
            path: part.path, opening: part.bytes,
            into: { piece in
                try copy.write(piece.bytes)
                if let printed { try printed.write(unified.add(piece)) }
            })
        guard report.source.verdict.isKnown else { return try show(report.source) }
        if let printed {
            try refuseDiffOfUTF16(copy)
            try printed.write(unified.end())
        }

        let left = remaining(copy, output.flatMap { $0 == "-" ? nil : $0 } ?? part.path, fixer.options)
        if let printed {
            try printed.publish()
        } else if output != nil || (inPlace && report.count > 0) {
            try copy.publish()
        }
        show(report, left)
        if left.counts.error > 0 { throw ExitStatus.findings }
    }

    /// What stands against the copy.
    private func remaining(_ copy: OutputFile, _ path: String, _ options: ReadingOptions) -> FileReport {
        let reopen = { () throws(SyntaxError) in copy.bytes() }
        do {
            return Validator(options).validate(try SourceFile(path: path, copy.bytes(), reopen: reopen))
        } catch {
            return .failed(path: path, error)
        }
    }

    private func refuseToOverwriteInput(_ files: [InputFile], _ outputs: [String]) throws {
        let written = outputs.filter { $0 != "-" && $0 != "/dev/null" }.map { ($0, FileIdentity($0)) }
        for file in files {
            guard let read = file.path == "-" ? FileIdentity(.standardInput) : FileIdentity(file.path),
                let output = written.first(where: { $0.1 == read })?.0
            else { continue }
            throw UsageError("'\(output)' is the input; --in-place replaces it")
        }
    }

    private func refuseDiffOfUTF16(_ copy: OutputFile) throws {
        let start = try copy.bytes().next() ?? []
        if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
            throw UsageError("a file in UTF-16 has no diff that could be shown; -o FILE writes the fixed file")
        }
    }

    // MARK: The report

    private var isListed: Bool { output == nil && !inPlace && !diff }

    /// The list is what the command is for where it writes nothing.
    private func write(_ text: String) {
        if isListed { StandardOutput.write(text) } else { StandardError.write(text) }
    }

    private func show(_ failed: FileReport) throws {
        var text = TextReport(display.colors(on: .standardError))
        StandardError.write(text.add(failed) + "nothing was written: the input could not be read to its end\n")
        throw ExitStatus(failed.verdict)
    }

    private func show(_ report: FixReport, _ left: FileReport) {
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

extension Diagnostic.Message {
    fileprivate static let package: Self = "this is an archive of files that belong together, which is not fixed"
}

extension String {
    fileprivate static let package = "Unpack it, and fix its files."
}
