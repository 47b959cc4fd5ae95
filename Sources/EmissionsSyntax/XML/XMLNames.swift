import CLibXML2

/// A start tag as libxml2 reports it, in libxml2's memory.
struct XMLStartTag {
    /// The local name. Equal names have equal addresses for as long as the parser lives; so have namespaces.
    let name: UnsafePointer<xmlChar>
    let prefix: UnsafePointer<xmlChar>?
    let namespace: UnsafePointer<xmlChar>?
    let namespaceCount: Int
    let attributeCount: Int
    /// Five pointers for each: name, prefix, namespace, beginning and end of the value.
    let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

    var nameBytes: UnsafeBufferPointer<UInt8> { bytes(of: name) }
    var qualifiedName: String { xmlQualifiedName(prefix, name) }

    func attribute(_ index: Int) -> XMLAttribute {
        let fields = attributes! + index * 5
        return XMLAttribute(
            name: fields[0]!, namespace: fields[2],
            value: UnsafeBufferPointer(start: fields[3], count: fields[4]! - fields[3]!))
    }
}

struct XMLAttribute {
    /// The local name.
    let name: UnsafePointer<xmlChar>
    let namespace: UnsafePointer<xmlChar>?
    let value: UnsafeBufferPointer<UInt8>
}

/// A name as it stands in the file.
func xmlQualifiedName(_ prefix: UnsafePointer<xmlChar>?, _ name: UnsafePointer<xmlChar>) -> String {
    (prefix.map { String(cString: $0) + ":" } ?? "") + String(cString: name)
}

private func bytes(of name: UnsafePointer<xmlChar>) -> UnsafeBufferPointer<UInt8> {
    var count = 0
    while name[count] != 0 { count &+= 1 }
    return UnsafeBufferPointer(start: name, count: count)
}

/// Where names that libxml2 has interned stand in the arena of a tree, so that each is stored there once.
///
/// A name that falls on the place of another pushes it out and is stored again; nothing but space is lost.
struct XMLNameCache {
    struct Key: Equatable {
        private let name: UInt
        private let scope: UInt
        let isAttribute: Bool

        enum Scope {
            /// The namespace of the document element.
            case own
            case namespace(UnsafePointer<xmlChar>?)
        }

        init(name: UnsafePointer<xmlChar>, scope: Scope = .own, isAttribute: Bool = false) {
            self.name = UInt(bitPattern: name)
            self.scope =
                switch scope {
                case .own: 1
                case .namespace(let namespace): UInt(bitPattern: namespace)
                }
            self.isAttribute = isAttribute
        }

        fileprivate var bytes: UnsafeBufferPointer<UInt8> {
            EmissionsSyntax.bytes(of: UnsafePointer(bitPattern: name)!)
        }
        fileprivate var slot: Int {
            let mixed = (name ^ (scope &+ (isAttribute ? 7 : 0)) &* 31) &* 0x9E37_79B9_7F4A_7C15
            return Int(truncatingIfNeeded: mixed >> 56)
        }
    }

    private var keys: [Key?] = Array(repeating: nil, count: 256)
    private var runs: [(run: SourceTree.Run, generation: Int)] = Array(
        repeating: (SourceTree.Run(start: 0, count: 0), 0), count: 256)
    private var generation = 1

    /// Forgets all runs, for a new tree.
    mutating func forget() { generation += 1 }

    subscript(key: Key) -> SourceTree.Run? {
        get {
            let slot = key.slot
            return runs[slot].generation == generation && keys[slot] == key ? runs[slot].run : nil
        }
        set {
            guard let newValue else { return }
            let slot = key.slot
            keys[slot] = key
            runs[slot] = (newValue, generation)
        }
    }

    /// The run of a name in `tree`, in which it is stored if need be. Names of attributes begin with `@`, and then the
    /// prefix that the format knows the namespace by.
    mutating func run(for key: Key, prefix: [UInt8] = [], in tree: inout SourceTree) -> SourceTree.Run {
        if let run = self[key] { return run }
        let start = Int32(tree.arena.count)
        if key.isAttribute { tree.arena.append(UInt8(ascii: "@")) }
        tree.arena.append(contentsOf: prefix)
        tree.arena.append(contentsOf: key.bytes)
        let run = SourceTree.Run(start: start, count: Int32(tree.arena.count) - start)
        self[key] = run
        return run
    }
}
