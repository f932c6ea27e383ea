/// A word of up to twelve letters without accents and capitals, in one number: words beside numbers are compared often.
struct ContextWord: Hashable, ExpressibleByStringLiteral {
  private static let longest = 12
  /// Five bits a letter; a longer word is none of those that say something.
  private let letters: UInt64

  /// The word that the letters of `text` make.
  init(_ text: some Sequence<UInt8>) {
    var (letters, count): (UInt64, Int) = (0, 0)
    for byte in text where byte < 0x80 {
      letters = letters << 5 | UInt64(byte & 0x1F)
      count += 1
    }
    self.letters = count <= Self.longest ? letters : .max
  }

  init(stringLiteral word: String) {
    precondition(word.utf8.count <= Self.longest, "a longer word equals none")
    self.init(word.utf8)
  }
}
