import Diagnostics
import Markdown
import ModuleKit

/// The form of a number that a tag asks for behind a bar: `{{a.b.c | low}}`.
enum TagFormat: String, CaseIterable {
  /// One end of the range, with its unit.
  case low, high
  /// The value without its range, with its unit.
  case value
  /// The number without its unit.
  case bare
}

/// The findings of one code, or the one of them about a subject: `count_line.lead_step[second_bulletin]`.
struct FindingPath: Hashable {
  var analysis: String
  var code: String
  var subject: String?

  var text: String { "\(analysis).\(code)" + (subject.map { "[\($0)]" } ?? "") }
}

/// What a section depends on.
enum SectionSubject: Hashable {
  /// The page's annex, the only place for findings that belong there.
  case annex
  /// Each finding of a path, or with `isInverted` the absence of any.
  case findings(FindingPath, isInverted: Bool)
  /// That what it says became known at an instant or before; with `isInverted`, that it was not yet known.
  case known(Instant, isInverted: Bool)
}

/// What stands between `{{` and `}}`.
enum TagContent {
  case value(FindingPath, name: String, TagFormat?)
  /// A name of the finding that the section around it goes through.
  case current(name: String, TagFormat?)
  case fact(Fact)
  case verbatim(String)
  case figure(analysis: String, name: String)
  case table(analysis: String, name: String)
  case open(SectionSubject, name: String)
  case close(name: String)
}

/// A tag and where it stands.
struct Tag {
  var content: TagContent
  var range: MarkRange
}
