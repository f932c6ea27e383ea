import Hashing
import ModuleKit

/// All that a result depends on. Equal keys mean equal bytes, on any machine.
struct RunKey: Equatable {
  /// The parts, by name; each is compared alone so that a plan can say what has changed.
  var parts: [String: Value]
  /// The digest of the parts.
  let digest: Hash32

  init(parts: [String: Value]) {
    self.parts = parts
    digest = Hash32(of: Value.object(parts).canonicalJSON)
  }

  init(document: Value) { self.init(parts: document.object ?? [:]) }

  var document: Value { .object(parts) }

  /// A seed for draws, the same for the same key.
  var seed: UInt64 { digest.bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }
}
