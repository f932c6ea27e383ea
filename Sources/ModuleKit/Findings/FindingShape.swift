/// One thing an operation can find: a value type whose stored properties are what its sentence names.
///
///     struct Silence: FindingShape {
///       let gap: Quantity
///       let before, after: Text
///
///       static let kind = FindingKind<Self>(
///         .concern,
///         Sentence(
///           en: "No bulletin is known for \(\.gap): after the one of \(\.before) the next came \(\.after).",
///           es: "No se conoce ningún boletín durante \(\.gap): después del de \(\.before), el siguiente llegó \(\.after)."),
///         caution: …, method: …,
///         numbers: [.init("gap", \.gap, .hours, Text(en: "time without a bulletin", es: "tiempo sin boletín"))],
///         words: [.init("before", \.before), .init("after", \.after)])
///     }
///
/// A name that is missing or misspelt in the sentence does not compile, and neither does a finding made without one of
/// its properties.
public protocol FindingShape: Sendable, SendableMetatype {
  /// What every finding of the type has in common.
  static var kind: FindingKind<Self> { get }
}
