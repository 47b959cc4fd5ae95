import EmissionsExchange
import EmissionsSyntax

/// The files that are converted one after another, each named before the first is read.
struct BatchInputs {
    private let files: [InputFile]
    private let options: ReadingOptions
    private let readAgain: Bool
    /// The parts of what can be read only once, by position.
    private var held: [Int: [InputPart]] = [:]
    /// What messages call each, and what its output is called but for the ending.
    private(set) var names: [(path: String, name: String)] = []

    /// Looks into archives; other files are not opened yet.
    init(_ files: [InputFile], _ options: ReadingOptions, readAgain: Bool = false) {
        (self.files, self.options, self.readAgain) = (files, options, readAgain)
        for (index, file) in files.enumerated() {
            guard !file.isReadableAgain || file.isArchive else {
                names.append((file.path, file.name))
                continue
            }
            let parts = file.parts(options, readAgain: readAgain)
            names += parts.map { ($0.path, $0.name) }
            if !file.isReadableAgain { held[index] = parts }
        }
    }

    func forEach(_ body: (InputPart) throws -> Void) rethrows {
        for (index, file) in files.enumerated() {
            for part in held[index] ?? file.parts(options, readAgain: readAgain) { try body(part) }
        }
    }
}

extension InputFile {
    /// Whether it is an archive, or a file of one; `false` where it can't be read, which is told when it is.
    var isArchive: Bool {
        if member != nil { return true }
        do { return try bytes().next()?.beginArchive ?? false } catch { return false }
    }
}
