package org.dutypay.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.dutypay.report.verify.OutputVerification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify-output}: checks the files of a finished job against their manifest. */
@Command(
    name = "verify-output",
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    description =
        "Checks the files of a finished job against their manifest, without the code that wrote"
            + " them. Ends with 0 where every check holds, with 1 where one fails.")
final class VerifyOutput implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "OUT", description = "The output folder of a job.")
  private Path out = Path.of("");

  @Option(
      names = "--feed",
      paramLabel = "DIR",
      description = "The feed it was made from, to compare the input files too.")
  private @Nullable Path feed;

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(out.resolve(OutputVerification.MANIFEST))) {
      throw wrongUsage(
          "%s holds no %s. Name the output folder of a finished job."
              .formatted(out, OutputVerification.MANIFEST));
    }
    if (feed != null && !Files.isDirectory(feed)) {
      throw wrongUsage(feed + " is not a folder.");
    }
    PrintWriter report = spec().commandLine().getOut();
    return (OutputVerification.verify(out, Optional.ofNullable(feed), report)
            ? ExitCode.DONE
            : ExitCode.FAILED)
        .number();
  }

  private ParameterException wrongUsage(String message) {
    return new ParameterException(spec().commandLine(), message);
  }

  private CommandSpec spec() {
    if (spec == null) {
      throw new IllegalStateException("picocli gives every command its spec");
    }
    return spec;
  }
}
