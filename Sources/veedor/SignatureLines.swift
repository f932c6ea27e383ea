import Bundles
import Ledger
import ModuleKit
import Signatures

/// What is known of a bundle's signatures, in sentences that can be quoted, and what this machine's user was told of their keys.
struct SignatureLines {
  /// The signatures that hold, with the standing of their keys.
  private let signatures: [(signature: BundleSignature, standing: KeyStanding)]
  private let facts: BundleFacts

  /// Holds the signatures of a bundle with these `facts` against the roster of its mission that is trusted on this machine.
  init(_ facts: BundleFacts) throws {
    self.facts = facts
    let mission = facts.statement?.description.mission ?? ""
    let roster = facts.signatures.isEmpty ? nil : try RosterFolder().roster(of: mission)
    signatures = facts.signatures.map {
      ($0, KeyStanding($0.key, signedOn: $0.signedOn, mission: mission, by: roster, on: Clock.today))
    }
  }

  /// The keys that the roster names which this machine trusts for `mission`.
  static func knownKeys(_ mission: String) throws -> [VerifyingKey] {
    try RosterFolder().roster(of: mission)?.bundleKeys.keys.sorted() ?? []
  }

  /// Whether one of the keys is trusted.
  var isTrusted: Bool { signatures.contains { $0.standing.isTrusted } }

  /// Two lines for each signature that is there, one for each that should be.
  var lines: [String] {
    if facts.statement == nil { return [spoken(en: "signed:    unknown", es: "firmado:   no se sabe")] }
    let there = signatures.flatMap { signature, standing in
      [
        spoken(
          en:
            "signed:    by the key \(signature.key), which says that it was on \(signature.signedOn.iso); the statement ",
          es: "firmado:   por la clave \(signature.key), que dice que fue el \(signature.signedOn.iso); la declaración "
        )
          + (signature.isNamed
            ? spoken(en: "names it as a signer", es: "la nombra como firmante")
            : spoken(
              en: "does not name it: this signature can be taken off unseen",
              es: "no la nombra: esta firma se puede quitar sin que se note")),
        spoken(
          en: "trusted:   \(standing.isTrusted ? "yes" : "no"): \(standing.sentence.en)",
          es: "confiable: \(standing.isTrusted ? "sí" : "no"): \(standing.sentence.es)"),
      ]
    }
    let missing = facts.missingSigners.map {
      spoken(
        en: "signed:    NOT by the key \($0), which the statement names as a signer",
        es: "firmado:   NO por la clave \($0), que la declaración nombra como firmante")
    }
    guard there.isEmpty, missing.isEmpty else { return there + missing }
    let unread = facts.unread.joined(separator: ", ")
    return [
      unread.isEmpty
        ? spoken(en: "signed:    no", es: "firmado:   no")
        : spoken(
          en: "signed:    not known: what would say it cannot be checked here (\(unread))",
          es: "firmado:   no se sabe: lo que lo diría no se puede comprobar aquí (\(unread))")
    ]
  }

  /// What the signatures do not show, for people who open a bundle.
  var doubts: [String] {
    let compare = spoken(
      en: "Compare the whole identity with the one that the mission tells you another way.",
      es: "Compare la identidad completa con la que la misión le comunique por otra vía.")
    if signatures.isEmpty, !facts.unread.isEmpty {
      return [
        spoken(
          en: "- Who made it: what is signed of it cannot be checked here. \(compare)",
          es: "- Quién lo hizo: lo que lleva firmado no se puede comprobar aquí. \(compare)")
      ]
    }
    if signatures.isEmpty {
      return [
        spoken(en: "- Who made it: it is not signed. \(compare)", es: "- Quién lo hizo: no está firmado. \(compare)")
      ]
    }
    return signatures.map { signature, standing in
      standing.person.flatMap { person in
        standing.isTrusted
          ? spoken(
            en: "- That '\(person)' signed it, and nobody else who got hold of the key \(signature.key).",
            es: "- Que lo firmó «\(person)», y no otro que se hiciera con la clave \(signature.key).") : nil
      }
        ?? spoken(
          en: "- Whose the key \(signature.key) is, which signed it: \(standing.sentence.spoken). \(compare)",
          es: "- De quién es la clave \(signature.key), que lo firmó: \(standing.sentence.spoken). \(compare)")
    }
  }

  /// The signatures for programs.
  var document: Value {
    .list(
      signatures.map { signature, standing in
        .object((signature.document.object ?? [:]).merging(standing.document) { $1 })
      })
  }
}
