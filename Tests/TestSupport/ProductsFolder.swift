import Foundation

/// The folder of the tests' own program, which the package's programs stand beside.
public let productsFolder: String = {
    let program = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return String(program.prefix(upTo: program.lastIndex(of: "/") ?? program.startIndex))
}()
