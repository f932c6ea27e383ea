import ModuleKit

extension ComparedOptions {
  /// The options of the `previous` election that stand for those of today: those named, else those of the same name.
  /// - Throws: ``DiagnosticsError`` for an option that the previous election does not have, and for one that stands for
  ///   both.
  init(
    _ previous: Sheets, standingFor today: ComparedOptions, option: String?, against: String?
  ) throws(DiagnosticsError) {
    let first = try Self.named(option, "previous_option", else: today.id(first: true), of: previous.contest)
    let second = try Self.named(against, "previous_against", else: today.id(first: false), of: previous.contest)
    guard first != second else { throw DiagnosticsError(CountsMessage.standsForBoth(first)) }
    try self.init(previous, option: first, against: second)
  }

  private static func named(
    _ name: String?, _ parameter: String, else id: String, of contest: Contest
  ) throws(DiagnosticsError) -> String {
    if try CountsParameter.option(name, parameter, of: contest) != nil { return name ?? id }
    let ids = contest.options.map(\.id)
    guard ids.contains(id) else {
      throw DiagnosticsError(
        CountsMessage.notInPrevious(id, parameter: parameter, contest: contest.id, options: ids))
    }
    return id
  }
}
