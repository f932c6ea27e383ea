public import Language
public import Schema
public import Signatures
public import Times

/// Whether this machine trusts the key of a signature, and why: words that can be quoted.
public enum KeyStanding: Sendable, Equatable {
  /// No roster of the mission is trusted here.
  case noRoster(mission: String)
  /// The roster's last day is over.
  case expired(version: Int, on: Day)
  /// The roster does not name the key.
  case unnamed(version: Int)
  /// The signature states a day on which the key was not the person's yet, or no longer.
  case outside(RosterKey, version: Int, signedOn: Day)
  /// The signature states a day that is still to come.
  case toCome(RosterKey, version: Int, signedOn: Day)
  /// The key is revoked.
  case revoked(RosterKey, RosterKey.Revocation, version: Int, signedOn: Day)
  /// The key was the person's on the day that the signature states.
  case trusted(RosterKey, version: Int)

  /// How the key that made a signature stands by `roster`, which this machine trusts for `mission`, on the day `today`.
  public init(_ key: VerifyingKey, signedOn: Day, mission: String, by roster: Roster?, on today: Day) {
    guard let roster, roster.mission == mission else {
      self = .noRoster(mission: mission)
      return
    }
    let (version, expires) = (roster.version, roster.expires)
    guard let entry = roster.bundleKeys[key] else {
      self = .unnamed(version: version)
      return
    }
    if let revoked = entry.revoked {
      self = .revoked(entry, revoked, version: version, signedOn: signedOn)
    } else if today > expires {
      self = .expired(version: version, on: expires)
    } else if signedOn.ordinal > today.ordinal + 1 {
      // Clocks differ, by less than a day.
      self = .toCome(entry, version: version, signedOn: signedOn)
    } else if entry.from.map({ signedOn < $0 }) ?? false || entry.until.map({ signedOn > $0 }) ?? false {
      self = .outside(entry, version: version, signedOn: signedOn)
    } else {
      self = .trusted(entry, version: version)
    }
  }

  /// Whether the key is trusted.
  public var isTrusted: Bool { if case .trusted = self { true } else { false } }

  /// Whose the key is by the roster; nil where it does not name it.
  public var person: String? {
    switch self {
    case .noRoster, .expired, .unnamed: nil
    case .outside(let key, _, _), .toCome(let key, _, _), .revoked(let key, _, _, _), .trusted(let key, _): key.person
    }
  }

  /// Why, and what holds all the same.
  public var sentence: Text {
    switch self {
    case .noRoster(let mission):
      Text(
        en:
          "nobody on this machine said whose key that is: no roster of '\(mission)' is trusted here, and a key or roster that came "
          + "along with a bundle proves nothing",
        es:
          "nadie ha dicho en este equipo de quién es esa clave: aquí no se confía en ninguna nómina de «\(mission)», y una clave o "
          + "nómina que llegó con un paquete no prueba nada")
    case .expired(let version, let day):
      Text(
        en: "\(Self.roster(version).en) held until \(day.iso), and that is over: ask the mission for a later one",
        es: "\(Self.roster(version).es) valía hasta el \(day.iso), y eso ya pasó: pida a la misión una posterior")
    case .unnamed(let version):
      Text(
        en: "\(Self.roster(version).en) does not name this key, and that it came along with a bundle proves nothing",
        es: "\(Self.roster(version).es) no nombra esta clave, y que llegara con un paquete no prueba nada")
    case .outside(let key, let version, let signedOn):
      Self.says(version, key, then: Self.made(signedOn))
    case .toCome(let key, let version, let signedOn):
      Self.says(
        version, key,
        then: Text(
          en: Self.made(signedOn).en + ", which is still to come",
          es: Self.made(signedOn).es + ", un día que aún no llega"))
    case .revoked(let key, let revoked, let version, let signedOn):
      Self.says(
        version, key,
        then: Text(
          en: ", and is revoked since \(revoked.since.iso): \(revoked.why). "
            + (signedOn < revoked.since
              ? "The signature says that it was made on \(signedOn.iso), before that; who had the key later can have written any day"
              : "The signature says that it was made on \(signedOn.iso), when it no longer counted")
            + ". What still holds: whoever had the key vouched for this bundle, with this identity",
          es: ", y está revocada desde el \(revoked.since.iso): \(revoked.why). "
            + (signedOn < revoked.since
              ? "La firma dice que se hizo el \(signedOn.iso), antes de eso; quien tuvo la clave después pudo escribir cualquier día"
              : "La firma dice que se hizo el \(signedOn.iso), cuando ya no contaba")
            + ". Lo que sigue valiendo: quien tenía la clave respondió por este paquete, con esta identidad"))
    case .trusted(let key, let version):
      Self.says(
        version, key,
        then: Text(
          en: "; the day of the signature is what its signer says",
          es: "; el día de la firma es el que indica quien firma"))
    }
  }

  private static func roster(_ version: Int) -> Text {
    Text(
      en: "version \(version) of the roster that is trusted on this machine",
      es: "la versión \(version) de la nómina en la que confía este equipo")
  }

  private static func made(_ day: Day) -> Text {
    Text(
      en: ", and the signature says that it was made on \(day.iso)", es: ", y la firma dice que se hizo el \(day.iso)")
  }

  /// That the roster says whose the key is, and from when to when.
  private static func says(_ version: Int, _ key: RosterKey, then rest: Text) -> Text {
    let role = key.role.map { " (\($0))" } ?? ""
    return Text(
      en: "\(roster(version).en) says that the key is that of '\(key.person)'" + role
        + (key.from.map { " from \($0.iso)" } ?? "") + (key.until.map { " until \($0.iso)" } ?? "") + rest.en,
      es: "\(roster(version).es) dice que la clave es la de «\(key.person)»" + role
        + (key.from.map { " desde el \($0.iso)" } ?? "") + (key.until.map { " hasta el \($0.iso)" } ?? "") + rest.es)
  }

  /// The standing for programs.
  public var document: [String: Value] {
    let (word, key): (String, RosterKey?) =
      switch self {
      case .noRoster: ("no_roster", nil)
      case .expired: ("roster_expired", nil)
      case .unnamed: ("not_in_roster", nil)
      case .outside(let key, _, _): ("outside_its_days", key)
      case .toCome(let key, _, _): ("day_to_come", key)
      case .revoked(let key, _, _, _): ("revoked", key)
      case .trusted(let key, _): ("trusted", key)
      }
    return [
      "trusted": .bool(isTrusted), "standing": .string(word), "person": Value(key?.person), "role": Value(key?.role),
      "reason": .string(sentence.en),
    ]
  }
}
