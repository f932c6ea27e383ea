/// What levels of areas are called: the words of heads, and the name that a workspace gives the level.
///
/// Areas are columns that a workspace names itself, so that no kind declares them.
enum AreaWords {
  /// The levels in no order: the order is that of the file.
  private static let levels: [(name: String, heads: [String])] = [
    ("country", ["country", "pais", "страна"]), ("region", ["region", "регион"]),
    ("state", ["state", "estado", "edo", "entidad", "uf"]), ("department", ["department", "departamento", "depto"]),
    ("prefecture", ["prefectur"]), ("province", ["province", "provincia"]), ("regency", ["regency"]),
    ("county", ["county", "condado"]), ("constituency", ["constituency", "circunscrip", "oik", "оик"]),
    ("district", ["district", "distrito"]), ("canton", ["canton"]), ("municipality", ["municip"]),
    ("commune", ["commune", "comuna"]), ("parish", ["parish", "parroquia"]), ("locality", ["localit", "localidad"]),
    ("territory", ["tik", "тик"]), ("ward", ["ward"]), ("village", ["village"]), ("zone", ["zone", "zona"]),
    ("place", ["recinto", "place", "local votacion", "centro votacion", "colegio"]),
  ]

  /// The level that a column headed `head` names; nil where it names none.
  static func level(_ head: Head) -> String? {
    levels.compactMap { level in head.match(level.heads).map { (level.name, $0) } }.max { $0.1 < $1.1 }?.0
  }

  /// Whether `head` says that it holds codes, not names.
  static func isCode(_ head: Head) -> Bool {
    head.match(["id", "ids", "cod", "code", "codigo", "num", "nro", "nr", "cd", "sq", "number", "numero", "clave"])
      != nil
  }
}
