/// One line that an external module writes to its standard output: a JSON object whose `type` says what it is.
///
/// `hello` comes first; `result` or `failed` comes last, with nothing behind it.
public enum ModuleLine: Sendable, Equatable {
  /// Who speaks: the module's name and version, which must be those of its `module.yaml`.
  case hello(id: String, version: String)
  /// How far the work is, from 0 to 1.
  case progress(Double)
  /// What was found; the host writes the sentences.
  case finding(StatedFinding)
  /// A table or figure that stands in the folder of outputs.
  case output(ModuleOutput, HandedFile)
  /// The work is done, and all of it was told.
  case result
  /// The work cannot be done, for these reasons.
  case failed([StatedProblem])
}

/// A finding as a module states it, before it has sentences.
public struct StatedFinding: Sendable, Equatable {
  /// The code, one that the operation declares.
  public var code: String
  /// What it is about, by key.
  public var subject: String
  /// Its numbers, by name.
  public var values: [String: Quantity]
  /// Its names and words, by name.
  public var words: [String: Text]
  /// What it rests on.
  public var evidence: [StatedEvidence]

  /// A finding of `code` about `subject`.
  public init(
    code: String, subject: String, values: [String: Quantity], words: [String: Text], evidence: [StatedEvidence]
  ) {
    (self.code, self.subject, self.values, self.words) = (code, subject, values, words)
    self.evidence = evidence
  }
}

/// Rows that a module says a finding rests on; the host looks them up.
public struct StatedEvidence: Sendable, Equatable {
  /// The dataset's name in the workspace.
  public var dataset: String
  /// The keys of its rows.
  public var rows: [RowKey]
  /// The sources of the rows, for kinds whose rows do not name theirs.
  public var sources: [String]
  /// The weakest basis of the rows, for kinds whose rows do not state theirs.
  public var basis: Basis?

  /// The rows `rows` of `dataset`.
  public init(dataset: String, rows: [RowKey], sources: [String] = [], basis: Basis? = nil) {
    (self.dataset, self.rows, self.sources, self.basis) = (dataset, rows, sources, basis)
  }
}

/// What a file in the folder of outputs is.
public enum ModuleOutput: Sendable, Hashable {
  /// The table of this name, as CSV with the columns that the operation declares.
  case table(String)
  /// The figure of this name in a language, as SVG.
  case figure(String, Language)
}

/// Why a module cannot do its work, in its own words.
public struct StatedProblem: Sendable, Equatable {
  /// A stable code of the module's own.
  public var code: String
  /// The sentence that says what is wrong.
  public var message: String
  /// What to do about it.
  public var hint: String?

  /// The problem `message`.
  public init(code: String, message: String, hint: String? = nil) {
    (self.code, self.message, self.hint) = (code, message, hint)
  }
}
