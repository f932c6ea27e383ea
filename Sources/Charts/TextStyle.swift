/// How a line of text is set.
public struct TextStyle: Sendable {
  /// What of the line stands at its place.
  public enum Anchor: String, Sendable { case start, middle, end }

  /// The height of the letters, in units of the figure.
  public var size: Double
  /// Its colour.
  public var tone: Tone
  /// Whether it is set bold.
  public var isBold: Bool
  /// What of it stands at its place.
  public var anchor: Anchor
  /// Whether a rim of the ground parts the text from what it stands on.
  public var hasHalo: Bool

  /// A style of `size`, in units of the figure.
  public init(
    size: Double, tone: Tone = .ink, isBold: Bool = false, anchor: Anchor = .start, hasHalo: Bool = false
  ) {
    (self.size, self.tone, self.isBold) = (size, tone, isBold)
    (self.anchor, self.hasHalo) = (anchor, hasHalo)
  }
}
