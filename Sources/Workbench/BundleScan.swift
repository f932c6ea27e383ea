import Archive
import Bundles
import Compression
import Disclosure
import Files
import ModuleKit
import Parallel
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

  /// Looks through `files` of `workspace`, also for the persons called `names`.
  init(_ files: [BundleFile], of workspace: Workspace, names: [String]) throws {
    let files = files.sorted { $0.path < $1.path }
    let reader = ScanReader(workspace, names: names)
    let read = concurrentMap(files.count) { number in Result { try reader.read(files[number]) } }
    var met: Set<Int> = []
    for scanned in try read.flatMap({ try $0.get() }) {
      for (index, disclosed) in workspace.disclosed.enumerated() where scanned.meets(disclosed) { met.insert(index) }
      if scanned.report == nil { unread.append(scanned.name) }
      if !scanned.isMeant { tell(scanned) }
    }
    unmet = workspace.disclosed.enumerated().filter { !met.contains($0.offset) }.map(\.element)
  }

  private mutating func tell(_ file: ScannedFile) {
    let name = file.name
    if let refusal = file.refusal {
      problems.append(Diagnostic(RunMessage.archiveNotOpened(refusal), at: .init(file: name)))
    }
    problems += file.named.leaks.map { Diagnostic(RunMessage.nameTells($0.kind.words), at: .init(file: name)) }
    guard let report = file.report else { return }
    problems += report.leaks.map { leak in
      let mark = MarkRange(Mark(line: leak.line, column: leak.column), Mark(line: leak.line, column: leak.column + 1))
      return Diagnostic(
        RunMessage.tellsOfAPerson(leak.kind.words, hint: leak.hint), at: .init(file: name, range: mark))
    }
    let more = report.total - report.leaks.count
    if more > 0 { problems.append(Diagnostic(RunMessage.tellsMore(more), at: .init(file: name))) }
  }
}

/// A file that was looked through, or one inside an archive.
private struct ScannedFile: Sendable {
  /// Its path in the workspace, or that of the bundle; of one inside an archive that of the archive, and its own behind a colon.
  let name: String
  /// The same without its own.
  let path: String
  /// All that stands in it, and its name, is meant to be public.
  let isMeant: Bool
  /// What stands in the name.
  let named: LeakReport
  /// What stands in it; nil where it is no text.
  var report: LeakReport?
  /// Why it could not be opened, where it is an archive.
  var refusal: Text?

  /// Whether it holds what `disclosed` means.
  func meets(_ disclosed: Disclosed) -> Bool {
    let reports = [named, report].compactMap(\.self)
    return switch disclosed.scope {
    case .value(let text): reports.contains { $0.met.contains(LeakScan.plain(text)) }
    case .file(let file, let field):
      PathPattern.names(path, by: file)
        && reports.contains { report in field.map(report.met.contains) ?? (report.total > 0) }
    }
  }
}

/// Reads files as the scan takes them.
private struct ScanReader: Sendable {
  /// The most bytes that come out of a file that is compressed.
  private static let mostUnpacked = 1 << 30
  /// The same of all files in an archive, and how many of these there may be.
  private static let limits: ArchiveLimits = {
    var limits = ArchiveLimits()
    (limits.size, limits.entries) = (mostUnpacked, 100_000)
    return limits
  }()

  private let scan: LeakScan
  private let disclosed: [Disclosed]
  private let formats: [String: CSVFormat]

  init(_ workspace: Workspace, names: [String]) {
    let values = workspace.disclosed.compactMap { if case .value(let text) = $0.scope { text } else { nil } }
    scan = LeakScan(names: names, meant: values)
    disclosed = workspace.disclosed
    formats = Dictionary(
      workspace.datasets.flatMap { dataset in
        dataset.declaration.member == nil ? dataset.files.map { ($0, dataset.declaration.format) } : []
      }
    ) { first, _ in first }
  }

  /// What stands in `file`; in an archive, such as a spreadsheet or a document of an office program, what stands in its files.
  func read(_ file: BundleFile) throws -> [ScannedFile] {
    let name = file.path.hasPrefix("workspace/") ? String(file.path.dropFirst("workspace/".count)) : file.path
    var (fields, isMeant): (Set<String>, Bool) = ([], false)
    for case .file(let file, let field) in disclosed.map(\.scope) where PathPattern.names(name, by: file) {
      if let field { fields.insert(field) } else { isMeant = true }
    }
    func look(_ bytes: UnsafeRawBufferPointer, passed: (UnsafeRawBufferPointer) -> Void) -> [ScannedFile] {
      var own = ScannedFile(
        name: name, path: name, isMeant: isMeant, named: scan.report(on: name), report: scan.report(on: ""))
      // Two letters alone may begin a text: "PK;name".
      guard !bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) else {
        do {
          return [own] + (try members(of: bytes, own, fields))
        } catch {
          own.refusal = (error as? ArchiveMessage)?.text.sentence ?? Text("\(error)")
          return [own]
        }
      }
      own.report = report(on: bytes, name, fields, passed: passed)
      return [own]
    }
    switch file.source {
    case .bytes(let bytes): return bytes.withUnsafeBytes { look($0) { _ in } }
    case .file(let open):
      let file = try open()
      return try file.reading { bytes in
        defer { file.giveBack(bytes) }
        return look(bytes) { file.giveBack($0) }
      }
    }
  }

  /// The files inside the archive `bytes`; one that is an archive itself is not opened.
  private func members(
    of bytes: UnsafeRawBufferPointer, _ archive: ScannedFile, _ fields: Set<String>
  ) throws -> [ScannedFile] {
    try LenientArchive(parsing: bytes, limits: Self.limits).entries.map { entry in
      var content: [UInt8] = []
      try entry.read(from: bytes) { content.append(contentsOf: $0) }
      return ScannedFile(
        name: "\(archive.name): \(entry.path)", path: archive.path, isMeant: archive.isMeant,
        named: scan.report(on: entry.path),
        report: content.withUnsafeBytes { report(on: $0, entry.path, fields) { _ in } })
    }
  }

  private func report(
    on bytes: UnsafeRawBufferPointer, _ name: String, _ fields: Set<String>, passed: (UnsafeRawBufferPointer) -> Void
  ) -> LeakReport? {
    guard bytes.starts(with: [0x1F, 0x8B]) else { return report(onText: bytes, name, fields, passed: passed) }
    let inner = try? decompress(Array(bytes), .gzip, limit: Self.mostUnpacked)
    return inner?.withUnsafeBytes { report(onText: $0, name, fields) { _ in } }
  }

  private func report(
    onText bytes: UnsafeRawBufferPointer, _ name: String, _ fields: Set<String>,
    passed: (UnsafeRawBufferPointer) -> Void
  ) -> LeakReport? {
    if let text = UTF16Text.utf8(bytes) {
      return text.withUnsafeBytes { scan.report(on: $0, as: form(of: name, $0), meantFields: fields) }
    }
    guard !bytes.prefix(8192).contains(0), !bytes.starts(with: Array("%PDF".utf8)) else { return nil }
    return scan.report(on: bytes, as: form(of: name, bytes), meantFields: fields, passed: passed)
  }

  /// How the file `name` is written: as the dataset that it belongs to says, else by its name.
  private func form(of name: String, _ bytes: UnsafeRawBufferPointer) -> TextForm {
    guard let format = formats[name], !name.hasSuffix(".json") else { return TextForm(of: name, beginning: bytes) }
    return .delimited(by: format.delimiter.byte, quote: format.quote.byte, header: format.headerLine)
  }
}
