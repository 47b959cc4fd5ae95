extension Setting {
    /// All settings as a table in Markdown, for the page about running the service.
    public static var table: String {
        let defaults = ServiceConfiguration(executable: "")
        let rows = all.map { setting in
            let value = setting.value(defaults).map { "`\($0)`" } ?? ""
            let cells = ["`\(setting.name)`", "`\(setting.variable)`", value, setting.expected, setting.meaning]
            return "| \(cells.joined(separator: " | ")) |\n"
        }
        return "| setting | variable | default | may be | meaning |\n|---|---|---|---|---|\n" + rows.joined()
    }
}
