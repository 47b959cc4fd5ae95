/// What headers of columns say in English, German and French. The first word of a field that a header holds whole makes it
/// that field; in small letters, without what stands between words.
enum SheetDraftWords {
    struct Entry {
        var field: String
        var words: [String]
        /// What the cells have to look like.
        var look: SheetColumnLook?
    }

    static let fields: [Entry] = product + figures + embedded + dates + parties

    private static let product = [
        Entry(
            field: "product.name",
            words: [
                "product name", "product", "article name", "item name", "goods", "material", "produktname", "produkt",
                "bezeichnung", "artikelbezeichnung", "benennung", "ware", "nom du produit", "produit", "désignation",
                "designation", "libellé",
            ]),
        Entry(
            field: "product.description",
            words: [
                "product description", "description", "grade", "beschreibung", "produktbeschreibung", "güte", "sorte",
                "descriptif",
            ]),
        Entry(
            field: "product.identifiers",
            words: [
                "product id", "product ids", "article number", "item number", "part number", "part no", "item no",
                "article no", "sku", "gtin", "ean",
                "material number", "artikelnummer", "artikel nr", "artikel-nr", "artikelnr", "materialnummer",
                "sachnummer",
                "référence", "reference produit", "code article",
            ]),
        Entry(
            field: "product.classifications.CN",
            words: [
                "cn code", "cn", "customs tariff number", "commodity code", "tariff code", "kn code", "kn-code",
                "zolltarifnummer", "warennummer", "code nc", "nomenclature combinée",
            ], look: .digits(8)),
        Entry(field: "product.classifications.HS", words: ["hs code", "hs", "hs-code", "code sh"], look: .digits(6)),
        Entry(
            field: "declaredUnit.amount",
            words: [
                "declared unit amount", "declared amount", "quantity", "amount", "qty", "mass produced", "production",
                "functional unit amount", "menge", "bezugsmenge", "produktionsmenge", "quantité", "quantite",
                "masse produite",
            ], look: .number),
        Entry(
            field: "declaredUnit.unit",
            words: [
                "unit", "uom", "unit of measure", "declared unit", "mass unit", "einheit", "me", "mengeneinheit",
                "bezugseinheit", "unité", "unite", "unité déclarée",
            ], look: .unit),
        Entry(
            field: "declaredUnit.mass",
            words: [
                "weight", "net weight", "product mass", "gewicht", "nettogewicht", "poids", "poids net",
            ], look: .number),
    ]

    private static let figures = [
        Entry(
            field: "figures.excludingBiogenicUptake",
            words: [
                "pcf excluding biogenic", "pcf", "product carbon footprint", "carbon footprint", "co2 footprint",
                "co2-fußabdruck", "co2 fußabdruck", "co2-fussabdruck", "thg gesamt", "treibhausgasemissionen",
                "co2 gesamt",
                "total ghg", "ghg emissions", "emissions", "co2e", "total co2e", "empreinte carbone",
                "émissions de ges",
                "emissions ges",
            ], look: .number),
        Entry(
            field: "figures.includingBiogenicUptake",
            words: [
                "pcf including biogenic", "including biogenic", "mit biogen", "inkl. biogen", "y compris biogénique",
            ], look: .number),
        Entry(
            field: "figures.fossil",
            words: [
                "fossil emissions", "fossil", "davon fossil", "fossile emissionen", "fossil ghg", "fossile",
                "émissions fossiles",
            ], look: .number),
        Entry(field: "figures.packaging", words: ["packaging emissions", "verpackung", "emballage"], look: .number),
        Entry(
            field: "carbonContent.fossil",
            words: [
                "fossil carbon content", "c fossil", "kohlenstoffgehalt fossil", "teneur en carbone fossile",
            ], look: .number),
        Entry(
            field: "carbonContent.biogenic",
            words: [
                "biogenic carbon content", "c biogen", "kohlenstoffgehalt biogen", "teneur en carbone biogénique",
            ], look: .number),
        Entry(
            field: "dataQuality.primaryDataShare",
            words: [
                "primary data share", "primary data", "share of primary data", "anteil primärdaten",
                "primärdatenanteil",
                "part de données primaires",
            ], look: .number),
    ]

    private static let embedded = [
        Entry(
            field: "embeddedEmissions.direct.specific",
            words: [
                "direct specific embedded emissions", "see direct", "see direkt", "specific direct emissions",
                "direct emissions", "direkte emissionen", "direkte spezifische emissionen", "émissions directes",
                "émissions intrinsèques directes",
            ], look: .number),
        Entry(
            field: "embeddedEmissions.indirect.specific",
            words: [
                "indirect specific embedded emissions", "see indirect", "see indirekt", "specific indirect emissions",
                "indirect emissions", "indirekte emissionen", "émissions indirectes",
            ], look: .number),
        Entry(
            field: "good.imported.netMass", words: ["net mass", "nettomasse", "eigenmasse", "masse nette"],
            look: .number),
        Entry(
            field: "good.originCountry",
            words: [
                "country of origin", "origin", "ursprungsland", "ursprung", "pays d'origine",
            ], look: .country),
        Entry(field: "good.itemNumber", words: ["entry", "line", "position", "pos", "zeile", "ligne"]),
    ]

    private static let dates = [
        Entry(
            field: "referencePeriod.start",
            words: [
                "reference period start", "period start", "date from", "from date", "start date", "from", "start",
                "von", "beginn", "zeitraum von", "début",
                "du",
            ], look: .date),
        Entry(
            field: "referencePeriod.end",
            words: [
                "reference period end", "period end", "date to", "to date", "end date", "date until", "to", "until",
                "end", "bis", "ende", "zeitraum bis", "fin", "au",
            ], look: .date),
        Entry(field: "validity.end", words: ["valid until", "expires", "gültig bis", "valable jusqu'au"], look: .date),
        Entry(field: "validity.start", words: ["valid from", "gültig ab", "valable dès"], look: .date),
        Entry(
            field: "identity.created",
            words: [
                "created", "date", "issued", "erstellt", "stand", "datum", "créé le",
            ], look: .date),
        Entry(field: "identity.identifier", words: ["pcf id", "pcf-id", "footprint id", "id", "uuid"]),
        Entry(
            field: "identity.comment", words: ["comment", "comments", "remark", "remarks", "kommentar", "commentaire"]),
    ]

    private static let parties = [
        Entry(
            field: "company.name",
            words: [
                "company", "company name", "supplier", "manufacturer", "firma", "unternehmen", "lieferant",
                "hersteller",
                "société", "fournisseur", "fabricant",
            ]),
        Entry(
            field: "production.country",
            words: [
                "country", "production country", "country of production", "land", "produktionsland", "herstellungsland",
                "pays",
                "pays de production",
            ], look: .country),
        Entry(
            field: "production.installation.name",
            words: [
                "installation", "site", "plant", "works", "mill", "anlage", "werk", "standort", "installation name",
                "usine",
            ]),
        Entry(field: "verification.provider", words: ["verifier", "prüfer", "vérificateur"]),
    ]

    /// Columns that belong to rows of gases or of modules.
    static let roles: [Entry] = [
        Entry(field: "gas", words: ["gas", "ghg", "greenhouse gas", "treibhausgas", "stoff", "gaz"], look: .gas),
        Entry(
            field: "module",
            words: [
                "module", "stage", "life cycle stage", "modul", "phase", "étape",
            ], look: .module),
        Entry(field: "scenario", words: ["scenario", "szenario", "scénario"]),
    ]
}
