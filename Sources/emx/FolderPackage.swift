import EmissionsConsole
import EmissionsSyntax

/// A folder whose files belong together, such as an archive that somebody unpacked.
final class FolderPackage: Package {
    let members: [PackageMember]
    private let prefix: String

    init(_ folder: String, _ names: [String]) {
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        members = names.map { PackageMember(name: $0, size: Self.size(of: prefix + $0)) }
        self.prefix = prefix
    }

    func source(of member: PackageMember) throws(SyntaxError) -> ByteSource {
        try InputFile(path: prefix + member.name).bytes()
    }

    /// Only a hint: what can't be looked at is told when it is read.
    private static func size(of path: String) -> Int { FileStatus(path)?.size ?? 0 }
}
