public import Drawings
import Markdown

/// A node of a page.
public indirect enum PageNode: Sendable, Equatable {
  /// A text, which stays a text whatever it holds.
  case text(String)
  /// An element, its attributes in the order in which they are written, and what it holds.
  case element(PageElement, [PageAttribute], [PageNode])
  /// A drawing that passed its check, and what it is to those who do not see it.
  case drawing(SafeDrawing, alternative: String)
  /// A reference to a note. Notes are numbered anew on the page, in the order of their first references.
  case noteReference(Int)
  /// What notes say, by the numbers that references use. The notes stand here to which anything before refers, and
  /// those to which these refer.
  case notes([Int: [PageNode]])

  /// An element that holds `children`; attributes that are nil are left out.
  public init(_ element: PageElement, _ attributes: [PageAttribute?], _ children: [PageNode]) {
    self = .element(element, attributes.compactMap { $0 }, children)
  }

  /// An element that holds `text`.
  public init(_ element: PageElement, _ attributes: [PageAttribute?], _ text: String) {
    self.init(element, attributes, [.text(text)])
  }

  /// An element without attributes that holds `children`.
  public init(_ element: PageElement, _ children: [PageNode]) { self = .element(element, [], children) }

  /// An element without attributes that holds `text`.
  public init(_ element: PageElement, _ text: String) { self.init(element, [.text(text)]) }

  /// `text` as a link to `address`; the text alone where that is no safe address.
  public static func link(_ text: String, to address: String) -> PageNode {
    isSafeAddress(address) ? PageNode(.a, [.address(address), .noReferrer], text) : .text(text)
  }

  /// The end of a line of the document, which readers see as a blank at most.
  public static let line = PageNode.text("\n")
}
