import EmissionsDiagnostics
import EmissionsExchange
import EmissionsFormats
import EmissionsModel
import EmissionsSyntax
import FoundationEssentials
import Glibc

let arguments = CommandLine.arguments
let handle = open(arguments[2], O_RDONLY)
let source = ByteSource {
    let chunk = [UInt8](unsafeUninitializedCapacity: 1 << 17) { buffer, count in
        count = max(0, read(handle, buffer.baseAddress, buffer.count))
    }
    return chunk.isEmpty ? nil : chunk
}
if arguments[1] == "validate" {
    let report = Validator(ReadingOptions(today: CalendarDay(2026, 11, 24))).validate(path: arguments[2], source)
    print(report.records, report.counts, report.verdict)
    for finding in report.findings.prefix(30) { print(finding) }
}
