import Files
import Hashing
import ModuleKit

/// Pages that writing a result anew would take away, and that somebody may still want: the last good ones of a draft that
/// fails now, and those that were changed by hand. They are kept beside the result's own files, under names that no result has, and
/// enter no record, key or bundle.
struct KeptPages {
  private static let ending = ".html"
  private static let (earlier, byHand) = (".earlier", ".by_hand")

  private let home: Folder
  private let place: ResultPlace
  /// The digests that the record of the result there names.
  private let outputs: [String: Hash32]

  /// The pages of the result at `place` in `home`, whose record is `record`.
  init(in home: Folder, at place: ResultPlace, record: ResultRecord?) {
    (self.home, self.place, outputs) = (home, place, record?.outputs ?? [:])
  }

  /// Whether a file with that name was kept when the result was written anew.
  static func isKept(_ name: String) -> Bool { isEarlier(name) || name.contains(byHand) && name.hasSuffix(ending) }

  /// Whether it is the last good page of a draft that fails.
  static func isEarlier(_ name: String) -> Bool { name.hasSuffix(earlier + ending) }

  /// Keeps what was changed by hand of the pages that `files` will replace.
  func keep(behind files: [(name: String, bytes: [UInt8])]) throws -> [RunMessage] {
    try changed().filter { page in !files.contains { $0 == page } }.map(keepByHand)
  }

  /// Keeps all pages, since the draft fails, and tells where the last good ones are.
  func keepAll() throws -> [RunMessage] {
    let changed = try changed()
    var messages = try changed.map(keepByHand)
    for name in pages where !changed.contains(where: { $0.name == name }) {
      guard let bytes = try content(name) else { continue }
      try home.write(bytes, to: path(Self.named(name, Self.earlier)))
    }
    let names = (try? home.folder(place.folder).list())?.map(\.name) ?? []
    messages += names.filter(Self.isEarlier).sorted().map { .pageKept(path($0)) }
    return messages
  }

  private var pages: [String] { outputs.keys.filter { $0.hasSuffix(Self.ending) }.sorted() }

  /// The pages that are not as they were written.
  private func changed() throws -> [(name: String, bytes: [UInt8])] {
    try pages.compactMap { name in
      guard let bytes = try content(name), Hash32(of: bytes) != outputs[name] else { return nil }
      return (name, bytes)
    }
  }

  /// Keeps `page` under the first name that no other page has.
  private func keepByHand(_ page: (name: String, bytes: [UInt8])) throws -> RunMessage {
    var (number, kept) = (1, Self.named(page.name, Self.byHand))
    while let standing = try content(kept), standing != page.bytes {
      number += 1
      kept = Self.named(page.name, "\(Self.byHand)_\(number)")
    }
    try home.write(page.bytes, to: path(kept))
    return .pageChangedByHand(path(page.name), kept: path(kept))
  }

  private func content(_ name: String) throws -> [UInt8]? {
    do {
      return try home.file(path(name)).content(atMost: .stored)
    } catch {
      guard error.isAbsence else { throw error }
      return nil
    }
  }

  private func path(_ name: String) -> String { "\(place.folder)/\(name)" }

  private static func named(_ page: String, _ mark: String) -> String { page.dropLast(ending.count) + mark + ending }
}
