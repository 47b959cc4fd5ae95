import EmissionsModel
import EmissionsSyntax

/// The words of the template, in its English edition.
enum TemplateWords {
    static let unit: Spelling<EmissionsUnit> = .code(["tCO2e/t": .tonnesCO2e, "tCO2/t": .tonnesCO2e])

    /// ISO 3166-1 with two letters.
    static let country = Spelling<String>(
        "a country in two letters (ISO 3166-1), such as TR", parse: { $0.isEmpty ? nil : $0 }, print: { $0 })

    /// With a degree sign behind the number, or without.
    static let degrees = Spelling<String>(
        "a number of degrees",
        parse: { text in
            var text = Substring(text)
            while let last = text.last, last == "°" || last == " " { text.removeLast() }
            return text.isEmpty ? nil : String(text)
        }, print: { $0 })

    static let code = Spelling<String>(
        "a code of the Combined Nomenclature",
        parse: { text in
            let digits = text.filter { $0 != " " }
            return digits.isEmpty ? nil : digits
        }, print: { $0 })

    static let anything = Spelling<String>("text or a number", parse: { $0 }, print: { $0 })

    /// Columns of qualifying parameters, with the Commission's code for quarterly reports where it has one for all goods.
    static let parameters: [(column: NodeName, name: String, code: String?)] = [
        ("P", "main reducing agent of the precursor", "QPD11"), ("R", "% Mn", "QPD13"), ("S", "% Cr", "QPD14"),
        ("T", "% Ni", "QPD15"), ("U", "% other alloys", "QPD16"), ("V", "% carbon", "QPD12"),
        ("W", "t scrap per t steel", nil), ("X", "% other materials", "QPD20"),
        ("Y", "% pre-consumer scrap", nil), ("Z", "t scrap per t aluminium", "QPD21"),
        ("AA", "% non-aluminium elements", "QPD23"), ("AB", "clinker factor", "QPD02"),
        ("AC", "calcined or not", "QPD01"), ("AD", "concentration of a hydrous solution", nil),
        ("AE", "% nitric acid", "QPD04"), ("AF", "% urea", "QPD03"), ("AG", "% N contained", nil),
        ("AH", "% N as ammonium", "QPD07"), ("AI", "% N as nitrate", "QPD08"), ("AJ", "% N as urea", "QPD06"),
        ("AK", "% N in other organic forms", "QPD09"),
    ]
}
