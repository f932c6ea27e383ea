/// What an operation may know of the mission.
public struct Mission: Sendable, Equatable {
  /// The mission's name, in snake_case.
  public var id: String
  /// The title.
  public var title: Text
  /// The day of the election.
  public var electionDay: Day
  /// The zone in which the mission tells times.
  public var zone: Zone
  /// The languages it writes in.
  public var languages: [Language]
  /// What every page says of the mission's standing; nil where nothing needs saying.
  public var notice: Text?
  /// Names of persons, parties, places and institutions that hold a word which would else be taken for a judgement.
  public var names: [String]
  /// How it writes numbers.
  public var numbers: NumberStyles
  /// What it calls things that data name by a key.
  public var glossary: Glossary

  /// A mission, which writes numbers as in the country of its zone unless it says otherwise.
  public init(
    id: String, title: Text, electionDay: Day, zone: Zone, languages: [Language], notice: Text?,
    names: [String] = [], numbers: NumberStyles? = nil, glossary: Glossary = Glossary()
  ) {
    (self.id, self.title, self.electionDay, self.zone) = (id, title, electionDay, zone)
    (self.languages, self.notice, self.names) = (languages, notice, names)
    self.numbers = numbers ?? NumberStyles(zone: zone.identifier)
    self.glossary = glossary
  }

  /// What `body` gives where numbers and names are written as the mission writes them.
  public func writing<Result>(_ body: () async throws -> Result) async rethrows -> Result {
    try await NumberStyles.$current.withValue(numbers) {
      try await Glossary.$current.withValue(glossary, operation: body)
    }
  }
}
