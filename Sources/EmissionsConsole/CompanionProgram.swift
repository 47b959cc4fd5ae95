import Glibc

/// The other program of the package, which stands beside the one that runs, or where packages of systems put programs that
/// nobody calls by name.
package struct CompanionProgram {
    package let name: String
    /// Where else it may be: so many folders up from that of the one that runs, and from there down.
    private let elsewhere: (up: Int, down: String)

    /// What works on documents, as looked for by the service.
    package static let emx = CompanionProgram(name: "emx", elsewhere: (2, "bin"))
    /// What serves, as looked for by `emx`.
    package static let service = CompanionProgram(name: "emx-service", elsewhere: (1, "libexec/emissions-exchange"))

    /// The paths that it is looked for at, in order.
    package var places: [String] {
        guard let program = realpath("/proc/self/exe", nil) else { return [] }
        defer { free(program) }
        let folder = String(cString: program).split(separator: "/").dropLast()
        return [folder, folder.dropLast(elsewhere.up) + [Substring(elsewhere.down)]].map { folders in
            "/" + (folders + [Substring(name)]).joined(separator: "/")
        }
    }

    /// Where it is; `nil` where it is not installed.
    package var path: String? { places.first { access($0, X_OK) == 0 } }

    /// Becomes the other program.
    ///
    /// - Returns: what went wrong; otherwise not at all.
    package func become(_ arguments: [String]) -> SystemError? {
        guard let path else { return SystemError(number: ENOENT) }
        var words = ([path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        execv(path, &words)
        return .last
    }
}
