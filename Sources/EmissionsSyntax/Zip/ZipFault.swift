import CZip
import EmissionsDiagnostics

/// Why an archive, or a member of one, is not read.
enum ZipFault {
    case cutOff, trailingBytes, twoEnds, split, badDirectory
    case noHeader(String), contradiction(String)
    case noEntry(Int, of: Int), moreThanEntries(Int)
    case badSizes(String), size(String, Int), outside(String), overlap(String, String)
    case name(String, ZipNameFault), notUTF8(String), twice(String, String), noMember(String)
    case link(String), specialFile(String), fullFolder(String, Int)
    case encrypted(String), method(Int, String), nested(String)
    case damaged(String), memberCutOff(String)
    case tooManyMembers(Int, limit: Int), bigDirectory(Int, limit: Int), longName(String, limit: Int)
    case tooMuch(limit: Int), ratio(String, packed: Int, size: Int, limit: Int), ratioOfAll(limit: Int)
    case tooManyBytes(Int), noMemory

    /// What libzip's code of an error means for a member.
    static func fault(_ code: Int32, _ member: String) -> Self {
        switch code {
        case ZIP_ER_NOPASSWD, ZIP_ER_ENCRNOTSUPP, ZIP_ER_WRONGPASSWD: .encrypted(member)
        case ZIP_ER_EOF: .memberCutOff(member)
        case ZIP_ER_MEMORY: .noMemory
        default: .damaged(member)
        }
    }
}

extension SyntaxError {
    static func zip(_ fault: ZipFault) -> SyntaxError {
        let isLimit = fault.code.description.hasPrefix("LIM")
        let finding = Diagnostic(fault.code, .error, fault.message, help: fault.help)
        return SyntaxError(isLimit ? .limit : .malformed, finding)
    }

    /// An archive inside of another one, which is not opened.
    public static func nestedArchive(_ name: String) -> SyntaxError { .zip(.nested(name)) }

    static func unavailable(_ error: any Error) -> SyntaxError {
        if let error = error as? SyntaxError { return error }
        return SyntaxError(.unavailable, Diagnostic("IO-001", .error, "the file could not be read: \(error)"))
    }
}

// MARK: Wording

extension ZipFault {
    fileprivate var code: Diagnostic.Code {
        switch self {
        case .trailingBytes, .twoEnds, .split, .badDirectory, .noEntry, .moreThanEntries, .noMember: "ZIP-001"
        case .cutOff, .memberCutOff: "ZIP-002"
        case .damaged, .size: "ZIP-003"
        case .name: "ZIP-004"
        case .notUTF8: "ZIP-005"
        case .twice: "ZIP-006"
        case .link, .specialFile: "ZIP-007"
        case .encrypted: "ZIP-008"
        case .method: "ZIP-009"
        case .nested: "ZIP-010"
        case .noHeader, .contradiction, .badSizes, .fullFolder: "ZIP-011"
        case .overlap, .outside: "ZIP-012"
        case .tooManyBytes: "LIM-001"
        case .bigDirectory, .noMemory: "LIM-004"
        case .tooManyMembers: "LIM-008"
        case .tooMuch: "LIM-009"
        case .ratio, .ratioOfAll: "LIM-010"
        case .longName: "LIM-011"
        }
    }

