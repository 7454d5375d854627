package dev.slipway.starter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "validate",
        "install",
        "approve",
        "reject",
        "resolve",
        "list",
        "status",
        "watch",
        "urls",
        "inventory",
        "uninstall",
        "secrets",
        "secrets push"
      })
  void everyCommandExplainsItselfOnStdout(String command) {
    String[] arguments = (command + " --help").strip().split(" ");
    Cli.Said said = new Cli().run(arguments);
    assertThat(said.exitCode()).isZero();
    assertThat(said.err()).isEmpty();
    assertThat(said.out().lines()).allMatch(line -> line.length() <= 80);
    Golden.assertMatches(
        "help" + command.replace(" ", "-").replaceFirst("^(.)", "-$1") + ".txt", said.out());
  }

  @Test
  void aMissingCommandIsAUsageError() {
    assertThat(new Cli().run().exitCode()).isEqualTo(2);
    assertThat(new Cli().run("secrets").exitCode()).isEqualTo(2);
  }

  @Test
  void aMisspeltCommandIsAnsweredWithTheNearest() {
    Cli.Said said = new Cli().run("instal");
    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.err()).contains("'instal'").contains("Did you mean").contains("install");
    assertThat(said.out()).isEmpty();
  }

  @Test
  void aWrongValueNamesOptionAndChoices() {
    Cli.Said said = new Cli().run("status", "-w", "x", "-o", "xml");
    assertThat(said.exitCode()).isEqualTo(2);
    assertThat(said.err())
        .contains("--output")
        .contains("[TEXT, JSON] (case-insensitive)")
        .contains("'xml'");
  }
}
