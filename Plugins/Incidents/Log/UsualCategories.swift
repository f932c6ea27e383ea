import ModuleKit

extension Categories {
  /// The categories of a mission that has no list of its own: neutral words for what observers report, in the order of an election.
  public static let usual = Categories([
    .init("voter_lists", "voter lists", "padrón electoral", .voterLists),
    .init("opening", "opening of polling stations", "apertura de mesas"),
    .init("materials", "voting materials", "material electoral", .materials),
    .init("sealing", "seals", "sellos y precintos", .sealing),
    .init("secrecy", "secrecy of the vote", "secreto del voto", .secrecy),
    .init("voter_identification", "identification of voters", "identificación de votantes", .voterVerification),
    .init("voters_turned_away", "voters turned away", "votantes que no pudieron votar", .rightToVote),
    .init("accessibility", "access for persons with disabilities", "acceso de personas con discapacidad"),
    .init("campaigning", "campaigning at polling stations", "propaganda en centros de votación", .campaigning),
    .init(
      "unauthorised_persons", "unauthorised persons at polling stations",
      "personas no autorizadas en centros de votación", .unauthorizedPersons),
    .init("observers", "hindrance of observers", "obstáculos a la observación", .observers),
    .init("intimidation", "pressure and intimidation", "presión e intimidación", .violence),
    .init("attack", "attacks on persons", "agresiones a personas", .violence, .attack),
    .init("clash", "clashes", "enfrentamientos", .violence, .mobViolence),
    .init("protest", "protests", "protestas", nil, .peacefulProtest),
    .init("force", "force against protesters", "uso de la fuerza contra manifestantes", nil, .excessiveForce),
    .init("arrest", "arrests", "detenciones", nil, .arrests),
    .init("property", "damage to property", "daños a bienes", nil, .looting),
    .init("closing", "closing of polling stations", "cierre de mesas"),
    .init("counting", "counting at polling stations", "escrutinio en mesas", .validity),
    .init("sheets", "tally sheets", "actas", .protocolFilling),
    .init("sheet_copies", "copies of tally sheets", "copias de actas", .protocolCopy),
    .init("ballot_custody", "custody of ballots", "custodia de papeletas", .documentation),
    .init("transmission", "transmission of results", "transmisión de resultados"),
    .init("results_system", "the system of results", "el sistema de resultados"),
    .init("results_publication", "publication of results", "publicación de resultados"),
    .init("early_claim", "claims before results", "anuncios antes de los resultados"),
    .init("misinformation", "false information", "información falsa"),
    .init("other", "other", "otros", .other, .other),
  ])
}

extension Categories.Category {
  fileprivate init(
    _ key: String, _ en: String, _ es: String, _ voteMonitor: VoteMonitorCategory? = nil, _ acled: ACLEDSubEvent? = nil
  ) {
    self.init(key: key, label: Text(en: en, es: es), acled: acled, voteMonitor: voteMonitor)
  }
}
