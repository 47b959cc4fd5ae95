import EmissionsConsole
import EmissionsSyntax

/// An output that is held in memory until it is too big for that; an archive of files where there are several.
final class WorkerOutput {
    private var held: [UInt8] = []
    private let path: String?
    /// Whether files hold one record, so that there may come another.
    private let holdsOneRecord: Bool
    private var file: OutputFile?
    /// The files that are done, where there are several: a file of one record each.
    private var archive: ZipWriter?
    private var fileExtension = "", count = 1
    private static let mostHeld = 1 << 20

    init(_ path: String?, holdsOneRecord: Bool) { (self.path, self.holdsOneRecord) = (path, holdsOneRecord) }

    var isArchive: Bool { archive != nil }

    func write(_ bytes: [UInt8]) throws {
        held += bytes
        // An archive is put together at the end. What is in it is bounded by the memory that a worker may have.
        guard !holdsOneRecord else { return }
        try spill()
    }

    private func spill() throws {
        guard held.count > Self.mostHeld, let path else { return }
        if file == nil { file = try OutputFile(path) }
        try file?.write(held)
        held.removeAll(keepingCapacity: true)
    }

    /// Ends a file and begins the next, each called by its number.
    func nextFile(_ fileExtension: String) throws {
        self.fileExtension = fileExtension
        if archive == nil { archive = ZipWriter() }
        try addFile()
    }

    private func addFile() throws {
        try archive?.add("\(count).\(fileExtension)", held)
        held = []
        count += 1
    }

    func startOver() throws {
        (held, archive, count) = ([], nil, 1)
        try file?.startOver()
    }

    /// How many bytes are in the file; else the bytes, where no file was needed.
    func end() throws -> (length: Int?, bytes: [UInt8]) {
        if archive != nil {
            try addFile()
            held = try archive?.bytes() ?? []
        }
        if holdsOneRecord { try spill() }
        guard let file else { return (held.count, held) }
        try file.write(held)
        try file.publish()
        return (nil, [])
    }
}
