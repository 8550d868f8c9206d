package org.dutypay.app;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code verify-output}: checks the files of a finished job against their manifest. */
@Command(
    name = "verify-output",
    mixinStandardHelpOptions = true,
    versionProvider = Commands.Version.class,
    description =
        "Checks the files of a finished job against their manifest, without the code that wrote"
            + " them.")
final class VerifyOutput implements Callable<Integer> {

  @Parameters(paramLabel = "OUT", description = "The output folder of a job.")
  private Path out = Path.of("");

  @Override
  public Integer call() {
    throw new IllegalStateException("not built yet: " + out);
  }
}
