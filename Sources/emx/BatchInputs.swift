import EmissionsExchange
import EmissionsSyntax

/// The files that are converted one after another, each named before the first is read.
struct BatchInputs {
    private let files: [InputFile]
    private let options: ReadingOptions
    /// The parts of what can be read only once, by position.
    private var held: [Int: [InputPart]] = [:]
    /// What messages call each, and what its output is called but for the ending.
    private(set) var names: [(path: String, name: String)] = []

    /// Looks into archives; other files are not opened yet.
    init(_ files: [InputFile], _ options: ReadingOptions) {
        (self.files, self.options) = (files, options)
        for (index, file) in files.enumerated() {
            guard !file.isReadableAgain || file.member != nil || file.startsAsArchive else {
                names.append((file.path, file.name))
                continue
            }
            let parts = file.parts(options)
            names += parts.map { ($0.path, $0.name) }
            if !file.isReadableAgain { held[index] = parts }
        }
    }

    func forEach(_ body: (InputPart) throws -> Void) rethrows {
        for (index, file) in files.enumerated() {
            for part in held[index] ?? file.parts(options) { try body(part) }
        }
    }
}

extension InputFile {
    /// Whether its first bytes are those of an archive; `false` where it can't be read, which is told when it is.
    fileprivate var startsAsArchive: Bool {
        do { return try bytes().next()?.beginArchive ?? false } catch { return false }
    }
}
