extension StringProtocol {
  /// The text without white space at its ends.
  public var withoutOuterBlanks: String {
    func isBlank(_ character: Character) -> Bool { character.isWhitespace }
    return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}
