import EmissionsDiagnostics
import EmissionsExchange
import EmissionsFormats
import EmissionsModel
import FoundationEssentials

let a = CommandLine.arguments
let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: a[1])))
let c = Converter(
    ReadingOptions(today: CalendarDay(2026, 11, 24)), to: Format.named(a[2])!, version: a.count > 3 ? a[3] : nil)
let (out, r) = try c.convert(bytes)
print(String(decoding: out.prefix(6000), as: UTF8.self))
for f in r.source.findings.prefix(20) { print(f) }
print(r.account, r.account.isBalanced, r.isComplete)
for l in r.losses.prefix(20) {
    print(l.kind, l.path, l.was, l.became ?? "", l.source?.description ?? "", l.target?.description ?? "")
}
for l in r.restatements.prefix(20) { print(l.path, l.before, l.after, l.reason) }
