/// The texts of a column as small numbers: equal texts have equal codes, in the order of their first rows.
public struct TextCodes: Sendable {
  /// The code of each row; -1 where the text is missing.
  public let codes: [Int32]
  /// The text of each code.
  public let texts: [String]
}

extension TextColumn {
  /// The texts as codes. Costs no more than ``grouped(within:)`` and one copy a distinct text.
  public var encoded: TextCodes {
    let groups = grouped()
    // Missing texts are a group of their own, whose number the later ones move into.
    let gap = groups.first.firstIndex { missing.contains(Int($0)) }
    let texts = groups.first.enumerated().filter { $0.offset != gap }.map { self[Int($1)] ?? "" }
    guard let gap = gap.map(Int32.init) else { return TextCodes(codes: groups.rows, texts: texts) }
    return TextCodes(codes: groups.rows.map { $0 == gap ? -1 : $0 > gap ? $0 - 1 : $0 }, texts: texts)
  }
}
