public import Hashing

/// One line of a feed: an entry, or what stands for one that is withheld or erased.
public enum FeedLine: Sendable, Hashable {
  /// The entry.
  case entry(Entry)
  /// An entry that only its id tells of: chain, roots and proofs hold all the same.
  case withheld(Hash32)

  /// The line that `bytes` write, without its line break.
  public init(_ bytes: some Sequence<UInt8>) throws(EntryFault) {
    let bytes = Array(bytes)
    let (before, after) = (Array(#"{"withheld":""#.utf8), Array(#""}"#.utf8))
    guard bytes.starts(with: before) else {
      self = .entry(try Entry(bytes))
      return
    }
    guard bytes.count == before.count + 64 + after.count, bytes.suffix(after.count).elementsEqual(after),
      let id = Hash32(hex: bytes[before.count..<(before.count + 64)])
    else { throw .badMember("withheld") }
    self = .withheld(id)
  }

  /// The id of the entry.
  public var id: Hash32 {
    switch self {
    case .entry(let entry): entry.id
    case .withheld(let id): id
    }
  }

  /// The entry, where it is there.
  public var entry: Entry? {
    if case .entry(let entry) = self { entry } else { nil }
  }

  /// The line as it stands in a file, with its line break.
  var text: [UInt8] {
    switch self {
    case .entry(let entry): entry.bytes + [UInt8(ascii: "\n")]
    case .withheld(let id): Array("{\"withheld\":\"\(id.hex)\"}\n".utf8)
    }
  }
}

extension [FeedLine] {
  /// The lines as they stand in a file.
  var text: [UInt8] { flatMap(\.text) }
}
