import EmissionsConsole
import Glibc

/// Which file below a folder for outputs each input is written to, settled before anything is.
struct OutputPlan {
    /// The folder, without a slash at its end.
    let folder: String
    private var names: [String: String] = [:]
    /// What is spoken for, without regard to case, which some file systems don't regard either.
    private var taken: [String: String] = [:]
    /// What outputs end in; `nil` where they keep the ending of their input.
    private let ending: String?

    /// - Throws: ``UsageError`` where two inputs would go to one output.
    init(
        _ folder: String, _ inputs: [(path: String, name: String)], endingIn ending: String?
    ) throws(UsageError) {
        self.folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        self.ending = ending
        var sharing: [String: Int] = [:]
        for input in inputs { sharing[Self.name(input.name, ending).lowercased(), default: 0] += 1 }
        for input in inputs {
            var name = Self.name(input.name, ending)
            // a.json and a.xml side by side become a.json.json and a.xml.json.
            if let ending, sharing[name.lowercased(), default: 0] > 1 { name = "\(input.name).\(ending)" }
            guard names.updateValue(name, forKey: input.path) == nil else {
                throw UsageError("'\(input.path)' is among the inputs twice")
            }
            if let other = taken.updateValue(input.path, forKey: name.lowercased()) {
                let usual = Self.name(input.name, ending)
                throw UsageError("'\(other)' and '\(input.path)' would both be written to '\(self.folder)/\(usual)'")
            }
        }
    }

    /// Whether a path that was given for an output is that of a folder.
    static func isFolder(_ path: String) -> Bool {
        path.hasSuffix("/") || FileStatus(path)?.isFolder == true
    }

    /// All outputs that are known before anything is read.
    var paths: [String] { names.values.map { "\(folder)/\($0)" } }

    /// Where an input is written to; `nil` for one that was not planned for.
    func path(for input: String) -> String? { names[input].map { "\(folder)/\($0)" } }

    /// Where a record of an input is written to that needs a file of its own: `b.json`, `b-2.json`, `b-3.json`.
    mutating func path(for input: String, record: Int) -> String? {
        guard let name = names[input] else { return nil }
        guard record > 1 else { return "\(folder)/\(name)" }
        let (stem, ending) = Self.split(name)
        var numbered = "\(stem)-\(record)"
        while let other = taken["\(numbered)\(ending)".lowercased()], other != input { numbered += "-\(record)" }
        taken["\(numbered)\(ending)".lowercased()] = input
        return "\(folder)/\(numbered)\(ending)"
    }

    private static func name(_ input: String, _ ending: String?) -> String {
        guard let ending else { return input }
        return "\(split(input).stem).\(ending)"
    }

    /// A name and its ending with the point, as far as it has one.
    static func split(_ name: String) -> (stem: String, ending: String) {
        let start = name.utf8.lastIndex(of: UInt8(ascii: "/")).map { name.utf8.index(after: $0) } ?? name.startIndex
        guard let point = name.utf8[start...].lastIndex(of: UInt8(ascii: ".")), point > start else { return (name, "") }
        return (String(name[..<point]), String(name[point...]))
    }
}

/// The folders that outputs stand in, made as they are needed.
struct OutputFolders {
    private var made: [String] = []

    /// Makes the folders that lead to a file.
    mutating func make(for path: String) throws(OutputFile.Failure) {
        var place = path.startIndex
        while let slash = path[place...].firstIndex(of: "/") {
            place = path.index(after: slash)
            let folder = String(path[..<slash])
            if folder.isEmpty { continue }
            if mkdir(folder, 0o777) == 0 {
                made.append(folder)
            } else if errno != EEXIST {
                throw OutputFile.Failure(folder, .last)
            }
        }
    }

    /// Takes away those that nothing was put into.
    func removeEmpty() { for folder in made.reversed() { rmdir(folder) } }
}
