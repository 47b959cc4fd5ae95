import ArgumentParser
import EmissionsConsole
import EmissionsReports
import EmissionsService

struct SettingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        .settings,
        discussion: """
            What the command line says counts before variables of the environment, they before the file, and it before
            what holds by default.

            Example:
              emx settings
              EMX_LISTEN_PORT=9000 emx settings --set workers.count=4
            """)

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var options: SettingsOptions

    func run() throws {
        let outcome = try options.outcome()
        if json {
            let list = Setting.all.map { setting -> JSONValue in
                [
                    "name": .text(setting.name), "variable": .text(setting.variable),
                    "value": JSONValue(setting.value(outcome.configuration).map { setting.isSecret ? "(secret)" : $0 }),
                    "from": .text(origin(setting, outcome)), "expected": .text(setting.expected),
                    "meaning": .text(setting.meaning),
                ]
            }
            return StandardOutput.write(JSONValue.list(list).document)
        }
        let rows = Setting.all.map { setting in
            [
                setting.name, setting.shown(outcome.configuration), origin(setting, outcome), setting.meaning,
            ]
        }
        StandardOutput.write(Columns(titles: ["setting", "value", "from", "meaning"], rows: rows).text)
    }

    private func origin(_ setting: Setting, _ outcome: SettingSources.Outcome) -> String {
        (outcome.origins[setting.name] ?? .default).rawValue
    }
}
