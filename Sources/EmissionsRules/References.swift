/// The standards and laws that rules come from, by the names they are cited under.
extension Reference {
    static func iso14067(_ clause: String) -> Reference { Reference("ISO 14067:2018", clause) }
    static func ghgProtocol(_ clause: String) -> Reference { Reference("GHG Protocol Product Standard", clause) }

    static func pact(_ property: String) -> Reference { Reference("PACT Technical Specifications 2 and 3", property) }
    static func pact2(_ property: String) -> Reference { Reference("PACT Technical Specifications 2", property) }
    static func pact3(_ property: String) -> Reference { Reference("PACT Technical Specifications 3", property) }
    static func catenaX(_ property: String) -> Reference { Reference("Catena-X io.catenax.pcf", property) }
    static func pactMethodology(_ clause: String) -> Reference { Reference("PACT Methodology 3.0", clause) }

    /// How embedded emissions are reported from October 2023 to December 2025.
    static func cbamTransitional(_ clause: String) -> Reference {
        Reference("Implementing Regulation (EU) 2023/1773", clause)
    }
    /// How embedded emissions are calculated from 2026.
    static func cbamCalculation(_ clause: String) -> Reference {
        Reference("Implementing Regulation (EU) 2025/2547", clause)
    }
    static func cbam(_ clause: String) -> Reference { Reference("Regulation (EU) 2023/956", clause) }
    /// What the registry checks when a quarterly report is uploaded.
    static func cbamManual(_ clause: String) -> Reference { Reference("CBAM Declarant Portal user manual", clause) }

    static func iso14025(_ clause: String) -> Reference { Reference("ISO 14025:2006", clause) }
    static func en15804A1(_ clause: String) -> Reference { Reference("EN 15804:2012+A1:2013", clause) }
    static func en15804A2(_ clause: String) -> Reference { Reference("EN 15804:2012+A2:2019", clause) }
    static func iso21930(_ clause: String) -> Reference { Reference("ISO 21930:2017", clause) }
    /// What a data set of a declaration holds to be accepted by the platforms that exchange them.
    static func inData(_ clause: String) -> Reference { Reference("InData ILCD+EPD format, CP-2020", clause) }
    static func openEPD(_ property: String) -> Reference { Reference("openEPD 0.1", property) }
}
