import Hashing
import ModuleKit

/// The deterministic part of a run's record, beside the results: what went in, and the digests of what came out.
struct ResultRecord: Equatable {
  static let fileName = "record.json"

  /// What went in; its digest is the key.
  var key: RunKey
  /// The digests of the files of the result, by their path inside its folder; nil where the run failed.
  var outputs: [String: Hash32]?
  /// For each dataset of which filters leave rows out, by its name, how many these are.
  var filtered: [String: Value] = [:]
  /// Why the run failed.
  var failure: [String] = []

  var document: Value {
    var out: [String: Value] = ["key": .string(key.digest.hex), "inputs": key.document]
    if let outputsDocument {
      out["outputs"] = outputsDocument
      if !filtered.isEmpty { out["filtered"] = .object(filtered) }
    } else {
      out["failure"] = .list(failure.map(Value.string))
    }
    return .object(out)
  }

  /// The digest of all outputs, by their names and digests; nil where the run failed.
  var outputsDigest: Hash32? { outputsDocument.map { Hash32(of: $0.canonicalJSON) } }

  private var outputsDocument: Value? { outputs.map { .object($0.mapValues { .string($0.hex) }) } }

  init(key: RunKey, outputs: [String: Hash32], filtered: [String: Value]) {
    (self.key, self.outputs, self.filtered) = (key, outputs, filtered)
  }

  init(key: RunKey, failure: [String]) { (self.key, outputs, self.failure) = (key, nil, failure) }

  /// Reads what ``document`` writes; nil where its key is not that of its inputs, or an output's digest is none.
  init?(document: Value) {
    guard let inputs = document["inputs"] else { return nil }
    key = RunKey(document: inputs)
    guard document["key"]?.string == key.digest.hex else { return nil }
    if let outputs = document["outputs"]?.object {
      let digests = outputs.compactMapValues { $0.string.flatMap(Hash32.init(hex:)) }
      guard digests.count == outputs.count else { return nil }
      self.outputs = digests
      filtered = document["filtered"]?.object ?? [:]
    } else {
      failure = (document["failure"]?.list ?? []).compactMap(\.string)
    }
  }
}
