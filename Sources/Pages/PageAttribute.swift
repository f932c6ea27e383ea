/// An attribute of an element: one of the names below, and a value that is escaped when it is written.
///
/// There is none that runs a script or sets a style. Addresses are parts of the page itself, or come from Markdown,
/// which admits safe schemes only.
public struct PageAttribute: Sendable, Hashable {
  let name: String
  let value: String

  /// The element's identifier, which is its own on the page.
  public static func id(_ id: String) -> Self { Self(name: "id", value: id) }

  /// The classes that the style sheet knows it by.
  public static func `class`(_ classes: StyleClass...) -> Self {
    Self(name: "class", value: classes.map(\.rawValue).joined(separator: " "))
  }

  /// What it is to those who do not see it, as WAI-ARIA names it: `note`, `alert`.
  public static func role(_ role: StaticString) -> Self { Self(name: "role", value: "\(role)") }

  /// Its name for those who do not see it.
  public static func label(_ text: String) -> Self { Self(name: "aria-label", value: text) }

  /// The identifier of the element that names it.
  public static func labelled(by id: String) -> Self { Self(name: "aria-labelledby", value: id) }

  /// It can be reached with the keyboard, as what scrolls must be.
  static let focusable = Self(name: "tabindex", value: "0")

  /// What is shown of it on request.
  public static func title(_ text: String) -> Self { Self(name: "title", value: text) }

  /// A link to the element of the page with the identifier `id`.
  public static func fragment(_ id: String) -> Self { Self(name: "href", value: "#" + id) }

  /// The value for machines.
  public static func value(_ value: String) -> Self { Self(name: "value", value: value) }

  /// The time for machines, as RFC 3339.
  public static func dateTime(_ time: String) -> Self { Self(name: "datetime", value: time) }

  /// A value for programs that read the page, `data-` before its name.
  public static func data(_ name: StaticString, _ value: String) -> Self { Self(name: "data-\(name)", value: value) }

  /// A link to an address whose scheme was found safe.
  static func address(_ address: String) -> Self { Self(name: "href", value: address) }

  /// Nothing of this page is told where a link leads.
  static let noReferrer = Self(name: "rel", value: "noreferrer")

  /// The first number of a list.
  static func start(_ number: Int) -> Self { Self(name: "start", value: String(number)) }

  /// The heading of a column.
  static let columnHeading = Self(name: "scope", value: "col")
}
