import Files
import Foundation
import Ledger
import ModuleKit

extension Benchmark {
  /// A ledger opened, every entry, its place and what vouches for it checked.
  static let ledger = Benchmark(
    name: "ledger",
    work: "a ledger of 8 feeds with 1,000,000 entries opened and checked",
    target: Target(processor: 6, peak: 500_000_000),
    input: { folder in try SampleLedger.input(entries: 1_000_000, in: folder) },
    ours: [
      Contender("Veedor") { files in
        try SampleLedger.open(files[0]).status()
      } answer: { status in
        let entries = status.feeds.map(\.signed).reduce(0, +)
        return "\(status.feeds.count) feeds, \(entries) signed entries, problems: \(status.problems.count)"
      }
    ])

  /// Entries appended one after another, each on the disk before the next; and what the disk takes for that alone.
  static let appending = Benchmark(
    name: "appending",
    work: "500 entries appended to a feed, each synced before the next",
    input: { folder in Input(files: [folder]) },
    ours: [
      Contender("Veedor") { files in
        try Scratch.with(in: files[0]) { path in
          let ledger = try SampleLedger.open(path)
          let key = try ledger.keys.makeKey(mission: ledger.mission)
          for number in 0..<500 { _ = try ledger.append([SampleLedger.body(number)], as: key, at: SampleLedger.noon) }
        }
        return 500
      } answer: {
        "\($0) entries"
      },
      Contender("a line written and synced alone") { files in
        try Scratch.with(in: files[0]) { path in
          let file = try Folder(path: path).appended("lines")
          let line = [UInt8](repeating: 0x61, count: 320)
          for _ in 0..<500 { try file.append(line) }
        }
        return 500
      } answer: {
        "\($0) entries"
      },
    ])

  /// What entries make of records, and again with one entry more.
  static let viewing = Benchmark(
    name: "viewing",
    work: "the records of 100,000 entries, and again with one more",
    input: { folder in try SampleLedger.input(entries: 100_000, in: folder) },
    ours: [
      Contender("Veedor") { (files, stages) in
        let entries = try SampleLedger.open(files[0]).entries()
        let whole = await stages.time("the records") { LedgerView(entries.dropLast(), kinds: [SampleLedger.kind]) }
        let more = await stages.time("with one more") { LedgerView(entries, kinds: [SampleLedger.kind]) }
        return "\(whole.records.count) records, then \(more.records.count)"
      }
    ])
}

/// A ledger as a long mission has it: eight authors, each with as many notes.
private enum SampleLedger {
  static let noon = Instant(seconds: 1_511_784_000)
  static let kind = EntryKind(
    "bench.note", version: 1, en: "a note", es: "una nota",
    [
      .init("text", .string(.filled), required: true, en: "what was seen", es: "lo que se vio"),
      .init("area", .string(.filled), en: "where", es: "dónde"),
    ])

  static func open(_ path: String) throws -> Ledger {
    Ledger(in: try Folder(path: path), mission: "bench", keys: KeyFolder(path: path + "/keys"))
  }

  static func body(_ number: Int) throws -> [String: Value] {
    try kind.opening([
      "text": .string("Note \(number): a box without a seal at the second table, sealed again at noon"),
      "area": .string("Area \(number % 298)"),
    ])
  }

  @Sendable static func input(entries: Int, in folder: String) throws -> Benchmark.Input {
    let made = try Benchmark.file("ledger-\(entries)", in: folder) { path in
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      let ledger = try open(path)
      for _ in 0..<8 {
        let key = try ledger.keys.makeKey(mission: ledger.mission)
        // Each append reads the feed again, so that there are few.
        for start in stride(from: 0, to: entries / 8, by: 25_000) {
          let bodies = try (start..<min(start + 25_000, entries / 8)).map(body)
          _ = try ledger.append(bodies, as: key, at: noon)
        }
        _ = try ledger.sign(key)
      }
    }
    return Benchmark.Input(files: [made])
  }
}

/// A folder that is there for one measurement, on the disk of the inputs.
private enum Scratch {
  static func with(in folder: String, _ body: (String) throws -> Void) throws {
    let path = "\(folder)/appending-\(ProcessInfo.processInfo.processIdentifier)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }
}
