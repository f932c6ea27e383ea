/// One piece of work that is measured: Veedor's ways of doing it, and those of peers.
///
/// To add one, add a file that makes one, and a line to `all`.
struct Benchmark: Sendable {
  /// Every benchmark, in the order of the report.
  static let all = [reading, percentages, repetitions, addedBallots]

  /// The name, as the command line has it.
  let name: String
  /// What is done, in a sentence.
  let work: String
  /// Makes the input in a folder, where it is not there yet.
  let input: @Sendable (_ folder: String) throws -> Input
  /// Veedor's ways; what the others are compared with comes first.
  let ours: [Contender]
  /// Those of others.
  let peers: [Peer]

  /// What all contenders get.
  struct Input {
    /// The files, in an order that the contenders know.
    let files: [String]
    /// The bytes that are read, where a rate makes sense.
    var bytes: Int?
  }

  /// The file named `file` of the folder, made by `make` where it is not there; what is left half made is not used.
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
  /// Does the work once and measures it.
  let run: @Sendable ([String]) async throws -> Measurement

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
      return try watch.measurement(answer: answer(value))
    }
  }

  /// A contender that does `work` from the input files on.
  init<Value>(
    _ name: String, work: @escaping @Sendable ([String]) async throws -> Value,
    answer: @escaping @Sendable (Value) throws -> String
  ) {
    self.init(name, load: { $0 }, work: work, answer: answer)
  }
}

/// A Python script that does the work with a package of others.
struct Peer: Sendable {
  let name: String
  /// The Python module that it needs; it is left out where that is not installed.
  let module: String
  /// The script in `Peers`, and its arguments; the input files follow.
  let command: [String]
}
