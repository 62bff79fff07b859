import Diagnostics

/// Every group by name, processes first: while this program is small, their peaks of memory are theirs.
let groups = Catalogue<Group>(
  "group",
  [
    "one-picture": onePictureGroup,
    "small-figures": smallFiguresGroup,
    "tables": tablesGroup,
    "films-static": stillFilmGroup,
    "films-full": movingFilmGroup,
    "films-long": longFilmGroup,
    "functions": functionsGroup,
    "large-grid": largeGridGroup,
    "language": languageGroup,
    "contours": contoursGroup,
    "stages": stagesGroup,
    "frames": framesGroup,
    "learners": learnersGroup,
    "labels": labelsGroup,
    "typesetting": typesettingGroup,
  ])
