public import Language

/// A page: what its head says, and what stands in it.
///
/// As HTML it is one document that stands on its own: its style is inside, it holds no script and asks the network for
/// nothing, and no text of it can become markup.
public struct Page: Sendable, Equatable {
  /// The language of its texts.
  public var language: Language
  /// The title, as windows and bookmarks show it.
  public var title: String
  /// What stands above everything, and at the foot of every printed page; empty where nothing needs saying.
  public var notice: String
  /// What stands in it, in order.
  public var nodes: [PageNode]

  /// A page of `nodes`.
  public init(language: Language, title: String, notice: String = "", nodes: [PageNode]) {
    (self.language, self.title, self.notice, self.nodes) = (language, title, notice, nodes)
  }

  /// The page as one HTML document; the same page gives the same bytes.
  public var html: String {
    var writer = PageWriter(language)
    return writer.write(self)
  }
}
