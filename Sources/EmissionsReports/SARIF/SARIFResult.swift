import EmissionsDiagnostics

extension Diagnostic {
    /// The finding as a result of SARIF.
    func result(in file: String, ruleIndex: Int, isNew: Bool?) -> JSONValue {
        let help = help.map { "\n\($0)" } ?? ""
        var artifact: JSONValue = ["uri": .text(file.with(location?.part).percentEncodedPath)]
        if file == "-" { artifact.append("description", ["text": "standard input"]) }
        var physical: JSONValue = ["artifactLocation": artifact]
        if let location {
            physical.append("region", region(at: location))
            if let surroundings = surroundings(of: location) { physical.append("contextRegion", surroundings) }
        }
        var place: JSONValue = ["physicalLocation": physical]
        let logical = logicalLocations
        if !logical.isEmpty { place.append("logicalLocations", .list(logical)) }
        var result: JSONValue = [
            "ruleId": .text(code.description),
            "ruleIndex": .number(ruleIndex),
            "level": .text(severity.rawValue),
            "message": ["text": .text((message.description + help).inMessageOfSARIF)],
            "locations": [place],
            "partialFingerprints": ["emx/v1": .text(fingerprint)],
        ]
        if let fix, !fix.edits.isEmpty { result.append("fixes", [fix.sarif(in: artifact)]) }
        if let isNew { result.append("baselineState", isNew ? "new" : "unchanged") }
        if let subject { result.append("properties", ["record": .text(subject)]) }
        return result
    }

    /// Lines and columns alone: SARIF counts bytes of the file as it was sent, and lengths here are of UTF-8.
    private func region(at location: SourceLocation) -> JSONValue {
        var region: JSONValue = ["startLine": .number(location.line), "startColumn": .number(location.column)]
        if location.length == 0 {
            region.append("endColumn", .number(location.column))
        } else if let marked, marked.utf8.count == location.length {
            region.append("endColumn", .number(location.column + marked.unicodeScalars.count))
            region.append("snippet", ["text": .text(marked)])
        }
        // Without an end it goes to the end of the line, which is as much as is known of a longer stretch.
        return region
    }

    private var marked: String? {
        guard let excerpt else { return nil }
        let scalars = excerpt.text.unicodeScalars.dropFirst(max(0, excerpt.indent)).prefix(max(0, excerpt.width))
        return String(String.UnicodeScalarView(scalars))
    }

    /// The excerpt, which is the line or a window of it, where it surrounds a stretch whose end is known.
    private func surroundings(of location: SourceLocation) -> JSONValue? {
        guard let excerpt, let marked, marked.utf8.count == location.length, excerpt.indent < location.column else {
            return nil
        }
        let start = location.column - excerpt.indent
        return [
            "startLine": .number(location.line), "startColumn": .number(start),
            "endColumn": .number(start + excerpt.text.unicodeScalars.count), "snippet": ["text": .text(excerpt.text)],
        ]
    }

    private var logicalLocations: [JSONValue] {
        var places: [JSONValue] = []
        switch location?.address {
        case .pointer(let pointer) where !pointer.isEmpty:
            places.append(["fullyQualifiedName": .text(pointer), "kind": "value"])
        case .xpath(let path) where !path.isEmpty:
            let isAttribute = path.split(separator: "/").last?.hasPrefix("@") == true
            places.append(["fullyQualifiedName": .text(path), "kind": isAttribute ? "attribute" : "element"])
        case .cell(let cell) where !cell.isEmpty:
            places.append(["fullyQualifiedName": .text(cell), "kind": "cell"])
        default: break
        }
        if let fieldText { places.append(["fullyQualifiedName": .text(fieldText), "kind": "field"]) }
        return places
    }
}

extension Fix {
    /// A fix of SARIF; one that assumes something says so, since SARIF has no word for it.
    fileprivate func sarif(in artifact: JSONValue) -> JSONValue {
        let replacements = edits.map { edit -> JSONValue in
            let end = edit.end
            return [
                "deletedRegion": [
                    "startLine": .number(edit.location.line), "startColumn": .number(edit.location.column),
                    "endLine": .number(end.line), "endColumn": .number(end.column),
                ],
                "insertedContent": ["text": .text(edit.after)],
            ]
        }
        let caution = safety == .safe ? "" : " (unsafe: it assumes something)"
        return [
            "description": ["text": .text((action + caution).inMessageOfSARIF)],
            "artifactChanges": [["artifactLocation": artifact, "replacements": .list(replacements)]],
        ]
    }
}

extension SourceEdit {
    /// The place behind what it replaces.
    fileprivate var end: (line: Int, column: Int) {
        var (line, column) = (location.line, location.column)
        let scalars = Array(before.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let isBreak = scalar == "\n" || scalar == "\r" && scalars.dropFirst(index + 1).first != "\n"
            (line, column) = isBreak ? (line + 1, 1) : (line, column + 1)
        }
        return (line, column)
    }
}

extension String {
    /// With braces doubled, which would be placeholders otherwise, and without links that a submission may have brought.
    fileprivate var inMessageOfSARIF: String {
        guard contains(where: { "{}]".contains($0) }) else { return self }
        return replacing("{", with: "{{").replacing("}", with: "}}").replacing("](", with: "] (")
    }

    /// A path of the file system as a URI reference (RFC 3986).
    var percentEncodedPath: String {
        let digits = Array("0123456789ABCDEF".unicodeScalars)
        var encoded = String.UnicodeScalarView()
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "!"), UInt8(ascii: "/"):
                encoded.append(Unicode.Scalar(byte))
            default: encoded.append(contentsOf: ["%", digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            }
        }
        let path = String(encoded)
        guard path.hasPrefix("/") else { return path }
        // Two slashes at the start would name a host.
        return "file:///" + path.drop { $0 == "/" }
    }
}
