/// The elements of HTML that pages are made of: none that runs, embeds or fetches anything.
public enum PageElement: String, Sendable, CaseIterable {
  case a, blockquote, br, caption, code, data, dd, details, div, dl, dt, em, figcaption, figure
  case h1, h2, h3, h4, h5, h6, header, hr, li, mark, ol, p, pre, section, span, strong, summary, sup
  case table, tbody, td, th, thead, time, tr, ul

  /// The heading of `level`, from 1 to 6.
  static func heading(_ level: Int) -> PageElement {
    let all: [PageElement] = [.h1, .h2, .h3, .h4, .h5, .h6]
    return all[min(max(level, 1), all.count) - 1]
  }

  /// Whether it holds nothing and has no end.
  var isVoid: Bool { self == .br || self == .hr }

  /// Whether what it holds begins on a line of its own.
  var breaksInside: Bool { Self.breakingInside.contains(self) }

  /// Whether the line ends behind it. The parts of a table are laid out where tables are made.
  var breaksBehind: Bool { Self.breakingBehind.contains(self) }

  private static let breakingInside: Set<PageElement> = [
    .blockquote, .details, .div, .dl, .figure, .header, .ol, .section, .table, .ul,
  ]

  private static let breakingBehind: Set<PageElement> = [
    .blockquote, .br, .caption, .dd, .details, .div, .figcaption, .figure, .h1, .h2, .h3, .h4, .h5, .h6, .header,
    .hr, .li, .ol, .p, .pre, .section, .summary, .table, .ul,
  ]
}
