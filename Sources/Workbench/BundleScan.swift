import Bundles
import Compression
import Disclosure
import Files
import ModuleKit
import Tables
import Workspaces

/// Looks through the files of a public bundle for what tells of persons, before any of it is written.
struct BundleScan {
  /// What was found, file by file: a bundle with any is not made.
  private(set) var problems: [Diagnostic] = []
  /// Files that are no texts, which it does not read.
  private(set) var unread: [String] = []
  /// What is meant to be public and was not met.
  private(set) var unmet: [Disclosed] = []

  /// The most bytes that come out of a file that is compressed.
  private static let mostUnpacked = 1 << 30

  private let scan: LeakScan
  private let workspace: Workspace
  private let formats: [String: CSVFormat]
  private var met: Set<Int> = []

  /// Looks through `files` of `workspace`, also for the persons called `names`.
  init(_ files: [BundleFile], of workspace: Workspace, names: [String]) throws {
    let values = workspace.disclosed.compactMap { if case .value(let text) = $0.scope { text } else { nil } }
    scan = LeakScan(names: names, meant: values)
    self.workspace = workspace
    formats = Dictionary(
      workspace.datasets.flatMap { dataset in
        dataset.declaration.member == nil ? dataset.files.map { ($0, dataset.declaration.format) } : []
      }
    ) { first, _ in first }
    for file in files.sorted(by: { $0.path < $1.path }) { try look(at: file) }
    unmet = workspace.disclosed.enumerated().filter { !met.contains($0.offset) }.map(\.element)
  }

  private mutating func look(at file: BundleFile) throws {
    switch file.source {
    case .bytes(let bytes): try bytes.withUnsafeBytes { try look(at: $0, file.path) }
    case .file(let open): try open().reading { try look(at: $0, file.path) }
    }
  }

  private mutating func look(at bytes: UnsafeRawBufferPointer, _ path: String) throws {
    let name = path.hasPrefix("workspace/") ? String(path.dropFirst("workspace/".count)) : path
    guard bytes.starts(with: [0x1F, 0x8B]) else { return lookAtText(bytes, name) }
    guard let inner = try? decompress(Array(bytes), .gzip, limit: Self.mostUnpacked) else { return unread.append(name) }
    inner.withUnsafeBytes { lookAtText($0, name) }
  }

  private mutating func lookAtText(_ bytes: UnsafeRawBufferPointer, _ name: String) {
    guard !bytes.prefix(8192).contains(0), !bytes.starts(with: Array("%PDF".utf8)) else { return unread.append(name) }
    var (fields, isWhole): (Set<String>, Bool) = ([], false)
    for case .file(name, let field) in workspace.disclosed.map(\.scope) {
      if let field { fields.insert(field) } else { isWhole = true }
    }
    let report = scan.report(on: bytes, as: form(of: name, bytes), meantFields: fields)
    for (index, disclosed) in workspace.disclosed.enumerated() {
      switch disclosed.scope {
      case .value(let text): if report.met.contains(LeakScan.plain(text)) { met.insert(index) }
      case .file(let file, let field):
        if file == name, field.map(report.met.contains) ?? (report.total > 0) { met.insert(index) }
      }
    }
    guard !isWhole else { return }
    problems += report.leaks.map { leak in
      let mark = MarkRange(Mark(line: leak.line, column: leak.column), Mark(line: leak.line, column: leak.column + 1))
      return Diagnostic(
        RunMessage.tellsOfAPerson(leak.kind.words, hint: leak.hint), at: .init(file: name, range: mark))
    }
    let more = report.total - report.leaks.count
    if more > 0 { problems.append(Diagnostic(RunMessage.tellsMore(more), at: .init(file: name))) }
  }

  /// How the file `name` is written: as the dataset that it belongs to says, else by its name.
  private func form(of name: String, _ bytes: UnsafeRawBufferPointer) -> TextForm {
    guard let format = formats[name], !name.hasSuffix(".json") else { return TextForm(of: name, beginning: bytes) }
    return .delimited(by: format.delimiter.byte, quote: format.quote.byte, header: format.headerLine)
  }
}
