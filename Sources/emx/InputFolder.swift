import EmissionsConsole
import EmissionsFormats
import Glibc

/// A folder that was named where files are expected.
struct InputFolder {
    private let path: String
    /// What stands before the name of a file.
    private let prefix: String
    /// The files in it and below, sorted, without the folder, but for those whose names begin with a point.
    let files: [String]

    init(_ path: String) {
        self.path = path
        prefix = path.hasSuffix("/") ? path : path + "/"
        files = Self.files(below: prefix)
    }

    /// The files, and for each folder whose files a format reads as a package, such as an unpacked archive, the package in
    /// their place. A folder that can't be read or has no files stands for itself, so that it is reported.
    var inputs: [InputFile] {
        let packages = packages
        guard !packages.isEmpty else { return singleInputs }
        var members: [String: [String]] = [:], inputs: [(name: String, file: InputFile)] = []
        for name in files {
            if let folder = Self.folders(around: name).first(where: packages.contains) {
                members[folder, default: []].append(String(name.utf8.dropFirst(folder.utf8.count)) ?? name)
            } else {
                inputs.append((name, file(name)))
            }
        }
        for (folder, names) in members {
            var package = folder.isEmpty ? InputFile(path: path) : file(String(folder.dropLast()))
            package.members = names
            inputs.append((folder, package))
        }
        return inputs.sorted { $0.name < $1.name }.map(\.file)
    }

    /// Each file by itself.
    var singleInputs: [InputFile] { files.isEmpty ? [InputFile(path: path)] : files.map(file) }

    private func file(_ name: String) -> InputFile {
        let steps = path.split(separator: "/")
        let base = steps.last.map { [".", ".."].contains($0) ? "" : "\($0)/" } ?? ""
        return InputFile(path: prefix + name, name: base + name)
    }

    /// The innermost folders that are packages, each with a slash at its end; what stands around a folder `ILCD` belongs
    /// to it (ILCD archive: `ILCD/` and `META-INF/`).
    private var packages: Set<String> {
        var names: [String: [String]] = [:]
        for name in files {
            for folder in Self.folders(around: name) {
                names[folder, default: []].append(String(name.utf8.dropFirst(folder.utf8.count)) ?? name)
            }
        }
        let packages = names.filter { Self.isPackage($0.value) }.keys
        let outer = Set(packages.flatMap { Self.folders(around: String($0.dropLast())) })
        return Set(
            packages.filter { !outer.contains($0) }.map {
                $0.hasSuffix("/ILCD/") || $0 == "ILCD/" ? String($0.dropLast("ILCD/".count)) : $0
            })
    }

    private static func isPackage(_ names: [String]) -> Bool {
        Format.candidates(FileStart(members: names)).contains {
            $0.format.readsPackages && $0.recognition.confidence == .yes
        }
    }

    /// `a/b/`, `a/` and the folder itself for `a/b/c`.
    private static func folders(around name: String) -> [String] {
        guard !name.isEmpty else { return [] }
        var folders: [String] = []
        var rest = name[...]
        while let slash = rest.lastIndex(of: "/") {
            folders.append(String(rest[...slash]))
            rest = rest[..<slash]
        }
        return folders + [""]
    }

    /// Links to folders are not followed: they could lead in a circle.
    private static func files(below prefix: String) -> [String] {
        var found: [String] = [], folders = [""]
        while let folder = folders.popLast() {
            for name in names(in: prefix + folder) {
                let path = prefix + folder + name
                guard let status = FileStatus(link: path) else { continue }
                if status.isFolder {
                    folders.append("\(folder)\(name)/")
                } else if status.isRegular || status.isLink && !isFolder(path) {
                    found.append(folder + name)
                }
            }
        }
        return found.sorted()
    }

    private static func names(in folder: String) -> [String] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }

    fileprivate static func isFolder(_ path: String) -> Bool { FileStatus(path)?.isFolder == true }
}

extension InputFile {
    /// The files that some names stand for; a folder stands for what is in it and below, `a.zip!/b.json` for one file of an
    /// archive.
    static func files(_ paths: [String]) -> [InputFile] {
        paths.flatMap { isFolder($0) ? InputFolder($0).inputs : [InputFile(named: $0)] }
    }

    /// The same with the files of packages one by one.
    static func singleFiles(_ paths: [String]) -> [InputFile] {
        paths.flatMap { isFolder($0) ? InputFolder($0).singleInputs : [InputFile(named: $0)] }
    }

    /// The one that a name stands for; a folder of more than one stands for itself, and can't be read.
    static func file(_ path: String) -> InputFile {
        let files = files([path])
        return files.count == 1 ? files[0] : InputFile(path: path)
    }

    private static func isFolder(_ path: String) -> Bool { path != "-" && InputFolder.isFolder(path) }
}
