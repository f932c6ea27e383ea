import Counts
import ModuleKit
import Testing

/// The messages of the analyses of counts, by their codes; what leads to each is tested with its analysis.
@Suite struct CountsMessageTests {
  static let texts: [(CountsMessage, String, String)] = [
    (
      .unknownLevel("town", parameter: "per", dataset: "sheets", levels: ["region"]), "N001",
      "'per' is 'town', which is no area level of dataset 'sheets' | its levels are region"
    ),
    (
      .unknownLevel("town", parameter: "per", dataset: "sheets", levels: []), "N001",
      "'per' is 'town', which is no area level of dataset 'sheets' | name its area columns under 'areas'"
    ),
    (
      .otherContest("first", of: "president", against: "second", contest: "mayor"), "N002",
      "dataset 'first' is of contest 'president', 'second' of contest 'mayor'"
    ),
    (
      .drawNotStated, "N010",
      "'probability_sample' is missing: nothing says how the sample was drawn"
        + " | say stratified_random, clustered or not_random"
    ),
    (
      .clusterWithout(cluster: false), "N011",
      "the sample is clustered, but 'cluster' does not say by which area level"
        + " | name the area level whose units were drawn whole"
    ),
    (
      .clusterWithout(cluster: true), "N011",
      "'cluster' is given, but the sample is not said to be clustered | say probability_sample: clustered"
    ),
    (
      .bothFrames, "N012",
      "both 'strata' and 'frame' say what the sample was drawn from"
        + " | give 'strata', stations by stratum, or 'frame', the list of all stations"
    ),
    (
      .noClusters("north", dataset: "strata"), "N013",
      "dataset 'strata' does not say how many clusters stratum 'north' holds | fill 'clusters'"
    ),
    (
      .emptyFrame("stations"), "N014",
      "dataset 'stations' holds no station"
        + " | in an edition a list is known from its time of publication on; say it under 'published' of the dataset"
    ),
    (
      .moreThanFrame("north", sampled: 3, frame: 2), "N015",
      "stratum 'north' holds 2, but 3 of it came in"
        + " | the strata of the sheets and of the frame may be numbered differently"
    ),
    (
      .unknownOption("oka", parameter: "option", contest: "mayor", options: ["oak", "elm"]), "N020",
      "'option' is 'oka', which is no option of contest 'mayor' | did you mean 'oak'?"
    ),
    (
      .comparedWithItself("oak"), "N021",
      "option 'oak' has no other to be compared with | name two options under 'option' and 'against'"
    ),
    (
      .notInPrevious("elm", parameter: "previous_against", contest: "mayor_before", options: ["oak", "fir"]), "N023",
      "contest 'mayor_before' of the previous election has no option 'elm'"
        + " | say under 'previous_against' which of its options stands for it: oak and fir"
    ),
    (
      .standsForBoth("oak"), "N024",
      "option 'oak' of the previous election stands for both options of today"
        + " | name two options under 'previous_option' and 'previous_against'"
    ),
    (
      .withoutPrevious, "N025",
      "an option of the previous election is named, but its sheets are not given"
        + " | name a dataset of sheets under 'previous'"
    ),
    (
      .nothingTellsEarly, "N022",
      "nothing says which sheets were counted early"
        + " | name an earlier dataset of sheets under 'early', or an instant as 'cut' where the sheets say when they were"
        + " published"
    ),
    (
      .moreThanCopies(5, sampled: 6), "N030",
      "the second track holds 6 sheets, which cannot be drawn from 5 copies"
        + " | say under 'copies' how many they were drawn from; unless it is given, these are the sheets of the first track"
    ),
    (
      .copiesWithoutDraw, "N031",
      "'copies' is given, but nothing says that the second track was drawn at random from them"
        + " | say sampled: random, if it was"
    ),
    (.tooManyCopies(9), "N032", "a sample from 9 copies is more than can be computed exactly"),
    (
      .withoutTimes(dataset: "sheets"), "N034",
      "no sheet of dataset 'sheets' that has votes says when it was published"
        + " | map 'published_to' to the column of times under 'columns'"
    ),
    (
      .nothingToScreen("sheets"), "N040",
      "no sheet of dataset 'sheets' has votes for the option, and valid votes or ballots that these are a share of"
    ),
    (
      .otherAreas("totals", levels: ["region"], against: "sheets", sheetLevels: ["place"]), "N060",
      "the areas of dataset 'totals' (region) are not the coarsest ones of 'sheets' (place)"
        + " | name the same area columns in both, from the coarsest on"
    ),
  ]

  @Test(arguments: texts) func sentences(message: CountsMessage, code: String, text: String) {
    #expect(message.code == code)
    #expect(message.message + (message.hint.map { " | \($0)" } ?? "") == text)
  }
}
