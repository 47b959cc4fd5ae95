/// What a conversion writes: one file, or a file for each record where the target's files have room for one.
final class ConversionOutput {
    /// The files so far; the last is being written to.
    private var files: [OutputFile]
    /// Gives the file for a record, counted from 1.
    private let makeFile: (Int) throws -> OutputFile

    init(_ makeFile: @escaping (Int) throws -> OutputFile) throws {
        self.makeFile = makeFile
        files = [try makeFile(1)]
    }

    var paths: [String] { files.map(\.path) }

    func write(_ bytes: [UInt8]) throws { try files[files.count - 1].write(bytes) }

    func nextFile() throws {
        try files[files.count - 1].finish()
        files.append(try makeFile(files.count + 1))
    }

    /// Forgets what was written.
    func startOver() throws {
        if files.count == 1 { return try files[0].startOver() }
        files = []
        files = [try makeFile(1)]
    }

    func publish() throws { for file in files { try file.publish() } }
}
