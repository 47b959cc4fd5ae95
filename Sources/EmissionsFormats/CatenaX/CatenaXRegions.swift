/// The UN's regions and subregions (M49), and the countries in each (ISO 3166-1).
enum CatenaXRegions {
    static let names = Set(subregions.map(\.name) + subregions.map(\.region))

    /// The smallest of Catena-X's regions that a country is in.
    static func subregion(of country: String) -> String? { subregionsOfCountries[country] }
    static func region(of subregion: String) -> String? { subregions.first { $0.name == subregion }?.region }

    private static let subregionsOfCountries: [String: String] = {
        var found: [String: String] = [:]
        for subregion in subregions {
            for country in subregion.countries.split(separator: " ") { found[String(country)] = subregion.name }
        }
        return found
    }()

    private static let subregions: [(name: String, region: String, countries: String)] = [
        ("Northern Africa", "Africa", "DZ EG EH LY MA SD TN"),
        (
            "Sub-Saharan Africa", "Africa",
            """
            AO BF BI BJ BW CD CF CG CI CM CV DJ ER ET GA GH GM GN GQ GW IO KE KM LR LS MG ML MR MU MW MZ NA NE NG RE RW \
            SC SH SL SN SO SS ST SZ TD TF TG TZ UG YT ZA ZM ZW
            """
        ),
        ("Northern America", "Americas", "BM CA GL PM US"),
        (
            "Latin America and the Caribbean", "Americas",
            """
            AG AI AR AW BB BL BO BQ BR BS BV BZ CL CO CR CU CW DM DO EC FK GD GF GP GS GT GY HN HT JM KN KY LC MF MQ MS \
            MX NI PA PE PR PY SR SV SX TC TT UY VC VE VG VI
            """
        ),
        ("Central Asia", "Asia", "KG KZ TJ TM UZ"),
        ("Eastern Asia", "Asia", "CN HK JP KP KR MN MO TW"),
        ("South-eastern Asia", "Asia", "BN ID KH LA MM MY PH SG TH TL VN"),
        ("Southern Asia", "Asia", "AF BD BT IN IR LK MV NP PK"),
        ("Western Asia", "Asia", "AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE"),
        ("Eastern Europe", "Europe", "BG BY CZ HU MD PL RO RU SK UA"),
        ("Northern Europe", "Europe", "AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ"),
        ("Southern Europe", "Europe", "AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA"),
        ("Western Europe", "Europe", "AT BE CH DE FR LI LU MC NL"),
        ("Australia and New Zealand", "Oceania", "AU CC CX HM NF NZ"),
        ("Melanesia", "Oceania", "FJ NC PG SB VU"),
        ("Micronesia", "Oceania", "FM GU KI MH MP NR PW UM"),
        ("Polynesia", "Oceania", "AS CK NU PF PN TK TO TV WF WS"),
    ]
}
