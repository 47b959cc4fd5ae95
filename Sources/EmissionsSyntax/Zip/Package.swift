/// Several files that belong together, each with a name; what readers of packages read.
public protocol Package: AnyObject {
    /// The files, in the order in which they were packed. Folders are not among them.
    var members: [PackageMember] { get }

    /// The bytes of one of the members, from its start. Can be asked for as often as needed.
    ///
    /// - Throws: ``SyntaxError`` where they can't be had: a limit, an encrypted member.
    func source(of member: PackageMember) throws(SyntaxError) -> ByteSource
}

/// A file in a package.
public struct PackageMember: Hashable, Sendable {
    /// Where it stands in the package: names of folders and of the file, with slashes between them.
    public var name: String
    /// How many bytes it has, unpacked.
    public var size: Int

    public init(name: String, size: Int) { (self.name, self.size) = (name, size) }

    /// Whether it is no file of a person: its name or that of a folder begins with a point.
    public var isHidden: Bool { name.split(separator: "/").contains { $0.hasPrefix(".") } }
}

extension Package {
    /// The member of a name.
    public func member(_ name: String) -> PackageMember? { members.first { $0.name == name } }
}

/// A package in memory, such as one that was just written.
public final class MemoryPackage: Package {
    public let members: [PackageMember]
    private let contents: [String: [UInt8]]

    /// - Parameter files: Names and bytes. Of two with one name the first counts.
    public init(_ files: [(name: String, bytes: [UInt8])]) {
        contents = Dictionary(files.map { ($0.name, $0.bytes) }) { first, _ in first }
        var names: Set<String> = []
        members = files.filter { names.insert($0.name).inserted }
            .map { PackageMember(name: $0.name, size: $0.bytes.count) }
    }

    public func source(of member: PackageMember) throws(SyntaxError) -> ByteSource {
        guard let bytes = contents[member.name] else { throw .zip(.noMember(member.name)) }
        return ByteSource(bytes)
    }
}
