import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Where objects are: `<tenant>/<first two digits>/<digest>`. Nothing here is called as a user wishes.
struct ObjectFolder: Sendable {
    let path: String

    init(_ path: String) throws(StoreError) {
        self.path = path
        try Self.make(path)
        try Self.make(incoming)
    }

    /// Where objects are written before they have a name.
    private var incoming: String { path + "/.incoming" }

    func newWriter(of tenant: Tenant.ID, random: RandomBytes) throws(StoreError) -> ObjectWriter {
        try ObjectWriter(tenant: tenant, path: incoming + "/" + Base32.text(random.make(20)))
    }

    func path(of digest: Digest, _ tenant: Tenant.ID) -> String {
        "\(path)/\(tenant)/\(digest.description.prefix(2))/\(digest)"
    }

    /// The file has its name, and the disk knows.
    func adopt(_ writer: ObjectWriter, as object: StoredObject) throws(StoreError) {
        let path = path(of: object.digest, object.tenant)
        let folder = String(path.dropLast(65))
        try Self.make(String(folder.dropLast(3)))
        try Self.make(folder)
        try writer.move(to: path)
        try Self.synchronize(folder)
    }

    func reader(_ digest: Digest, _ tenant: Tenant.ID) throws(StoreError) -> ObjectReader? {
        guard let file = try OpenFile(reading: path(of: digest, tenant)) else { return nil }
        return try ObjectReader(digest: digest, file: file)
    }

    /// Removes an object, if it is there.
    func remove(_ digest: Digest, _ tenant: Tenant.ID) throws(StoreError) {
        if unlink(path(of: digest, tenant)) != 0 && errno != ENOENT {
            throw .file("can't remove an object: \(OpenFile.reason())")
        }
    }

    /// Removes what was being written when its server went down.
    func sweep(before time: Date) throws(StoreError) {
        for name in try Self.names(in: incoming) {
            var status = stat()
            let file = incoming + "/" + name
            if stat(file, &status) == 0, Double(status.st_mtim.tv_sec) < time.timeIntervalSince1970 { unlink(file) }
        }
    }

    /// Removes the folders of a tenant, which are empty by now.
    func removeFolder(of tenant: Tenant.ID) throws(StoreError) {
        let folder = "\(path)/\(tenant)"
        for name in try Self.names(in: folder) { rmdir(folder + "/" + name) }
        if rmdir(folder) != 0 && errno != ENOENT {
            throw .file("can't remove the folder of a tenant: \(OpenFile.reason())")
        }
    }

    /// Makes a folder for its owner alone, and those above it as far as they are not there.
    static func make(_ folder: String) throws(StoreError) {
        if let slash = folder.lastIndex(of: "/"), slash > folder.startIndex, access(String(folder[..<slash]), F_OK) != 0
        {
            try make(String(folder[..<slash]))
        }
        if mkdir(folder, 0o700) != 0 && errno != EEXIST {
            throw .file("can't make the folder \(folder): \(OpenFile.reason())")
        }
    }

    private static func synchronize(_ folder: String) throws(StoreError) {
        try OpenFile(reading: folder)?.synchronize()
    }

    private static func names(in folder: String) throws(StoreError) -> [String] {
        guard FileManager.default.fileExists(atPath: folder) else { return [] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw .file("can't list a folder of objects")
        }
    }
}
