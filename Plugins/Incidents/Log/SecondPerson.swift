/// Whether another person than the author of a record stands behind something that is said of it.
public enum SecondPerson: Sendable, Equatable {
  /// The author alone says so, under whichever key.
  case missing
  /// Another key says so, and no roster tells that it is another person's.
  case notEstablished
  /// Another person says so.
  case established

  /// Of `sayers`, authors of entries, as against `author`; `person` says who writes as an author, where that is known.
  init(among sayers: [String], than author: String, _ person: (String) -> String?) {
    let others = sayers.filter { !Self.isSame($0, author, person) }
    if others.isEmpty {
      self = .missing
    } else {
      self = person(author) != nil && others.contains { person($0) != nil } ? .established : .notEstablished
    }
  }

  /// Whether two authors are known to be one person.
  static func isSame(_ one: String, _ other: String, _ person: (String) -> String?) -> Bool {
    one == other || person(one) != nil && person(one) == person(other)
  }
}
