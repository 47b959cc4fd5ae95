import ArgumentParser
import EmissionsConsole
import EmissionsDiagnostics
import EmissionsExchange
import EmissionsFormats
import EmissionsRules
import EmissionsSyntax

/// How files are read, as every command that reads some asks for it.
struct ReadingArguments: ParsableArguments {
    @Option(
        name: [.customShort("f"), .customLong("from")],
        help: ArgumentHelp("The format of the input; told by its content otherwise.", valueName: "format"))
    var from: String?

    @Option(
        help: ArgumentHelp(
            "How a partner's spreadsheet lines up with the model, in YAML; 'emx help map' says more.",
            valueName: "file"))
    var map: String?

    @Option(
        help: ArgumentHelp(
            "The report whose warming potentials count gases, where the mapping names none: AR4, AR5 or AR6.",
            valueName: "report"))
    var gwp: String?

    @Option(
        name: .customLong("profile"),
        help: ArgumentHelp(
            "Rules to check against, instead of the format's own. Can be repeated.", valueName: "profile"))
    var profiles: [String] = []

    @Option(
        help: ArgumentHelp(
            "A policy of yours, in YAML: the profile to start from, severities, rules that are off and why, limits.",
            valueName: "file"))
    var policy: String?

    @Flag(help: "Leave the schema out, and check the rules only.")
    var noSchema = false

    @Option(help: ArgumentHelp("How many findings are listed per file; all are counted.", valueName: "n"))
    var maxFindings = 1_000

    @Option(
        name: .customLong("limit"),
        help: ArgumentHelp(
            "Raise or lower a limit: \(LimitName.list). K, M and G are 1024, 1024² and 1024³. Can be repeated.",
            valueName: "name=value"))
    var limits: [String] = []

    /// Where `target` is `map`, the mapping is for the output, unless the input is named to be in it, too.
    func options(_ display: DisplayOptions, to target: String? = nil) throws -> ReadingOptions {
        var options = ReadingOptions(today: try Today.day())
        options.policy = try policy.map { try SteeringFile(path: $0).policy(display) }
        let mapping = try mapping(display)
        if from == nil, target != FormatName.map { options.format = mapping?.format }
        if let from { options.format = try FormatName(from, mapping).format }
        for name in profiles where Profile.named(name) == nil {
            let names = Profile.all.map(\.name)
            throw UsageError(
                "there is no profile '\(name)'\(Suggestion(for: name, among: names)); "
                    + "the profiles are \(names.joined(separator: ", "))")
        }
        if !profiles.isEmpty { options.profiles = profiles }
        guard maxFindings >= 0 else { throw UsageError("--max-findings is \(maxFindings), must not be negative") }
        options.maxFindings = maxFindings
        options.usesOwnSchemas = !noSchema
        for limit in limits { try LimitName.set(limit, in: &options.limits) }
        return options
    }
}

extension ReadingArguments {
    /// The mapping that is named, if one is.
    func mapping(_ display: DisplayOptions) throws -> SheetMapping? {
        guard let map else {
            if gwp != nil { throw UsageError("--gwp goes with --map, for a mapping that adds up gases") }
            return nil
        }
        let mapping = try SteeringFile(path: map).mapping(display)
        guard let gwp else { return mapping }
        guard let counting = mapping.counting(by: gwp) else {
            throw UsageError(
                "--gwp is '\(gwp)', expected AR4, AR5 or AR6, and a mapping that adds up gases and names no other")
        }
        return counting
    }
}

/// A format as it is asked for, such as `pact` or `pact@2.3`.
struct FormatName {
    let format: Format
    let version: String?

    /// What the format of the mapping is called that `--map` names.
    static let map = "map"

    init(_ text: String, _ mapping: SheetMapping? = nil) throws {
        let pieces = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        if text == Self.map {
            guard let mapping else { throw UsageError("'map' is a spreadsheet by a mapping; name it with --map FILE") }
            (format, version) = (mapping.format, nil)
            return
        }
        guard let format = Format.named(pieces[0]) else {
            let names = Format.all.map(\.name)
            throw UsageError(
                "there is no format '\(pieces[0])'\(Suggestion(for: pieces[0], among: names)); "
                    + "the formats are \(names.joined(separator: ", "))")
        }
        self.format = format
        version = pieces.count > 1 ? pieces[1] : nil
    }

    /// The version to write.
    func writtenVersion() throws -> String {
        let versions = format.writtenVersions
        guard let latest = versions.last else {
            throw UsageError("\(format.name) is read, but not written")
        }
        guard let version else { return latest }
        guard versions.contains(version) else {
            throw UsageError(
                "\(format.name) is not written in version '\(version)'\(Suggestion(for: version, among: versions)); "
                    + "its versions are \(versions.joined(separator: ", "))")
        }
        return version
    }
}

/// Limits as they are set on the command line.
enum LimitName {
    static let list = Limits.named.map(\.key).joined(separator: ", ")

    /// Sets a limit as asked for by an assignment such as `depth=128` or `recordBytes=1G`.
    static func set(_ assignment: String, in limits: inout Limits) throws {
        let pieces = assignment.split(separator: "=", maxSplits: 1).map(String.init)
        guard pieces.count == 2 else { throw UsageError("--limit is '\(assignment)', expected NAME=VALUE") }
        guard let key = Limits.named.first(where: { $0.key == pieces[0] })?.value else {
            throw UsageError(
                "there is no limit '\(pieces[0])'\(Suggestion(for: pieces[0], among: Limits.named.map(\.key))); "
                    + "the limits are \(list)")
        }
        limits[keyPath: key] = try value(pieces[1][...], of: pieces[0])
    }

    /// What a limit is set to.
    static func value(_ text: Substring, of name: String) throws -> Int {
        guard let value = value(String(text)), value > 0 else {
            throw UsageError("the limit \(name) is '\(text)', expected a whole number above zero, as 64M")
        }
        return value
    }

    private static func value(_ text: String) -> Int? {
        let shift: Int? =
            switch text.last {
            case "k", "K": 10
            case "m", "M": 20
            case "g", "G": 30
            default: nil
            }
        guard let shift else { return Int(text) }
        guard let number = Int(text.dropLast()) else { return nil }
        let (value, overflow) = number.multipliedReportingOverflow(by: 1 << shift)
        return overflow ? nil : value
    }
}
