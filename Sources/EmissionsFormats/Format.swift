public import EmissionsDiagnostics
public import EmissionsModel
public import EmissionsSyntax

/// A way of writing submissions down, as a value.
public struct Format: Sendable {
    /// What it is called on the command line, in URLs and in `samples/`, such as `pact`.
    public let name: String
    public let title: String
    /// The versions that are read, oldest first.
    public let versions: [String]
    /// The versions that can be written; the last is what `-t` means without a version.
    public let writtenVersions: [String]
    /// The usual ending of its files, without the point.
    public let fileExtension: String
    /// The rule profiles that apply to a file of some version unless others are asked for.
    public let profiles: @Sendable (_ version: String?) -> [String]
    /// Whether a file is in this format, by its content.
    public let recognize: @Sendable (_ start: FileStart) -> Recognition?
    let makeReader:
        @Sendable (_ source: ByteSource, _ limits: Limits, _ observer: SourceObserver?) -> any SubmissionReader
    /// - Parameter version: One of ``writtenVersions``.
    public let writer: @Sendable (_ version: String) -> SubmissionWriter
    /// How its fields line up with the model, for the documentation: a title and the rows of each record.
    public let tables: @Sendable () -> [FieldTable]
    /// Whether its JSON Schema is also for what stands before the records, and not for records alone.
    public var describesHeader = false
    /// The version whose XSD a document is held against, by its outermost element, where the start of a file does not tell.
    public var schemaVersion: (@Sendable (_ root: XMLRoot) -> String?)?
    /// Reads archives of files that belong together; `nil` for a format whose submissions are single files. What it reads
    /// has its places in a member, the ``SourceLocation/part``. ``recognize`` tells by the names.
    var packageReader:
        (
            @Sendable (_ package: any Package, _ limits: Limits, _ observer: SourceObserver?) -> any SubmissionReader
        )?
}

extension Format {
    /// Reads a file; an observer follows it where it is of the observer's syntax.
    public func reader(
        _ source: ByteSource, _ limits: Limits, observer: SourceObserver? = nil
    ) -> any SubmissionReader {
        makeReader(source, limits, observer)
    }

    /// Whether its submissions may be archives.
    public var readsPackages: Bool { packageReader != nil }

    /// Reads an archive; `nil` where ``readsPackages`` is false.
    public func reader(
        _ package: any Package, _ limits: Limits, observer: SourceObserver? = nil
    ) -> (any SubmissionReader)? {
        packageReader?(package, limits, observer)
    }
}

public struct FieldTable: Sendable {
    public var title: String
    public var rows: [FieldDescription]
}

/// What made a file look like a format.
public struct Recognition: Sendable {
    public enum Confidence: String, Sendable, Comparable {
        case maybe, yes
        public static func < (a: Confidence, b: Confidence) -> Bool { a == .maybe && b == .yes }
    }
    public var confidence: Confidence
    public var version: String?
    /// In words: `root element QReport in the CBAM namespace`.
    public var evidence: String
}

/// Hands out the parts of a submission, one after another.
public protocol SubmissionReader {
    /// Reads the next part. What is wrong with its content goes to the log.
    ///
    /// - Parameter log: Takes the part's tree and what reading it left behind, in place of what it held.
    /// - Returns: `nil` at the end of the file.
    /// - Throws: `SyntaxError` where the file can't be read any further.
    mutating func next(_ log: inout ReadLog) throws(SyntaxError) -> SubmissionPart?

    /// The version that the file turned out to be in; `nil` while that is not known.
    var version: String? { get }

    /// The version that the record read last is in, in formats where each says its own.
    var recordVersion: String? { get }
}

extension SubmissionReader {
    public var recordVersion: String? { version }
}

/// Prints the parts of a submission.
public struct SubmissionWriter: Sendable {
    /// Prints everything that stands before the parts.
    public let begin: @Sendable (SubmissionHeader) -> Written
    /// Prints one part as ``adapt`` left it. A flat table repeats what holds for the whole filing in every row, so
    /// the header that the file began with comes along.
    public let write: @Sendable (_ part: SubmissionPart, _ header: SubmissionHeader) -> Written
    /// Stands between two parts.
    public let separator: [UInt8]
    /// Stands after the parts.
    public let end: [UInt8]
    /// What the format's conventions make of a part before it can be written. `index` counts the parts.
    public let adapt: @Sendable (_ part: SubmissionPart, _ index: Int) -> Adaptation
    /// Whether a file has room for one good or footprint, so that each gets a file of its own.
    public var holdsOneRecord = false
    /// Writes a package instead of a single file, in formats that have packages.
    public var package: PackageWriting?

    /// A whole file with a single part, or with a header and no part.
    ///
    /// A table without rows can't say a header, so a header is also written as a part; most formats say nothing more.
    public func document(_ part: SubmissionPart, header: SubmissionHeader) -> (bytes: [UInt8], start: Int) {
        var header = header
        if case .header(let only) = part { header = only }
        let head = begin(header).bytes
        return (head + write(part, header).bytes + end, head.count)
    }
}

/// How a format's packages are put together.
public struct PackageWriting: Sendable {
    /// The usual ending of packages, without the point.
    public let fileExtension: String
    /// The files that say a part, and what the target requires and did not get. What the header says stands in files of
    /// its own; of files with one name the first is kept.
    public let files:
        @Sendable (_ part: SubmissionPart, _ header: SubmissionHeader) -> (
            files: [(name: String, bytes: [UInt8])], problems: [Diagnostic]
        )
}

/// What came out of writing a part.
public struct Written: Sendable {
    public var bytes: [UInt8]
    /// What the target requires and did not get, or can't say.
    public var problems: [Diagnostic]

    public init(bytes: [UInt8] = [], problems: [Diagnostic] = []) { (self.bytes, self.problems) = (bytes, problems) }
}

extension Format {
    /// Every format this library knows.
    public static let all: [Format] = [
        .emx, .pact, .catenaX, .aasPCF, .ileap, .cbamQReport, .emxCSV, .ilcdEPD, .openEPD, .lcax, .ilcdEPDJSON,
        .oekobaudatCSV, .cbamDataPackage, .untpDPP,
    ]

    public static func named(_ name: String) -> Format? { all.first { $0.name == name } }

    /// The formats that a file may be in, the likeliest first.
    public static func candidates(_ start: FileStart) -> [(format: Format, recognition: Recognition)] {
        all.filter { $0.readsPackages || !start.isArchive }
            .compactMap { format in format.recognize(start).map { (format, $0) } }
            .sorted { $0.1.confidence > $1.1.confidence }
    }
}
