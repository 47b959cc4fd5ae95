import CProcess
import FoundationEssentials
import Glibc
import Hummingbird
import SystemPackage

/// The folder that documents stand in while they are worked on, and that workers put what is too big for memory in.
struct WorkFolder {
    /// From the root, so that it means the same to every process.
    let path: String
    /// What is older was left behind: nobody may work on a document for so long. What is younger may be another
    /// server's of the same folder.
    private static let longest = 86_400.0

    /// Makes the folder, for its owner alone, and removes what earlier runs left in it.
    ///
    /// A folder that is there already keeps its permissions: an operator may have named any.
    init(_ path: String, now: Double) throws {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw Errno(rawValue: errno) }
        guard let real = realpath(path, nil) else { throw Errno(rawValue: errno) }
        defer { free(real) }
        self.path = String(cString: real)
        try sweep(before: now - Self.longest)
    }

    /// Removes files that are called as ours are; an operator may have named a folder that others use, too.
    private func sweep(before time: Double) throws {
        for name in try FileManager.default.contentsOfDirectory(atPath: path) where RandomName.isOne(name) {
            let file = path + "/" + name
            var found = emx_file()
            guard emx_look_at_link(file, &found) == 0, found.is_regular, Double(found.modified) < time else { continue }
            unlink(file)
        }
    }
}

extension RandomName {
    /// Whether a name looks like one of a file of an upload or an output.
    fileprivate static func isOne(_ name: String) -> Bool {
        name.utf8.count == 32 && name.allSatisfy { ("0"..."9").contains($0) || ("a"..."f").contains($0) }
    }
}
