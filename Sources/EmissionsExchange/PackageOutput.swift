import EmissionsDiagnostics
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax

/// A package in the making: it is an archive, so it is handed out as a whole.
struct PackageOutput {
    private let writing: PackageWriting
    private var zip = ZipWriter()
    private var names: Set<String> = []
    private var problems: [Diagnostic] = []
    private var headerFiles: [(name: String, bytes: [UInt8])] = []
    /// What was added last, with the files of the header that it may refer to.
    private(set) var lastAdded = MemoryPackage([])

    init(_ writing: PackageWriting) { self.writing = writing }

    /// - Returns: What the target requires and did not get.
    mutating func add(_ part: SubmissionPart, _ header: SubmissionHeader) -> [Diagnostic] {
        let (files, problems) = writing.files(part, header)
        if case .header = part { headerFiles = files }
        var found = problems
        for (name, bytes) in files where names.insert(name).inserted {
            do throws(SyntaxError) { try zip.add(name, bytes) } catch { found.append(error.diagnostic) }
        }
        if case .header = part {
            lastAdded = MemoryPackage(files)
        } else {
            lastAdded = MemoryPackage(files + headerFiles)
        }
        return found
    }

    func end() -> Written {
        do throws(SyntaxError) { return Written(bytes: try zip.bytes()) } catch {
            return Written(problems: [error.diagnostic])
        }
    }
}
