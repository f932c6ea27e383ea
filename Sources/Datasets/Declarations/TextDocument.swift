public import Language
public import Schema

extension Text {
  /// Both texts, by language.
  public var document: Value { ["en": .string(en), "es": .string(es)] }

  /// Reads what ``document`` writes; nil for anything else.
  public init?(document: Value?) {
    guard let en = document?["en"]?.string, let es = document?["es"]?.string else { return nil }
    self.init(en: en, es: es)
  }
}
