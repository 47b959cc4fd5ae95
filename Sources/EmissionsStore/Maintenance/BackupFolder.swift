import Foundation

/// A folder with a copy of a store: `manifest.json`, `store.sqlite` and `objects/`.
struct BackupFolder: Sendable {
    private let path: String
    private let objects: ObjectFolder

    /// A new folder. One that holds anything already is refused.
    init(making path: String) throws(StoreError) {
        guard FileManager.default.subpaths(atPath: path)?.isEmpty ?? true else {
            throw .file("the folder \(path) is not empty")
        }
        try ObjectFolder.make(path)
        self.path = path
        objects = try ObjectFolder(StoreLocation.objects(in: path))
    }

    init(reading path: String) throws(StoreError) {
        guard FileManager.default.fileExists(atPath: path + "/manifest.json") else {
            throw .file("there is no backup in \(path): it has no manifest.json")
        }
        self.path = path
        objects = try ObjectFolder(StoreLocation.objects(in: path))
    }

    var database: String { StoreLocation.database(in: path) }

    func databaseFile() throws(StoreError) -> BackupManifest.File {
        let (digest, size) = try Self.digest(of: database)
        return BackupManifest.File(sha256: digest.description, size: size)
    }

    /// Copies an object, unless it is there already or was removed from the store meanwhile.
    func copy(_ object: StoredObject, from folder: ObjectFolder) throws(StoreError) {
        let target = objects.path(of: object.digest, object.tenant)
        guard !FileManager.default.fileExists(atPath: target),
            let reader = try folder.reader(object.digest, object.tenant)
        else { return }
        let writer = try objects.newWriter(of: object.tenant, random: .system)
        while case let bytes = try reader.read(upTo: 1 << 20), !bytes.isEmpty { try writer.write(bytes) }
        guard try writer.finish() == object else { throw .damaged("an object is not what it was: \(object.digest)") }
        try objects.adopt(writer, as: object)
    }

    /// Says that an object was copied.
    func checked(_ object: StoredObject) throws(StoreError) -> BackupManifest.Object {
        guard FileManager.default.fileExists(atPath: objects.path(of: object.digest, object.tenant)) else {
            throw .unavailable("an object was removed while the backup was made; try again")
        }
        return BackupManifest.Object(
            tenant: object.tenant.description, sha256: object.digest.description, size: object.size)
    }

    /// Removes copies of what the copied database does not know any more.
    func removeObjects(except wanted: Set<StoredObject>) throws(StoreError) {
        let paths = Set(wanted.map { objects.path(of: $0.digest, $0.tenant) })
        for file in FileManager.default.subpaths(atPath: objects.path) ?? [] {
            let full = objects.path + "/" + file
            if file.split(separator: "/").last?.utf8.count == 64, !paths.contains(full) { unlink(full) }
        }
    }

    /// Writes the manifest last: a backup without one is none. Returns its digest.
    func write(_ manifest: BackupManifest) throws(StoreError) -> Digest {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        do {
            let bytes = try encoder.encode(manifest)
            try bytes.write(to: URL(fileURLWithPath: path + "/manifest.json"), options: .atomic)
            return Digest(of: bytes)
        } catch {
            throw .file("can't write the manifest of the backup")
        }
    }

    func manifest() throws(StoreError) -> BackupManifest {
        do {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path + "/manifest.json"))
            let manifest = try JSONDecoder().decode(BackupManifest.self, from: bytes)
            guard manifest.version == 1 else { throw StoreError.invalid("a later program made the backup") }
            return manifest
        } catch let error as StoreError {
            throw error
        } catch {
            throw .damaged("the manifest of the backup can't be read")
        }
    }

    /// Reads everything once and compares it with the manifest.
    func verify(_ manifest: BackupManifest) throws(StoreError) {
        guard manifest.database == (try databaseFile()) else {
            throw .damaged("the database of the backup is not what was backed up")
        }
        for object in try manifest.objects.map(StoredObject.init) {
            guard let reader = try objects.reader(object.digest, object.tenant) else {
                throw .damaged("the backup lacks the object \(object.digest)")
            }
            guard reader.size == object.size, try reader.computedDigest() == object.digest else {
                throw .damaged("an object of the backup is not what was backed up: \(object.digest)")
            }
        }
    }

    func copyAll(_ manifest: BackupManifest, to path: String) throws(StoreError) {
        let target = try BackupFolder(making: path)
        for object in try manifest.objects.map(StoredObject.init) { try target.copy(object, from: objects) }
        do {
            try FileManager.default.copyItem(atPath: database, toPath: target.database)
        } catch {
            throw .file("can't copy the database of the backup")
        }
    }

    private static func digest(of path: String) throws(StoreError) -> (Digest, Int) {
        guard let file = try OpenFile(reading: path) else { throw .damaged("the backup lacks its database") }
        let reader = try ObjectReader(digest: Digest(of: []), file: file)
        return (try reader.computedDigest(), reader.size)
    }
}

extension StoredObject {
    fileprivate init(_ object: BackupManifest.Object) throws(StoreError) {
        guard let tenant = Tenant.ID(object.tenant), let digest = Digest(object.sha256) else {
            throw .damaged("the manifest of the backup can't be read")
        }
        self.init(tenant: tenant, digest: digest, size: object.size)
    }
}
