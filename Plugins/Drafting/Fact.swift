import ModuleKit

/// A fact of the mission or of the edition.
enum Fact: String, CaseIterable {
  case title = "mission.title"
  case electionDay = "mission.election_day"
  case notice = "mission.notice"
  case asOf = "draft.as_of"

  /// The fact in words, and for machines where it is a time.
  func text(_ context: Context, _ language: Language) -> (text: String, machine: String?) {
    let mission = context.mission
    switch self {
    case .title: return (mission.title[language], nil)
    case .electionDay: return (language.day(mission.electionDay), nil)
    case .notice: return (mission.notice?[language] ?? "", nil)
    case .asOf:
      guard let instant = context.asOf else {
        return (Text(en: "the time of writing", es: "la fecha de su redacción")[language], nil)
      }
      let offset = language.offset(mission.zone.offset(at: instant))
      return ("\(language.moment(mission.zone.clock(at: instant))) (\(offset))", instant.rfc3339)
    }
  }
}
