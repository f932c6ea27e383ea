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
        "N001", en: "'\(parameter)' is '\(name)', which is no area level of dataset '\(dataset)'",
        es: "«\(parameter)» es «\(name)», que no es un nivel de área del conjunto de datos «\(dataset)»",
        hint: levels.isEmpty
          ? Text(en: "name its area columns under 'areas'", es: "nombre sus columnas de áreas en «areas»")
          : didYouMean(name, among: levels)
            ?? Text(
              en: "its levels are \(Language.english.list(levels))",
              es: "sus niveles son \(Language.spanish.list(levels))"))
    case .otherContest(let dataset, let contest, let against, let other):
      .init(
        "N002", en: "dataset '\(dataset)' is of contest '\(contest)', '\(against)' of contest '\(other)'",
        es:
          "el conjunto de datos «\(dataset)» es de la contienda «\(contest)», y «\(against)» de la contienda «\(other)»"
      )
    case .drawNotStated:
      .init(
        "N010", en: "'probability_sample' is missing: nothing says how the sample was drawn",
        es: "falta «probability_sample»: nada indica cómo se sorteó la muestra",
        hint: Text(
          en: "say stratified_random, clustered or not_random", es: "escriba stratified_random, clustered o not_random")
      )
    case .clusterWithout(let cluster):
      .init(
        "N011",
        en: cluster
          ? "'cluster' is given, but the sample is not said to be clustered"
          : "the sample is clustered, but 'cluster' does not say by which area level",
        es: cluster
          ? "se da «cluster», pero no se indica que la muestra es por conglomerados"
          : "la muestra es por conglomerados, pero «cluster» no indica de qué nivel de área",
        hint: cluster
          ? Text(en: "say probability_sample: clustered", es: "escriba probability_sample: clustered")
          : Text(
            en: "name the area level whose units were drawn whole",
            es: "nombre el nivel de área cuyas unidades se sortearon completas"))
    case .bothFrames:
      .init(
        "N012", en: "both 'strata' and 'frame' say what the sample was drawn from",
        es: "tanto «strata» como «frame» indican de qué se sorteó la muestra",
        hint: Text(
          en: "give 'strata', stations by stratum, or 'frame', the list of all stations",
          es: "dé «strata», las mesas por estrato, o «frame», la lista de todas las mesas"))
    case .noClusters(let stratum, let dataset):
      .init(
        "N013", en: "dataset '\(dataset)' does not say how many clusters stratum '\(stratum)' holds",
        es: "el conjunto de datos «\(dataset)» no indica cuántos conglomerados tiene el estrato «\(stratum)»",
        hint: Text(en: "fill 'clusters'", es: "llene «clusters»"))
    case .emptyFrame(let dataset):
      .init(
        "N014", en: "dataset '\(dataset)' holds no station",
        es: "el conjunto de datos «\(dataset)» no tiene ninguna mesa",
        hint: Text(
          en: "in an edition a list is known from its time of publication on; say it under 'published' of the dataset",
          es:
            "en una edición una lista se conoce desde su hora de publicación; indíquela en «published» del conjunto de datos"
        ))
    case .moreThanFrame(let stratum, let sampled, let frame):
      .init(
        "N015", en: "stratum '\(stratum)' holds \(frame), but \(sampled) of it came in",
        es: "el estrato «\(stratum)» tiene \(frame), pero llegaron \(sampled)",
        hint: Text(
          en: "the strata of the sheets and of the frame may be numbered differently",
          es: "quizá los estratos de las actas y los del marco están numerados de otro modo"))
    case .unknownOption(let name, let parameter, let contest, let options):
      .init(
        "N020", en: "'\(parameter)' is '\(name)', which is no option of contest '\(contest)'",
        es: "«\(parameter)» es «\(name)», que no es una opción de la contienda «\(contest)»",
        hint: didYouMean(name, among: options)
          ?? Text(
            en: "its options are \(Language.english.list(options))",
            es: "sus opciones son \(Language.spanish.list(options))"))
    case .comparedWithItself(let option):
      .init(
        "N021", en: "option '\(option)' has no other to be compared with",
        es: "la opción «\(option)» no tiene otra con que compararse",
        hint: Text(
          en: "name two options under 'option' and 'against'", es: "nombre dos opciones en «option» y «against»"))
    case .notInPrevious(let name, let parameter, let contest, let options):
      .init(
        "N023", en: "contest '\(contest)' of the previous election has no option '\(name)'",
        es: "la contienda «\(contest)» de la elección anterior no tiene la opción «\(name)»",
        hint: Text(
          en: "say under '\(parameter)' which of its options stands for it: \(Language.english.list(options))",
          es: "indique en «\(parameter)» cuál de sus opciones corresponde: \(Language.spanish.list(options))"))
    case .standsForBoth(let option):
      .init(
        "N024", en: "option '\(option)' of the previous election stands for both options of today",
        es: "la opción «\(option)» de la elección anterior corresponde a las dos opciones de hoy",
        hint: Text(
          en: "name two options under 'previous_option' and 'previous_against'",
          es: "nombre dos opciones en «previous_option» y «previous_against»"))
    case .withoutPrevious:
      .init(
        "N025", en: "an option of the previous election is named, but its sheets are not given",
        es: "se nombra una opción de la elección anterior, pero no se dan sus actas",
        hint: Text(
          en: "name a dataset of sheets under 'previous'", es: "nombre un conjunto de datos de actas en «previous»"))
    case .nothingTellsEarly:
      .init(
        "N022", en: "nothing says which sheets were counted early", es: "nada indica qué actas se contaron temprano",
        hint: Text(
          en:
            "name an earlier dataset of sheets under 'early', or an instant as 'cut' where the sheets say when they were "
            + "published",
          es:
            "nombre un conjunto de datos de actas anterior en «early», o un instante como «cut» si las actas indican cuándo se publicaron"
        ))
    case .moreThanCopies(let copies, let sampled):
      .init(
        "N030", en: "the second track holds \(sampled) sheets, which cannot be drawn from \(copies) copies",
        es: "la segunda copia tiene \(sampled) actas, que no se pueden sortear de \(copies) copias",
        hint: Text(
          en:
            "say under 'copies' how many they were drawn from; unless it is given, these are the sheets of the first track",
          es: "indique en «copies» de cuántas se sortearon; si no se da, son las actas de la primera copia"))
    case .copiesWithoutDraw:
      .init(
        "N031", en: "'copies' is given, but nothing says that the second track was drawn at random from them",
        es: "se da «copies», pero nada indica que la segunda copia se sorteó al azar entre ellas",
        hint: Text(en: "say sampled: random, if it was", es: "escriba sampled: random, si así fue"))
    case .tooManyCopies(let copies):
      .init(
        "N032", en: "a sample from \(copies) copies is more than can be computed exactly",
        es: "una muestra de \(copies) copias es más de lo que se puede calcular con exactitud")
    case .nothingToScreen(let dataset):
      .init(
        "N040",
        en:
          "no sheet of dataset '\(dataset)' has votes for the option, and valid votes or ballots that these are a share of",
        es:
          "ninguna acta del conjunto de datos «\(dataset)» tiene votos de la opción y votos válidos o papeletas de los que sean parte"
      )
    case .withoutTimes(let dataset):
      .init(
        "N034", en: "no sheet of dataset '\(dataset)' that has votes says when it was published",
        es: "ninguna acta con votos del conjunto de datos «\(dataset)» indica cuándo se publicó",
        hint: Text(
          en: "map 'published_to' to the column of times under 'columns'",
          es: "asigne en «columns» «published_to» a la columna de horas"))
    case .otherAreas(let dataset, let levels, let against, let sheetLevels):
      .init(
        "N060",
        en: "the areas of dataset '\(dataset)' (\(levels.joined(separator: ", "))) are not the coarsest ones of "
          + "'\(against)' (\(sheetLevels.joined(separator: ", ")))",
        es:
          "las áreas del conjunto de datos «\(dataset)» (\(levels.joined(separator: ", "))) no son las más amplias de «\(against)» (\(sheetLevels.joined(separator: ", ")))",
        hint: Text(
          en: "name the same area columns in both, from the coarsest on",
          es: "nombre las mismas columnas de áreas en ambos, desde la más amplia"))
    }
  }
}
