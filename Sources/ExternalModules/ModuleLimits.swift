/// How far the process of an external module may go before it is stopped.
struct ModuleLimits: Sendable {
  /// The time of one run.
  var time = Duration.seconds(3600)
  /// The time between being asked to end and being ended.
  var grace = Duration.seconds(2)
  /// Bytes on standard output.
  var output = 256 << 20
  /// Bytes on standard error.
  var log = 64 << 20
  /// Bytes of a line.
  var line = 4 << 20
  /// Bytes of a table or figure.
  var file = 256 << 20
}
