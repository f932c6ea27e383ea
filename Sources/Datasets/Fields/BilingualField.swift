public import Language

/// A text for readers of both languages: two columns, `_en` and `_es` behind one name.
public struct BilingualField: FieldGroup {
  /// The text for English and the one for Spanish readers.
  public let english, spanish: Field<String>

  /// The texts in `name_en` and `name_es`, which mean `en` and `es`.
  public init(_ name: String, en: String, es: String) {
    (english, spanish) = (Field("\(name)_en", en), Field("\(name)_es", es))
  }

  /// The texts in `row`, from 0: one stands for both where the other is missing or empty; nil where both are.
  public subscript(row: Int) -> Text? {
    let (en, es) = (english.filled(row), spanish.filled(row))
    guard let some = en ?? es else { return nil }
    return Text(en: en ?? some, es: es ?? some)
  }
}
