public import Language

/// What stands around a figure's panels.
public struct Caption: Sendable, Hashable {
  /// What the figure is of.
  public var title: Text
  /// One sentence: what the reader should see in it.
  public var takeaway: Text
  /// What it does not show.
  public var caution: Text?
  /// Where the data are from.
  public var source: Text?

  /// A caption; every figure has a title and a takeaway.
  public init(title: Text, takeaway: Text, caution: Text? = nil, source: Text? = nil) {
    (self.title, self.takeaway, self.caution, self.source) = (title, takeaway, caution, source)
  }
}
