import Bundles
import ModuleKit
import Signatures

/// What is known of a bundle's signatures, in sentences that can be quoted.
enum SignatureLines {
  /// A line or two for each signature that is there or should be.
  static func lines(_ facts: BundleFacts) -> [String] {
    let lines = facts.signatures.flatMap { signature -> [String] in
      [
        "signed:    by the key \(signature.key), which says that it was on \(signature.signedOn.iso); the statement "
          + (signature.isNamed ? "names it as a signer" : "does not name it: this signature can be taken off unseen"),
        "trusted:   no: nobody on this machine said whose key that is, and a key that came along with a bundle proves nothing",
      ]
    }
    let missing = facts.missingSigners.map { "signed:    NOT by the key \($0), which the statement names as a signer" }
    if facts.statement == nil { return ["signed:    unknown"] }
    return lines + missing + (lines.isEmpty && missing.isEmpty ? ["signed:    no"] : [])
  }
}
