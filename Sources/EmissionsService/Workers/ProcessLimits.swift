import CProcess
import Glibc

/// What a worker may use for one document.
public struct ProcessLimits: Hashable, Sendable {
    /// Resident memory.
    public var memoryBytes = 1 << 30
    public var cpuSeconds = 60.0
    public var wallSeconds = 120.0
    /// The biggest file that it may write.
    public var fileBytes = 4 << 30
    public init() {}

    /// Limits that the system holds a process to, whatever becomes of its supervisor.
    ///
    /// The address space has room for what is reserved and never touched; resident memory is watched.
    func impose(on process: pid_t) {
        emx_limit(process, emx_address_space, UInt64(memoryBytes + memoryBytes / 2 + (512 << 20)))
        emx_limit(process, emx_file_size, UInt64(fileBytes))
        emx_limit(process, emx_core_size, 0)
        emx_limit(process, emx_open_files, 64)
    }
}

/// What a process has used so far.
struct ProcessUse {
    var residentBytes: Int
    var cpuSeconds: Double

    /// `nil` once the process has ended.
    init?(of process: pid_t) {
        guard let file = fopen("/proc/\(process)/stat", "r") else { return nil }
        defer { fclose(file) }
        var buffer = [UInt8](repeating: 0, count: 1_024)
        let count = fread(&buffer, 1, buffer.count, file)
        let text = String(decoding: buffer.prefix(count), as: UTF8.self)
        // The name of the program stands in parentheses, and may have any characters.
        guard let end = text.lastIndex(of: ")") else { return nil }
        let fields = text[text.index(after: end)...].split(separator: " ")
        // What has ended stays in the list until its end is asked for, as a zombie.
        guard fields.count > 21, !["Z", "X"].contains(fields[0]), let user = Double(fields[11]),
            let system = Double(fields[12]),
            let pages = Int(fields[21])
        else { return nil }
        residentBytes = pages * sysconf(Int32(_SC_PAGESIZE))
        cpuSeconds = (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
    }
}
