import EmissionsConsole
import EmissionsDiagnostics
import EmissionsExchange
import EmissionsFormats
import EmissionsModel
import EmissionsReports
import EmissionsSyntax
import EmissionsWorkerMessages

/// One document that a worker works on.
struct WorkerTask {
    typealias Result = (reply: WorkerReply, payload: [UInt8])

    private let request: WorkerRequest
    private let document: [UInt8]

    init(_ request: WorkerRequest, _ document: [UInt8]) { (self.request, self.document) = (request, document) }

    func run() -> Result {
        switch request.work {
        case .validate: validate()
        case .convert: convert()
        case .detect: detect()
        }
    }

    private var options: ReadingOptions {
        var options = ReadingOptions(today: Timestamp(request.today)?.day ?? CalendarDay(secondsSince1970: 0))
        options.format = request.from.flatMap { Format.named($0) }
        options.profiles = request.profiles
        options.maxFindings = request.maxFindings
        return options
    }

    /// The document, or the files in it.
    private func parts(_ options: ReadingOptions) -> [InputPart] {
        if let file = request.file {
            var input = InputFile(path: file, title: request.name)
            if request.wantsProgress { input.heard = WorkerProgress().heard }
            return input.parts(options)
        }
        let document = document
        do throws(SyntaxError) {
            let file = try SourceFile(
                path: request.name, ByteSource(document), limits: options.limits,
                reopen: { () throws(SyntaxError) in ByteSource(document) })
            if let files = file.archivedFiles(as: options.format) {
                return files.map { InputPart($0, name: $0.name) }
            }
            return [part { () throws(SyntaxError) in file }]
        } catch {
            return [part { () throws(SyntaxError) in throw error }]
        }
    }

    private func part(_ open: @escaping () throws(SyntaxError) -> SourceFile) -> InputPart {
        let document = document
        return InputPart(
            path: request.name, name: request.name, isArchived: false, open: open,
            bytes: { () throws(SyntaxError) in ByteSource(document) })
    }

    // MARK: Validation

    private func validate() -> Result {
        let validator = Validator(options)
        let reports = WorkerReports(request.reports, wantsFigures: request.wantsFigures)
        for part in parts(validator.options) {
            let report: FileReport
            do throws(SyntaxError) {
                let file = try part.open()
                report = validator.validate(file, reports.listener(part.path))
            } catch {
                report = FileReport.failed(path: part.path, error)
                reports.listener(part.path).hear(report)
            }
            reports.add(report)
        }
        return reports.end()
    }

    private func detect() -> Result {
        let options = options
        var list: [JSONValue] = [], reply = WorkerReply(verdict: "unreadable")
        for part in parts(options) {
            do throws(SyntaxError) {
                let candidates = Format.candidates(try part.open().start)
                if let best = candidates.first, reply.format == nil {
                    reply.verdict = "known"
                    (reply.format, reply.version) = (best.format.name, best.recognition.version)
                }
                list.append(DetectionReport(part.path, candidates).json)
            } catch {
                list.append(["path": .text(part.path), "candidates": .list([]), "message": .text(error.words)])
            }
        }
        let bytes = JSONValue.list(list).document
        reply.reports = [.init(form: "json", length: bytes.count)]
        return (reply, bytes)
    }

    // MARK: Conversion

    private func convert() -> Result {
        let options = options
        let reports = WorkerReports(request.reports)
        let target: Format, version: String
        do {
            let name = try FormatName(request.to ?? "")
            (target, version) = (name.format, try name.writtenVersion())
        } catch {
            return reports.refused(.target)
        }
        let parts = parts(options)
        guard let part = parts.first, parts.count == 1 else { return reports.refused(.several) }
        var converter = Converter(options, to: target, version: version)
        converter.writesPackage = converter.hasPackages
        converter.splitsRecords = true
        let file: SourceFile
        do throws(SyntaxError) { file = try part.open() } catch {
            reports.add(FileReport.failed(path: part.path, error))
            return reports.refused(.unreadable)
        }
        let output = WorkerOutput(
            request.outputFile, holdsOneRecord: target.writer(version).holdsOneRecord)
        do {
            let result = try converter.convert(
                file, startOver: { try output.startOver() },
                nextFile: { try output.nextFile(converter.fileExtension) }, into: { try output.write($0) })
            let outcome = ConversionOutcome(
                result, allowsIncomplete: request.allowsIncomplete, failsOnLoss: request.refusesLoss)
            reports.add(result.source)
            guard outcome.isRead else { return reports.refused(.unreadable) }
            let loss = LossReport(result).bytes
            guard outcome.isPublished else {
                let refusal = WorkerReply.Refusal(result, outcome)
                return reports.refused(refusal, loss, lost: result.account.lost)
            }
            let isArchive = output.isArchive
            let (length, bytes) = try output.end()
            return reports.end(
                loss,
                WorkerReply.Output(
                    format: result.target.format, version: result.target.version,
                    fileExtension: isArchive ? "zip" : converter.fileExtension, length: length),
                bytes, lost: result.account.lost)
        } catch {
            // The file for the output can't be written: nothing is wrong with the document.
            StandardError.write("error[IO-002]: \((error as? OutputFile.Failure)?.message ?? "\(error)")\n")
            ExitStatus.unavailable.exit()
        }
    }
}

extension WorkerReply.Refusal {
    fileprivate init(_ result: ConversionReport, _ outcome: ConversionOutcome) {
        self =
            switch outcome.status {
            case .loss: .loss
            default: .incomplete
            }
    }
}

extension SyntaxError {
    fileprivate var words: String { diagnostic.message.description }
}