    fileprivate var message: Diagnostic.Message {
        switch self {
        case .cutOff: "the archive ends before its directory"
        case .trailingBytes: "bytes follow the end of the archive"
        case .twoEnds: "the archive has two ends, and it can't be told which of them counts"
        case .split: "the archive is one part of several"
        case .badDirectory: "the archive's directory does not lie inside of it"
        case .noHeader(let name): "there is no header of \(quoted(name)) where the archive's directory says"
        case .contradiction(let name): "the header of \(quoted(name)) says something else than the archive's directory"
        case .noEntry(let number, let count): "entry \(number) of \(count) in the archive's directory is broken"
        case .moreThanEntries(let count): "the archive's directory has more in it than the \(count) entries it counts"
        case .badSizes(let name): "the sizes of \(quoted(name)) contradict each other"
        case .size(let name, let size): "\(quoted(name)) does not unpack to the \(size) bytes that the directory says"
        case .outside(let name): "\(quoted(name)) does not lie before the archive's directory"
        case .overlap(let name, let other): "\(quoted(name)) and \(quoted(other)) share bytes of the archive"
        case .name(let name, let fault): "\(quoted(name)) is the name of a member, \(fault.words)"
        case .notUTF8(let name): "the name \(quoted(name)) says that it is in UTF-8, and is not"
        case .twice(let first, let name) where first == name: "\(quoted(name)) is in the archive twice"
        case .twice(let first, let name): "\(quoted(first)) and \(quoted(name)) differ only in case"
        case .noMember(let name): "there is no \(quoted(name)) in the archive"
        case .link(let name): "\(quoted(name)) is a symbolic link"
        case .specialFile(let name): "\(quoted(name)) is no ordinary file"
        case .fullFolder(let name, let size): "\(quoted(name)) is a folder, and has \(size) bytes of its own"
        case .encrypted(let name): "\(quoted(name)) is encrypted"
        case .method(let method, let name): "\(quoted(name)) is packed with \(Self.methodName(method))"
        case .nested(let name): "\(quoted(name)) is an archive itself"
        case .damaged(let name): "\(quoted(name)) is damaged: what comes out is not what was packed"
        case .memberCutOff(let name): "\(quoted(name)) ends too early"
        case .tooManyMembers(let count, let limit):
            "the archive has \(count) members, more than \(limit), the limit archiveMembers"
        case .bigDirectory(let size, let limit):
            "the archive's directory has \(size) bytes, more than \(limit), the limit recordBytes"
        case .longName(let name, let limit):
            "the name \(quoted(name)) is longer than \(limit) bytes, the limit archiveNameBytes"
        case .tooMuch(let limit): "the archive's members have more than \(limit) bytes together, the limit archiveBytes"
        case .ratio(let name, let packed, let size, let limit):
            "\(quoted(name)) unpacks from \(packed) to \(size) bytes, more than \(limit) times as many, the limit archiveRatio"
        case .ratioOfAll(let limit):
            "the archive's members unpack to more than \(limit) times its size, the limit archiveRatio"
        case .tooManyBytes(let limit): "the archive is bigger than \(limit) bytes, the limit totalBytes"
        case .noMemory: "there is not enough memory for the archive"
        }
    }

    private func quoted(_ name: String) -> String { name.count > 80 ? "'\(name.prefix(80))…'" : "'\(name)'" }

    private static func methodName(_ method: Int) -> String {
        switch method {
        case 9: "Deflate64"
        case 12: "bzip2"
        case 14: "LZMA"
        case 93: "Zstandard"
        case 95: "XZ"
        default: "method \(method)"
        }
    }

    fileprivate var help: String {
        switch self {
        case .name, .notUTF8, .twice: "Pack the files again under plain relative names."
        case .link, .specialFile: "Pack the file itself in its place."
        case .encrypted: "Pack the files without a password, and protect the way they are sent."
        case .method: "Pack the files again with Deflate, the usual method."
        case .nested: "Unpack it, and pack the files themselves; save a spreadsheet as CSV."
        case .split: "Put the parts together first."
        case .ratio, .ratioOfAll:
            "Unpack it yourself if you trust its source, or raise the limit with --limit archiveRatio=VALUE."
        case .tooManyMembers: "Split the archive, or raise the limit with --limit archiveMembers=VALUE."
        case .tooMuch: "Split the archive, or raise the limit with --limit archiveBytes=VALUE."
        case .longName: "Shorten the name, or raise the limit with --limit archiveNameBytes=VALUE."
        case .bigDirectory: "Pack the files again without comments, or raise the limit with --limit recordBytes=VALUE."
        case .tooManyBytes: "Raise the limit with --limit totalBytes=VALUE, or send a smaller archive."
        case .noMember: "List the members with `emx detect`."
        default: "Pack the files again, and send the archive as a whole."
        }
    }
}

extension ZipNameFault {
    fileprivate var words: String {
        switch self {
        case .empty: "which is empty"
        case .absolute: "which must not begin with '/'"
        case .drive: "which must not begin with a drive"
        case .backslash: "which must not have '\\' in it"
        case .parent: "which must not have '..' in it"
        case .emptyStep: "which must not have a step that says nothing"
        case .control: "which must not have control characters in it"
        }
    }
}
