public import ModuleKit

extension Outcome {
  /// The findings of `code`.
  public func all(_ code: String) -> [Finding] { findings.filter { $0.code == code } }
  /// The codes of the findings.
  public var codes: Set<String> { Set(findings.map(\.code)) }

  /// The one finding of `code`, or the one of them about `subject`.
  public func one(_ code: String, about subject: String? = nil) throws -> Finding {
    let all = all(code).filter { subject == nil || $0.subject == subject }
    guard all.count == 1 else { throw NotOne(code: code, subject: subject, count: all.count) }
    return all[0]
  }

  /// The rows of a table whose first cells are `start`.
  public func rows(_ name: String, _ start: Cell...) throws -> [[Cell]] {
    guard let table = tables[name] else { throw NotOne(code: name, subject: nil, count: 0) }
    return (0..<table.rowCount).map { table.cells($0) }.filter { Array($0.prefix(start.count)) == start }
  }

  /// There is not just one of what was asked for.
  struct NotOne: Error { let code: String, subject: String?, count: Int }
}

extension Finding {
  /// The number `name`, which must be there.
  public func value(_ name: String) throws -> Quantity {
    guard let value = values[name] else { throw Missing(name: name) }
    return value
  }

  /// The value of the number `name`, which must be there.
  public func number(_ name: String) throws -> Double {
    guard let number = try value(name).value else { throw Missing(name: name) }
    return number
  }

  /// The finding lacks what was asked for.
  struct Missing: Error { let name: String }
}
