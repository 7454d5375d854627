package dev.slipway.starter.file;

import dev.slipway.starter.process.CommandFailure;
import dev.slipway.starter.process.ExitCode;
import dev.slipway.workflows.config.ConfigReader;
import dev.slipway.workflows.config.ConfigReading;
import dev.slipway.workflows.platform.PlatformConfig;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** config.yaml on the operator's disk. */
public final class ConfigFile {
  private ConfigFile() {}

  /** The configuration and all that is wrong with it. */
  public static ConfigReading reading(Path file) {
    return ConfigReader.read(text(file));
  }

  /** The configuration, or all that is wrong with it. */
  public static PlatformConfig read(Path file) {
    ConfigReading reading = reading(file);
    if (!reading.problems().isEmpty()) {
      String problems =
          reading.problems().stream().map(p -> "\n" + p).collect(Collectors.joining());
      throw new CommandFailure(ExitCode.BAD_INPUT, file + " has problems" + problems);
    }
    return reading.config();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new CommandFailure(ExitCode.BAD_INPUT, "There is no file " + file, e);
    } catch (CharacterCodingException e) {
      throw new CommandFailure(ExitCode.BAD_INPUT, file + " is not UTF-8 text", e);
    } catch (IOException e) {
      throw new CommandFailure(ExitCode.BAD_INPUT, file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
