import Hashing
import Schema

/// A body as an entry holds it, and the private values that stand apart from it.
struct SealedBody {
  let body: [String: Value]
  let apart: PrivateFile

  /// `body`, whose private values are the values themselves, each under a new salt.
  init(_ body: [String: Value]) {
    self.init(body, (body[PrivateValue.member]?.object ?? [:]).mapValues { PrivateValue(value: $0, salt: Salt()) })
  }

  /// `body` with the hashes of `values`.
  init(_ body: [String: Value], _ values: [String: PrivateValue]) {
    var body = body
    if !values.isEmpty {
      let hashes = values.map { ($0.key, Value.string($0.value.hash(in: $0.key).hex)) }
      body[PrivateValue.member] = .object(Dictionary(uniqueKeysWithValues: hashes))
    }
    (self.body, apart) = (body, PrivateFile(values))
  }

  /// What of `body` is the same before and after it is sealed: of private fields the names.
  static func open(_ body: [String: Value]) -> [String: Value] {
    guard let apart = body[PrivateValue.member]?.object else { return body }
    return body.merging([PrivateValue.member: .list(apart.keys.sorted().map(Value.string))]) { $1 }
  }
}
