import ArgumentParser
import EmissionsConsole
import EmissionsExchange
import EmissionsFormats
import EmissionsReports
import EmissionsSyntax

struct DetectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "detect", abstract: "Tell what format files are in, and how that was told.",
        discussion: """
            The content decides, never the name of the file.

            Example:
              emx detect inbox/
            """)

    @Argument(help: "Files, or folders and zip archives whose files are meant; '-' is standard input.")
    var inputs: [String]

    @Flag(help: "Print JSON.")
    var json = false

    func run() throws {
        let today = try Today.day()
        var status = ExitStatus.success
        var list: [JSONValue] = []
        for file in InputFile.files(inputs).lazy.flatMap({ $0.parts(ReadingOptions(today: today)) }) {
            do {
                let candidates = Format.candidates(try file.open().start)
                if candidates.isEmpty { status = max(status, .unreadable) }
                if json {
                    list.append(DetectionReport(file.path, candidates).json)
                } else {
                    StandardOutput.write(DetectionReport(file.path, candidates).text)
                }
            } catch {
                status = max(status, .init(FileReport.failed(path: file.path, error).verdict))
                StandardError.write(TextReport(.off).text(of: error.diagnostic, in: file.path))
            }
        }
        if json { StandardOutput.write(JSONValue.list(list).document) }
        if status > .success { throw status }
    }
}
