extension GreenhouseGas {
    /// Name, CAS number, AR4, AR5, AR6. Where a report gives no potential there is none.
    public static let all: [GreenhouseGas] = [
        // An amount that is CO2e already.
        GreenhouseGas("CO2e", nil, 1, 1, 1, "CO2eq", "CO2-eq", "CO2 eq", "CO2-Äq", "CO₂e"),
        GreenhouseGas("CO2", "124-38-9", 1, 1, 1, "CO₂", "carbon dioxide", "Kohlendioxid", "dioxyde de carbone"),
        GreenhouseGas("CH4", "74-82-8", 25, 28, tenths(279), "CH₄", "methane", "Methan", "méthane"),
        GreenhouseGas("CH4 fossil", nil, 25, 30, tenths(298), "methane, fossil", "fossil methane", "Methan, fossil"),
        GreenhouseGas(
            "CH4 non-fossil", nil, 25, 28, tenths(270), "methane, non-fossil", "methane, biogenic", "biogenic methane",
            "CH4 biogenic"),
        GreenhouseGas(
            "N2O", "10024-97-2", 298, 265, 273, "N₂O", "nitrous oxide", "dinitrogen monoxide", "Lachgas",
            "protoxyde d'azote"),
        GreenhouseGas("SF6", "2551-62-4", 22800, 23500, 25200, "SF₆", "sulfur hexafluoride", "Schwefelhexafluorid"),
        GreenhouseGas("NF3", "7783-54-2", 17200, 16100, 17400, "NF₃", "nitrogen trifluoride", "Stickstofftrifluorid"),
        GreenhouseGas(
            "CF4", "75-73-0", 7390, 6630, 7380, "CF₄", "PFC-14", "tetrafluoromethane", "carbon tetrafluoride", "R-14"),
        GreenhouseGas("C2F6", "76-16-4", 12200, 11100, 12400, "C₂F₆", "PFC-116", "hexafluoroethane", "R-116"),
        GreenhouseGas("C3F8", "76-19-7", 8830, 8900, 9290, "PFC-218", "octafluoropropane"),
        GreenhouseGas("c-C4F8", "115-25-3", 10300, 9540, 10200, "PFC-318", "octafluorocyclobutane"),
        GreenhouseGas("C4F10", "355-25-9", 8860, 9200, 10000, "PFC-31-10"),
        GreenhouseGas("HFC-23", "75-46-7", 14800, 12400, 14600, "CHF3", "R-23"),
        GreenhouseGas("HFC-32", "75-10-5", 675, 677, 771, "CH2F2", "R-32"),
        GreenhouseGas("HFC-125", "354-33-6", 3500, 3170, 3740, "C2HF5", "R-125"),
        GreenhouseGas("HFC-134a", "811-97-2", 1430, 1300, 1530, "C2H2F4", "R-134a"),
        GreenhouseGas("HFC-143a", "420-46-2", 4470, 4800, 5810, "C2H3F3", "R-143a"),
        GreenhouseGas("HFC-152a", "75-37-6", 124, 138, 164, "C2H4F2", "R-152a"),
        GreenhouseGas("HFC-227ea", "431-89-0", 3220, 3350, 3600, "C3HF7"),
        GreenhouseGas("HFC-236fa", "690-39-1", 9810, 8060, 8690, "C3H2F6"),
        GreenhouseGas("HFC-245fa", "460-73-1", 1030, 858, 962, "C3H3F5"),
        GreenhouseGas("HFC-365mfc", "406-58-6", 794, 804, 914, "C4H5F5"),
        GreenhouseGas("HFC-43-10mee", "138495-42-8", 1640, 1650, 1600, "C5H2F10"),
        GreenhouseGas("HCFC-22", "75-45-6", 1810, 1760, 1960, "CHClF2", "R-22"),
        GreenhouseGas("CFC-11", "75-69-4", 4750, 4660, 6230, "CCl3F"),
        GreenhouseGas("CFC-12", "75-71-8", 10900, 10200, 12500, "CCl2F2"),
        GreenhouseGas("SO2F2", "2699-79-8", nil, 4090, 4630, "sulfuryl fluoride"),
    ]

    private static func tenths(_ digits: Int128) -> ExactDecimal? { ExactDecimal(coefficient: digits, scale: 1) }
}
