import EmissionsModel

/// A version of the EPD extensions to ILCD 1.1.
enum ILCDVersion: String, CaseIterable, Comparable {
    /// The extensions of 2013 alone.
    case v11 = "1.1"
    /// With those of 2019.
    case v12 = "1.2"
    /// With those of 2024.
    case v13 = "1.3"

    static func < (a: ILCDVersion, b: ILCDVersion) -> Bool { a.rawValue < b.rawValue }
}

enum ILCD {
    static let format = "ilcd-epd"
    static let rootName = "processDataSet"
    static let namespace = "http://lca.jrc.it/ILCD/Process"

    /// The namespaces that data sets are written in besides that of their root element, by the usual prefix.
    static let prefixes: [String: String] = [
        "http://lca.jrc.it/ILCD/Common": "common",
        "http://www.iai.kit.edu/EPD/2013": "epd",
        "http://www.indata.network/EPD/2019": "epd2",
        "http://www.indata.network/EPD/2024": "epd24",
        "http://www.matml.org/": "mat",
        "http://www.okworx.com/ILCD/Extensions/2018/Profile": "okworx",
        "http://openlca.org/epd_ilcd": "olca",
        "http://www.w3.org/XML/1998/namespace": "xml",
    ]

    static let flowNamespace = "http://lca.jrc.it/ILCD/Flow"
    static let contactNamespace = "http://lca.jrc.it/ILCD/Contact"
    static let sourceNamespace = "http://lca.jrc.it/ILCD/Source"
    static let flowPropertyNamespace = "http://lca.jrc.it/ILCD/FlowProperty"
    static let unitGroupNamespace = "http://lca.jrc.it/ILCD/UnitGroup"
}
