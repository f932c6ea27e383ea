/// The classes that the style sheet knows.
public enum StyleClass: String, Sendable, CaseIterable {
  /// What every page of a mission says of itself.
  case notice
  /// The mission's title above the page.
  case mission
  /// The time after which nothing on the page was known.
  case asOf = "as-of"
  /// What must be read before anything else.
  case banner
  /// What rests on something that is not current, and the words that say so.
  case stale
  case staleLabel = "stale-label"
  /// A value that comes from somewhere, and the same where it is no number.
  case bound, words
  /// Words that are quoted as they stand.
  case verbatim
  /// The number of a figure or a table before its caption.
  case label
  /// Says that there is nothing to show.
  case empty
  /// Set to the right, or in the middle.
  case right, center
  /// A reference to a note, and the notes.
  case reference, footnotes
  /// What is wider than a phone and is moved sideways there.
  case scroll
  /// What is for those who want to know more.
  case annex
  /// What is shown on demand only.
  case screening
  /// What something does not show.
  case caution
  /// Where things come from, and what they say.
  case sources, statement, cited
}
