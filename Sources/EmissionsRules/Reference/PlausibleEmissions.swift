import EmissionsModel

/// What covered goods can be expected to embody, by the first four digits of their CN codes.
///
/// The ranges are those of the Commission's default values of 4 February 2026 over all countries. They hold for the
/// mechanism's own boundary only: direct emissions, and indirect ones where the good's category counts them. A
/// cradle-to-gate footprint of the same good lies elsewhere.
enum PlausibleEmissions {
    /// From half the lowest default value to one and a half times the highest, in t CO₂e per tonne of good.
    static func range(ofCN code: String) -> PlausibleRange? {
        guard let heading = Int(code.prefix(4)), let (lowest, highest) = defaults[heading],
            let lower = ExactDecimal(coefficient: Int128(lowest * 5), scale: 4),
            let upper = ExactDecimal(coefficient: Int128(highest * 15), scale: 4)
        else { return nil }
        return PlausibleRange(lower: lower.stripped, upper: upper.stripped)
    }

    /// The lowest and highest default value, in kg CO₂e per tonne.
    private static let defaults: [Int: (Int, Int)] = [
        2507: (240, 320), 2523: (820, 2290), 2601: (90, 1610), 2804: (0, 26640), 2808: (750, 3080),
        2814: (540, 4360), 2834: (870, 2850), 3102: (420, 4810), 3105: (290, 2070), 7201: (1110, 7920),
        7202: (1690, 6150), 7203: (450, 4200), 7205: (1290, 7900), 7206: (130, 8210), 7207: (130, 8230),
        7208: (140, 8230), 7209: (140, 8250), 7210: (140, 8250), 7211: (140, 8250), 7212: (140, 8250),
        7213: (140, 8230), 7214: (130, 8230), 7215: (140, 8230), 7216: (140, 8230), 7217: (140, 8230),
        7218: (2570, 8670), 7219: (2570, 8690), 7220: (2570, 8690), 7221: (2570, 8690), 7222: (2570, 10000),
        7223: (2570, 10000), 7224: (2150, 10000), 7225: (2310, 13240), 7226: (2150, 13240), 7227: (2170, 10020),
        7228: (2170, 10020), 7229: (2170, 10020), 7301: (190, 8250), 7302: (1850, 8210), 7303: (1350, 7890),
        7304: (240, 8630), 7305: (240, 8250), 7306: (240, 8690), 7307: (130, 8210), 7308: (1890, 8250),
        7309: (1770, 10010), 7310: (240, 8250), 7311: (1770, 9980), 7318: (140, 8650), 7326: (130, 8250),
        7601: (360, 3198), 7603: (470, 4148), 7604: (690, 4881), 7605: (690, 4881), 7606: (1150, 4987),
        7607: (1150, 5560), 7608: (710, 4896), 7609: (710, 4896), 7610: (710, 4896), 7611: (1150, 5560),
        7612: (1150, 5560), 7613: (1150, 5560), 7614: (690, 4881), 7615: (760, 1440), 7616: (470, 5560),
    ]
}
