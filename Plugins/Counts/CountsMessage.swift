public import ModuleKit

/// Why an analysis of a count cannot be made.
public enum CountsMessage: DiagnosticMessage, Equatable {
  /// A parameter names an area level that a dataset does not have.
  case unknownLevel(String, parameter: String, dataset: String, levels: [String])
  /// Two datasets that are held against each other are of different contests.
  case otherContest(String, of: String, against: String, contest: String)
  /// Nobody says how a sample was drawn.
  case drawNotStated
  /// A clustered sample without the level of its clusters, or the other way round.
  case clusterWithout(cluster: Bool)
  /// Both of the two datasets that say what a sample was drawn from.
  case bothFrames
  /// A list of strata does not say how many clusters one of them holds.
  case noClusters(String, dataset: String)
  /// A frame without stations.
  case emptyFrame(String)
  /// More of a stratum came in than it holds.
  case moreThanFrame(String, sampled: Int, frame: Int)
  /// A parameter names an option that the contest does not have.
  case unknownOption(String, parameter: String, contest: String, options: [String])
  /// An option is compared with itself, or the contest has no other.
  case comparedWithItself(String)
  /// The previous election does not have an option of today, and nothing says which one stands for it.
  case notInPrevious(String, parameter: String, contest: String, options: [String])
  /// One option of the previous election stands for both of today.
  case standsForBoth(String)
  /// Options of a previous election are named, but there is none.
  case withoutPrevious
  /// Neither a dataset nor an instant says what was counted early.
  case nothingTellsEarly
  /// A sample was drawn from fewer copies than were drawn.
  case moreThanCopies(Int, sampled: Int)
  /// The number of copies is given, though nobody says that some were drawn at random.
  case copiesWithoutDraw
  /// A sample from more copies than can be computed with.
  case tooManyCopies(Int)
  /// No sheet has what screening needs.
  case nothingToScreen(String)
  /// No sheet with votes says when it was published.
  case withoutTimes(dataset: String)
  /// The areas of published totals are not the coarsest levels of the sheets.
  case otherAreas(String, levels: [String], against: String, sheetLevels: [String])

  /// The code, the sentence and what to do about it.
  public var text: MessageText {
    switch self {
    case .unknownLevel(let name, let parameter, let dataset, let levels):
      .init(
        "N001", "'\(parameter)' is '\(name)', which is no area level of dataset '\(dataset)'",
        hint: levels.isEmpty
          ? "name its area columns under 'areas'"
          : didYouMean(name, among: levels) ?? "its levels are \(Language.english.list(levels))")
    case .otherContest(let dataset, let contest, let against, let other):
      .init("N002", "dataset '\(dataset)' is of contest '\(contest)', '\(against)' of contest '\(other)'")
    case .drawNotStated:
      .init(
        "N010", "'probability_sample' is missing: nothing says how the sample was drawn",
        hint: "say stratified_random, clustered or not_random")
    case .clusterWithout(let cluster):
      .init(
        "N011",
        cluster
          ? "'cluster' is given, but the sample is not said to be clustered"
          : "the sample is clustered, but 'cluster' does not say by which area level",
        hint: cluster ? "say probability_sample: clustered" : "name the area level whose units were drawn whole")
    case .bothFrames:
      .init(
        "N012", "both 'strata' and 'frame' say what the sample was drawn from",
        hint: "give 'strata', stations by stratum, or 'frame', the list of all stations")
    case .noClusters(let stratum, let dataset):
      .init(
        "N013", "dataset '\(dataset)' does not say how many clusters stratum '\(stratum)' holds",
        hint: "fill 'clusters'")
    case .emptyFrame(let dataset):
      .init(
        "N014", "dataset '\(dataset)' holds no station",
        hint: "in an edition a list is known from its time of publication on; say it under 'published' of the dataset")
    case .moreThanFrame(let stratum, let sampled, let frame):
      .init(
        "N015", "stratum '\(stratum)' holds \(frame), but \(sampled) of it came in",
        hint: "the strata of the sheets and of the frame may be numbered differently")
    case .unknownOption(let name, let parameter, let contest, let options):
      .init(
        "N020", "'\(parameter)' is '\(name)', which is no option of contest '\(contest)'",
        hint: didYouMean(name, among: options) ?? "its options are \(Language.english.list(options))")
    case .comparedWithItself(let option):
      .init(
        "N021", "option '\(option)' has no other to be compared with",
        hint: "name two options under 'option' and 'against'")
    case .notInPrevious(let name, let parameter, let contest, let options):
      .init(
        "N023", "contest '\(contest)' of the previous election has no option '\(name)'",
        hint: "say under '\(parameter)' which of its options stands for it: \(Language.english.list(options))")
    case .standsForBoth(let option):
      .init(
        "N024", "option '\(option)' of the previous election stands for both options of today",
        hint: "name two options under 'previous_option' and 'previous_against'")
    case .withoutPrevious:
      .init(
        "N025", "an option of the previous election is named, but its sheets are not given",
        hint: "name a dataset of sheets under 'previous'")
    case .nothingTellsEarly:
      .init(
        "N022", "nothing says which sheets were counted early",
        hint:
          "name an earlier dataset of sheets under 'early', or an instant as 'cut' where the sheets say when they were "
          + "published")
    case .moreThanCopies(let copies, let sampled):
      .init(
        "N030", "the second track holds \(sampled) sheets, which cannot be drawn from \(copies) copies",
        hint:
          "say under 'copies' how many they were drawn from; unless it is given, these are the sheets of the first track"
      )
    case .copiesWithoutDraw:
      .init(
        "N031", "'copies' is given, but nothing says that the second track was drawn at random from them",
        hint: "say sampled: random, if it was")
    case .tooManyCopies(let copies):
      .init("N032", "a sample from \(copies) copies is more than can be computed exactly")
    case .nothingToScreen(let dataset):
      .init(
        "N040",
        "no sheet of dataset '\(dataset)' has votes for the option, and valid votes or ballots that these are a share of"
      )
    case .withoutTimes(let dataset):
      .init(
        "N034", "no sheet of dataset '\(dataset)' that has votes says when it was published",
        hint: "map 'published_to' to the column of times under 'columns'")
    case .otherAreas(let dataset, let levels, let against, let sheetLevels):
      .init(
        "N060",
        "the areas of dataset '\(dataset)' (\(levels.joined(separator: ", "))) are not the coarsest ones of "
          + "'\(against)' (\(sheetLevels.joined(separator: ", ")))",
        hint: "name the same area columns in both, from the coarsest on")
    }
  }
}
