import Glibc

ignoreBrokenPipes()
exit(run(Array(CommandLine.arguments.dropFirst())))
