import ArgumentParser
import EmissionsConsole

/// The commands of the service as `emx` lists them. They are parsed and run by `emx-service`.
enum ServiceStub {
    struct Serve: ParsableCommand { static let configuration = CommandConfiguration(.serve) }
    struct Settings: ParsableCommand { static let configuration = CommandConfiguration(.settings) }
    struct Tenants: ParsableCommand { static let configuration = CommandConfiguration(.tenants) }
    struct Keys: ParsableCommand { static let configuration = CommandConfiguration(.keys) }
    struct Audit: ParsableCommand { static let configuration = CommandConfiguration(.audit) }
    struct Backup: ParsableCommand { static let configuration = CommandConfiguration(.backup) }
    struct Restore: ParsableCommand { static let configuration = CommandConfiguration(.restore) }

    /// Goes on as the program that has a command; where that is missing, says what to do.
    static func become(_ name: ServiceCommandName, _ arguments: [String]) -> Never {
        let program = CompanionProgram.service
        let failure = program.become(arguments)
        if let path = program.path {
            StandardError.write("error: can't start '\(path)': \(failure?.words ?? "")\n")
        } else {
            let places = program.places.map { "'\($0)'" }.joined(separator: " and ")
            StandardError.write(
                "error: 'emx \(name.rawValue)' needs the program \(program.name), which is not installed: looked for "
                    + "\(places); install it there, or build it with `swift build -c release --product \(program.name)`\n"
            )
        }
        ExitStatus.unavailable.exit()
    }
}

extension CommandConfiguration {
    fileprivate init(_ name: ServiceCommandName) { self.init(commandName: name.rawValue, abstract: name.abstract) }
}
