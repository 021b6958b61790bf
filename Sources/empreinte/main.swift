import CommandLineInterface
import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

StandardStreams.ignoreBrokenPipes()
LargeBlocks.giveBack()
let console = Console.system(program: CommandLine.arguments.first ?? "empreinte")
exit(
  CommandLineInterface.run(arguments: Array(CommandLine.arguments.dropFirst()), console: console))
