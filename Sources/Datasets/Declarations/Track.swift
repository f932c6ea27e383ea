public import Language

/// Whose copy of the tally sheets a dataset holds.
public enum Track: String, Sendable, CaseIterable {
  /// The count that decides.
  case official
  /// The count published first, which decides nothing.
  case preliminary
  /// Copies that party agents were given.
  case party
  /// Copies that the mission's observers made.
  case observer
  /// What volunteers read off published images.
  case crowd

  /// On what the figures of such a copy rest.
  public var basis: Basis { self == .observer ? .observed : .reported }

  /// The track in words, as the owner of figures: `the official count`.
  public var name: Text {
    switch self {
    case .official: Text(en: "the official count", es: "el cómputo oficial")
    case .preliminary: Text(en: "the preliminary count", es: "el conteo preliminar")
    case .party: Text(en: "the party copies", es: "las copias de los partidos")
    case .observer: Text(en: "the observers' copies", es: "las copias de los observadores")
    case .crowd: Text(en: "the volunteers' reading", es: "la lectura de voluntarios")
    }
  }
}
