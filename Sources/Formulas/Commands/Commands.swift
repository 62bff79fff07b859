/// The groups of commands; a new command is one row in one of them, a new group one line here.
let commandGroups: [CommandGroup] = [
  greekCommands, relationCommands, negatedRelationCommands, binaryOperatorCommands, arrowCommands,
  openingCommands, closingCommands, punctuationCommands, ordinaryCommands, dotsCommands,
  smartDotsCommands, largeOperatorCommands, functionCommands, limitFunctionCommands, accentCommands,
  braceCommands, extensibleArrowCommands, fractionCommands, stackCommands, classCommands,
  fenceCommands, delimiterSizeCommands, braketCommands, alphabetCommands, textCommands, styleCommands,
  sizeCommands, spaceCommands, boxCommands, colorCommands, gridCommands, moduloCommands,
  machineLearningCommands, machineLearningLetters, definitionCommands, logoCommands, otherCommands,
  ignoredCommands,
]

/// All commands of formulas.
let commands = CommandTable(commandGroups)

/// What stands for a character that is typed directly.
let commandsByCharacter = CharacterTable(commandGroups)

/// Commands that only text has, such as accents of letters; text understands all others as well.
let textOnlyCommands = CommandTable([textCharacterCommands, textAccentCommands])
