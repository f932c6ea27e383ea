public import Signatures

/// Whose cosignatures are enough: C2SP tlog-policy. Whoever checks a head has it from somebody they trust, never with the head.
public struct WitnessPolicy: Sendable {
  /// The most lines of a policy that is read.
  private static let mostLines = 1 << 10

  /// A member of a quorum.
  private indirect enum Member: Sendable {
    case witness(NoteKey)
    /// So many of these.
    case group(Int, [Member])

    func isReached(_ keys: Set<NoteKey>) -> Bool {
      switch self {
      case .witness(let key): keys.contains(key)
      case .group(let count, let members): members.count { $0.isReached(keys) } >= count
      }
    }
  }

  /// What the lines so far named, and what of it stands in a group: nothing does twice, so that a witness counts once.
  private struct Names {
    var members: [String: Member] = [:]
    var grouped: Set<String> = []

    func isFree(_ name: String) -> Bool { name != "none" && members[name] == nil }
  }

  /// The keys of the feeds whose heads are taken; none where others say which.
  public private(set) var logs: [NoteKey] = []
  /// The witnesses by the names that the policy gives them, in its order.
  public private(set) var witnesses: [(name: String, key: NoteKey)] = []
  /// What is enough; nil where no cosignature is asked for.
  private var quorum: Member?

  /// The policy that `bytes` of `file` write.
  public init(_ bytes: [UInt8], file: String) throws(WitnessMessage) {
    let lines = bytes.split(separator: UInt8(ascii: "\n"), maxSplits: Self.mostLines, omittingEmptySubsequences: false)
    var names = Names()
    var isDecided = false
    for (number, line) in lines.enumerated() {
      guard number < Self.mostLines, line.allSatisfy({ $0 == 9 || $0 >= 0x20 && $0 != 0x7F }),
        let text = String(validating: line, as: UTF8.self)
      else { throw .badPolicy(file: file, line: number + 1) }
      let words = text.split { $0 == " " || $0 == "\t" }.map(String.init)
      guard let first = words.first, !first.hasPrefix("#") else { continue }
      let isRead =
        switch first {
        case "log": takeLog(words)
        case "witness": takeWitness(words, into: &names)
        case "group": Self.takeGroup(words, into: &names)
        case "quorum": !isDecided && takeQuorum(words, names)
        default: false
        }
      guard isRead else { throw .badPolicy(file: file, line: number + 1) }
      isDecided = isDecided || first == "quorum"
    }
    guard isDecided else { throw .noQuorum(file: file) }
  }

  /// Whether the cosignatures of these keys are enough.
  public func isReached(by keys: Set<NoteKey>) -> Bool { quorum.map { $0.isReached(keys) } ?? true }

  private mutating func takeLog(_ words: [String]) -> Bool {
    guard (2...3).contains(words.count), let key = NoteKey(words[1]), key.purpose == .heads,
      !logs.contains(where: { $0.publicKey == key.publicKey })
    else { return false }
    logs.append(key)
    return true
  }

  private mutating func takeWitness(_ words: [String], into names: inout Names) -> Bool {
    guard (3...4).contains(words.count), let key = NoteKey(words[2]), key.purpose == .cosignatures,
      !witnesses.contains(where: { $0.key.publicKey == key.publicKey }), names.isFree(words[1])
    else { return false }
    witnesses.append((words[1], key))
    names.members[words[1]] = .witness(key)
    return true
  }

  private static func takeGroup(_ words: [String], into names: inout Names) -> Bool {
    guard words.count >= 4, names.isFree(words[1]) else { return false }
    let listed = words[3...]
    let members = listed.compactMap { names.members[$0] }
    guard members.count == listed.count, Set(listed).count == listed.count, names.grouped.isDisjoint(with: listed)
    else { return false }
    let count: Int? =
      switch words[2] {
      case "any": 1
      case "all": listed.count
      case let text: Int(text).flatMap { String($0) == text ? $0 : nil }
      }
    guard let count, (1...listed.count).contains(count) else { return false }
    names.grouped.formUnion(listed)
    names.members[words[1]] = .group(count, members)
    return true
  }

  private mutating func takeQuorum(_ words: [String], _ names: Names) -> Bool {
    guard words.count == 2 else { return false }
    if words[1] == "none" { return true }
    quorum = names.members[words[1]]
    return quorum != nil
  }
}
