/// What readers call things that data name by a key: the levels of areas above all.
public struct Glossary: Sendable, Equatable {
  /// The mission's own words, by key.
  public var words: [String: Text]

  /// A glossary of the mission's own `words`.
  public init(_ words: [String: Text] = [:]) { self.words = words }

  /// The words that are used now: the mission's, while one of its operations runs; as ``NumberStyles/current``.
  @TaskLocal public static var current = Glossary()

  /// What readers call `key`: as the mission says, else as usual, else the key itself with blanks in it.
  public func name(_ key: String) -> Text {
    words[key] ?? Self.usual[key.lowercased()] ?? Text(key.replacing("_", with: " "))
  }

  /// Levels of areas, by the names that columns of them usually have in either language.
  private static let usual: [String: Text] = {
    let levels: [(en: String, es: String, keys: String)] = [
      ("country", "país", "country pais país"), ("region", "región", "region región"),
      ("state", "estado", "state estado"),
      ("department", "departamento", "department departamento"), ("province", "provincia", "province provincia"),
      ("county", "condado", "county condado"), ("canton", "cantón", "canton cantón"),
      ("district", "distrito", "district distrito"),
      ("constituency", "circunscripción", "constituency circunscripcion circunscripción"),
      ("municipality", "municipio", "municipality municipio"), ("commune", "comuna", "commune comuna"),
      ("parish", "parroquia", "parish parroquia"), ("city", "ciudad", "city ciudad"),
      ("locality", "localidad", "locality localidad"), ("sector", "sector", "sector"), ("zone", "zona", "zone zona"),
      ("polling place", "centro de votación", "place polling_place centro centro_de_votacion recinto"),
      ("polling station", "mesa", "station polling_station mesa"),
    ]
    var words: [String: Text] = [:]
    for level in levels {
      for key in level.keys.split(separator: " ") { words[String(key)] = Text(en: level.en, es: level.es) }
    }
    return words
  }()
}
