import Digests
import ModuleKit

/// The deterministic part of a run's record, beside the results: what went in, and the digests of what came out.
struct ResultRecord: Equatable {
  static let fileName = "record.json"

  /// What went in; its digest is the key.
  var key: RunKey
  /// The digests of the files of the result, by their path inside its folder; nil where the run failed.
  var outputs: [String: String]?
  /// For each dataset of which filters leave rows out, by its name, how many these are.
  var filtered: [String: Value] = [:]
  /// Why the run failed.
  var failure: [String] = []

  var document: Value {
    var out: [String: Value] = ["key": .string(key.digest), "inputs": key.document]
    if let outputs {
      out["outputs"] = .object(outputs.mapValues(Value.string))
      if !filtered.isEmpty { out["filtered"] = .object(filtered) }
    } else {
      out["failure"] = .list(failure.map(Value.string))
    }
    return .object(out)
  }

  init(key: RunKey, outputs: [String: String], filtered: [String: Value]) {
    (self.key, self.outputs, self.filtered) = (key, outputs, filtered)
  }

  init(key: RunKey, failure: [String]) { (self.key, outputs, self.failure) = (key, nil, failure) }

  init?(document: Value) {
    guard let inputs = document["inputs"] else { return nil }
    key = RunKey(document: inputs)
    guard document["key"]?.string == key.digest else { return nil }
    if let outputs = document["outputs"]?.object {
      self.outputs = outputs.compactMapValues(\.string)
      filtered = document["filtered"]?.object ?? [:]
    } else {
      failure = (document["failure"]?.list ?? []).compactMap(\.string)
    }
  }
}

/// All that a result depends on. Equal keys mean equal bytes, on any machine.
struct RunKey: Equatable {
  /// The parts, by name; each is compared alone so that a plan can say what has changed.
  var parts: [String: Value]
  /// The digest of the parts.
  let digest: String

  init(parts: [String: Value]) {
    self.parts = parts
    digest = Digest.of(Value.object(parts).canonicalJSON)
  }

  init(document: Value) { self.init(parts: document.object ?? [:]) }

  var document: Value { .object(parts) }

  /// A seed for draws, the same for the same key.
  var seed: UInt64 { UInt64(digest.prefix(16), radix: 16) ?? 0 }
}
