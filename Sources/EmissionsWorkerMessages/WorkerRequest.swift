/// What a worker process is asked to do with one document.
///
/// Travels as one frame (``WorkerFrame``), with the document behind it unless it stands in a file.
public struct WorkerRequest: Codable, Sendable {
    public enum Work: String, Codable, Sendable { case validate, convert, detect }

    public var work: Work
    /// What findings call the document. Never opened.
    public var name: String
    /// The file that the document stands in; `nil` where it comes with the request.
    public var file: String?
    /// The format to read as; `nil` to tell by the content.
    public var from: String?
    /// The format to write, with its version if need be: `pact@2.3`.
    public var to: String?
    /// Rule profiles in place of the format's own.
    public var profiles: [String]?
    /// The day on which validity is judged.
    public var today: String
    /// The forms of the report that are wanted, as ``EmissionsReports/ReportFormat`` calls them.
    public var reports: [String] = []
    public var maxFindings = 1_000
    /// Whether an output is wanted that lacks what its format requires.
    public var allowsIncomplete = false
    /// Whether nothing is to be written when values would be lost.
    public var refusesLoss = false
    /// Where an output goes that is too big to come with the reply.
    public var outputFile: String?
    /// Whether figures to draw are wanted.
    public var wantsFigures = false
    /// Whether signs of life are wanted while the document is read.
    public var wantsProgress = false

    public init(_ work: Work, name: String, today: String) {
        (self.work, self.name, self.today) = (work, name, today)
    }
}

/// What a worker says of one document.
///
/// Behind it come, in this order and as long as told: the reports, the account of values, the output.
public struct WorkerReply: Codable, Sendable {
    public struct Report: Codable, Sendable {
        public var form: String
        public var length: Int

        public init(form: String, length: Int) { (self.form, self.length) = (form, length) }
    }

    public struct Output: Codable, Sendable {
        public var format: String
        public var version: String
        /// The usual ending of its name, without the point.
        public var fileExtension: String
        /// How many bytes come with the reply; `nil` where they went to the file.
        public var length: Int?

        public init(format: String, version: String, fileExtension: String, length: Int?) {
            (self.format, self.version, self.fileExtension, self.length) = (format, version, fileExtension, length)
        }
    }

    /// The verdict on all files of the document, as the report says it.
    public var verdict: String
    public var format: String?
    public var version: String?
    public var profiles: [String] = []
    public var records = 0
    public var errors = 0, warnings = 0, notes = 0
    /// How many findings there are of each code.
    public var codes: [String: Int] = [:]
    public var reports: [Report] = []
    /// How many bytes have been read, where this is no reply yet but a sign of life.
    public var bytesRead: Int?
    /// How long the account of values is; `nil` where nothing was converted.
    public var lossLength: Int?
    /// `nil` where nothing may be published; ``refusal`` says why.
    public var output: Output?
    public var refusal: Refusal?
    /// Values that would not be in an output as they were in the source.
    public var lost = 0

    /// Why there is no output.
    public enum Refusal: String, Codable, Sendable {
        /// The document could not be read to its end.
        case unreadable
        /// The target lacks what its format requires.
        case incomplete
        /// Values would be lost, and that was not wanted.
        case loss
        /// The document is an archive of several files.
        case several
        /// No such format is written.
        case target
    }

    public init(verdict: String) { self.verdict = verdict }

    /// How many bytes come behind it.
    public var payloadLength: Int {
        reports.reduce(0) { $0 + $1.length } + (lossLength ?? 0) + (output?.length ?? 0)
    }
}
