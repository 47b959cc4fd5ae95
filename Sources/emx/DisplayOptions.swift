import ArgumentParser
import EmissionsConsole
import EmissionsReports

/// Whether a report is for a person or for a program.
enum ReportStyle: String, ExpressibleByArgument, CaseIterable { case text, json }

struct DisplayOptions: ParsableArguments {
    enum Color: String, ExpressibleByArgument, CaseIterable { case auto, always, never }

    @Option(help: "Color: on a terminal, always or never. NO_COLOR and CLICOLOR_FORCE are honored.")
    var color = Color.auto

    func colors(on stream: FileDescriptor) -> TextColors {
        switch color {
        case .always: return .on
        case .never: return .off
        case .auto:
            if Environment["NO_COLOR"] != nil { return .off }
            if let force = Environment["CLICOLOR_FORCE"], force != "0" { return .on }
            return stream.isTerminal && Environment["TERM"] != "dumb" ? .on : .off
        }
    }
}
