public import Language

/// What a text can tell of a person that no public edition hands out.
public enum LeakKind: String, Sendable, CaseIterable {
  /// A phone number: of Honduras and its neighbours as people write them, and any with a country's code.
  case phone
  /// An e-mail address, also one that is spelt out.
  case email
  /// An identity number: of Honduras (DNI, RTN), Guatemala (CUI), El Salvador (DUI), Nicaragua, the United States, and what stands
  /// behind words such as "passport".
  case identity
  /// A place to about a hundred metres or better: degrees with three decimals or more, with seconds, a plus code, UTM.
  case coordinates
  /// The name of a person of the roster.
  case name

  /// What readers call it.
  public var words: Text {
    switch self {
    case .phone: Text(en: "a phone number", es: "un número de teléfono")
    case .email: Text(en: "an e-mail address", es: "una dirección de correo")
    case .identity: Text(en: "an identity number", es: "un número de identidad")
    case .coordinates: Text(en: "exact coordinates", es: "coordenadas exactas")
    case .name: Text(en: "a name of the roster", es: "un nombre de la nómina")
    }
  }
}
