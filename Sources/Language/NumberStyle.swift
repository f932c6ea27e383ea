/// How numbers are written in a language: what stands between groups of three digits, before the decimals and before a
/// percent sign.
public struct NumberStyle: Sendable, Hashable {
  /// What stands between groups of three digits, from four digits on; empty where nothing does.
  public var group: String
  /// What stands before the decimals.
  public var decimal: String
  /// What stands between a number and its percent sign.
  public var beforePercent: String

  /// A style.
  public init(group: String, decimal: String, beforePercent: String = "") {
    (self.group, self.decimal, self.beforePercent) = (group, decimal, beforePercent)
  }

  /// `1,410,888` and `42.95%`: English, and Spanish in Mexico, Central America, the Caribbean and Peru (CLDR 48, `es-419`
  /// and `es-HN`).
  public static let commas = NumberStyle(group: ",", decimal: ".")
}

/// The style of each language.
public struct NumberStyles: Sendable, Hashable {
  private var en, es: NumberStyle

  /// The styles of English and Spanish.
  public init(en: NumberStyle = .commas, es: NumberStyle = .commas) { (self.en, self.es) = (en, es) }

  /// The style of `language`.
  public subscript(language: Language) -> NumberStyle {
    get {
      switch language {
      case .english: en
      case .spanish: es
      }
    }
    set {
      switch language {
      case .english: en = newValue
      case .spanish: es = newValue
      }
    }
  }

  /// The styles in which numbers are written now: the mission's, while one of its operations runs.
  ///
  /// Numbers are written by sentences, figures and pages, deep inside values that know no mission. A module's run sets
  /// the styles once, for all that it writes, whatever tasks it starts; nothing else does.
  @TaskLocal public static var current = NumberStyles()
}
