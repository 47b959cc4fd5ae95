import CProcess

/// What a name or a descriptor leads to, as the file system tells.
package struct FileStatus {
    private let file: emx_file

    /// `nil` where there is nothing, or nothing that may be looked at.
    package init?(_ path: String) { self.init { emx_look(path, $0) } }

    /// What has the name itself, be it a link.
    package init?(link path: String) { self.init { emx_look_at_link(path, $0) } }

    package init?(_ descriptor: FileDescriptor) { self.init { emx_look_at_descriptor(descriptor.number, $0) } }

    private init?(_ look: (UnsafeMutablePointer<emx_file>) -> Int32) {
        var file = emx_file()
        guard look(&file) == 0 else { return nil }
        self.file = file
    }

    package var isRegular: Bool { file.is_regular }
    package var isFolder: Bool { file.is_folder }
    package var isLink: Bool { file.is_link }
    /// In bytes.
    package var size: Int { Int(file.size) }
    package var permissions: UInt32 { file.permissions }
    package var identity: FileIdentity { FileIdentity(device: file.device, node: file.node) }
}

/// Which file a name or a descriptor leads to, whatever it is called.
package struct FileIdentity: Equatable {
    fileprivate let device: UInt64, node: UInt64

    fileprivate init(device: UInt64, node: UInt64) { (self.device, self.node) = (device, node) }

    package init?(_ path: String) {
        guard let status = FileStatus(path) else { return nil }
        self = status.identity
    }

    package init?(_ file: FileDescriptor) {
        guard let status = FileStatus(file) else { return nil }
        self = status.identity
    }
}
