import Diagnostics

/// Everything that `onepicture` can do; the registration of a command is one line here.
let commands: Catalogue<Command> = Catalogue(
  "command",
  [
    "render": render,
    "film": film,
    "farm": farm,
    "strip": strip,
    "check": check,
    "lint": lint,
    "describe": describe,
    "extract": extract,
    "eval": evaluate,
    "data": data,
    "explain": explain,
    "list": list,
    "help": help,
  ])
