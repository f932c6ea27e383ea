/// One piece of work that is measured: Veedor's ways of doing it, and those of peers.
///
/// To add one, add a file that makes one, and a line to `all`.
struct Benchmark: Sendable {
  /// Every benchmark, in the order of the report.
  static let all = [
    reading, spreadsheet, percentages, repetitions, screening, addedBallots, comparing, quickCount, national, mission,
    comparingAreas, screeningAreas, drawing, drawingLarge, shuffling, firstRound, trinomial, weighted,
    packing, verifying, ledger, appending, viewing,
  ]

  /// The name, as the command line has it.
  let name: String
  /// What is done, in a sentence.
  let work: String
  /// What Veedor promises.
  var target = Target()
  /// Makes the input in a folder, where it is not there yet; throws a ``Failure`` where it cannot be made.
  let input: @Sendable (_ folder: String) throws -> Input
  /// Veedor's ways; what the others are compared with comes first.
  var ours: [Contender] = []
  /// Programs that do the work: those of others, or Veedor's own executable.
  var peers: [Peer] = []

  /// What all contenders get.
  struct Input {
    /// The files, in an order that the contenders know.
    let files: [String]
    /// What they hold, where that differs from machine to machine.
    var note: String?
    /// The bytes that are read, where a rate makes sense.
    var bytes: Int?
  }

  /// The most that the first contender may take; nil where nothing is promised.
  struct Target {
    /// Seconds of all processors together.
    var processor: Double?
    /// Bytes.
    var peak: Int?
  }

  /// The file or folder named `file` of the folder, made by `make` where it is not there; what is left half made is not
  /// used.
  static func file(_ file: String, in folder: String, make: (_ path: String) throws -> Void) throws -> String {
    let path = folder + "/" + file
    if byteCount(path) == nil {
      try make(path + ".new")
      try rename(path + ".new", to: path)
    }
    return path
  }
}

/// Veedor doing the work, measured in a process of its own.
struct Contender: Sendable {
  let name: String
  /// Does the work once and measures its stages, and the whole last.
  let run: @Sendable ([String]) async throws -> [Measurement]

  /// A contender that does `work`, which is timed, on what `load` made of the input files, which is not; `answer` says
  /// what came out, in a form that peers give too.
  init<Loaded, Value>(
    _ name: String, load: @escaping @Sendable ([String]) throws -> Loaded,
    work: @escaping @Sendable (Loaded) async throws -> Value,
    answer: @escaping @Sendable (Value) throws -> String
  ) {
    self.name = name
    run = { files in
      let loaded = try load(files)
      let watch = Stopwatch()
      let value = try await work(loaded)
      return [try watch.measurement(answer: answer(value))]
    }
  }

  /// A contender that does `work` from the input files on.
  init<Value>(
    _ name: String, work: @escaping @Sendable ([String]) async throws -> Value,
    answer: @escaping @Sendable (Value) throws -> String
  ) {
    self.init(name, load: { $0 }, work: work, answer: answer)
  }

  /// A contender that does `work` from the input files on, in stages; `work` gives the answer.
  init(_ name: String, stages work: @escaping @Sendable ([String], inout Stages) async throws -> String) {
    self.name = name
    run = { files in
      var stages = Stages()
      let watch = Stopwatch()
      let answer = try await work(files, &stages)
      return stages.done + [watch.measurement(answer: answer)]
    }
  }
}

/// The stages of a piece of work.
struct Stages {
  /// Those that are over; the answer of each is its name.
  private(set) var done: [Measurement] = []

  /// Does `work` as a stage.
  mutating func time<Value>(_ name: String, _ work: () async throws -> Value) async rethrows -> Value {
    let watch = Stopwatch()
    let value = try await work()
    done.append(watch.measurement(answer: name))
    return value
  }
}

/// A script in `Peers` that does the work.
struct Peer: Sendable {
  /// What runs the script, and what the script cannot do without.
  enum Needs: Sendable {
    /// Python, and a module.
    case python(String)
    /// R, and a package.
    case r(String)
    /// Python, and a program that the system has.
    case program(String)
    /// Python and the executable of Veedor, which becomes the first argument.
    case veedor
  }

  let name: String
  let needs: Needs
  /// The script in `Peers`, and its arguments; the input files follow.
  let command: [String]
  /// The work is so many times what the script does.
  var times = 1.0
}
