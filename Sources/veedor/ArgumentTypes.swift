public import ArgumentParser
public import ModuleKit
public import Recount

extension Severity: ExpressibleByArgument {
  /// The severity of that name, or of that word in the language in which the program speaks, which is what it prints.
  public init?(argument: String) {
    guard let severity = Self.allCases.first(where: { [$0.rawValue, $0.word.spoken].contains(argument) }) else {
      return nil
    }
    self = severity
  }

  /// The words that help and errors list.
  public static var allValueStrings: [String] { allCases.map(\.word.spoken) }
}

extension DrawRequest.Unit: ExpressibleByArgument {}
extension DrawRequest.Sampler: ExpressibleByArgument {}
