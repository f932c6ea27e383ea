/// A pattern of names: `*` stands for any characters, as few as do, and may be none; everything else for itself.
///
///     NamePattern("*.csv").matches("north.csv")                   // true
///     NamePattern(taking: "count_{}.csv")?.part(of: "count_7.csv") // 7
///
/// Matching takes at most the product of both lengths, whatever the pattern is.
public struct NamePattern: Sendable {
  private enum Piece: Equatable {
    case byte(UInt8)
    case any
    /// The part that is taken: one character at least.
    case part
  }

  private let pieces: [Piece]

  /// The pattern that `text` writes.
  public init(_ text: some StringProtocol) { pieces = Self.pieces(text.utf8) }

  /// The pattern that `text` writes, in which `{}` stands for the part that is taken; nil unless it stands there once.
  public init?(taking text: String) {
    let bytes = Array(text.utf8)
    let places = bytes.indices.dropLast().filter { bytes[$0...($0 + 1)].elementsEqual("{}".utf8) }
    guard places.count == 1 else { return nil }
    pieces = Self.pieces(bytes[..<places[0]]) + [.part] + Self.pieces(bytes[(places[0] + 2)...])
  }

  private static func pieces(_ bytes: some Sequence<UInt8>) -> [Piece] {
    bytes.map { $0 == UInt8(ascii: "*") ? .any : .byte($0) }
  }

  /// Whether all of `name` is as the pattern has it.
  public func matches(_ name: String) -> Bool { ends(in: Array(name.utf8)) != nil }

  /// The part of `name` that the pattern takes; nil where the name is otherwise, or nothing is taken.
  public func part(of name: String) -> String? {
    let bytes = Array(name.utf8)
    guard let place = pieces.firstIndex(of: .part), let ends = ends(in: bytes) else { return nil }
    let start = place == 0 ? 0 : ends[place - 1]
    return String(validating: bytes[start..<ends[place]], as: UTF8.self)
  }

  /// Where the text of each piece ends in `bytes`; nil where they are not as the pattern has them.
  private func ends(in bytes: [UInt8]) -> [Int]? {
    // Whether the pieces from one on match the bytes from one on.
    var fits = [[Bool]](repeating: [Bool](repeating: false, count: bytes.count + 1), count: pieces.count + 1)
    fits[pieces.count][bytes.count] = true
    for piece in pieces.indices.reversed() {
      for place in (0...bytes.count).reversed() {
        let isLonger = place < bytes.count && fits[piece][place + 1]
        fits[piece][place] =
          switch pieces[piece] {
          case .byte(let byte): place < bytes.count && bytes[place] == byte && fits[piece + 1][place + 1]
          case .any: fits[piece + 1][place] || isLonger
          case .part: place < bytes.count && (fits[piece + 1][place + 1] || isLonger)
          }
      }
    }
    guard fits[0][0] else { return nil }
    var place = 0
    return pieces.indices.map { piece in
      if pieces[piece] != .any { place += 1 }
      if case .byte = pieces[piece] { return place }
      while !fits[piece + 1][place] { place += 1 }
      return place
    }
  }
}
