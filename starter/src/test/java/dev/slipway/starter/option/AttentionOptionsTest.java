package dev.slipway.starter.option;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What of a request the options complete. */
class AttentionOptionsTest {
  private static ObjectNode request(ObjectNode input, String... arguments) {
    AttentionOptions options = new AttentionOptions();
    CommandLine command = new CommandLine(CommandLine.Model.CommandSpec.create());
    command.addMixin("attention", options);
    command.parseArgs(arguments);
    options.putInto(input);
    return input;
  }

  private static ObjectNode nothing() {
    return JsonNodeFactory.instance.objectNode();
  }

  @Test
  void eachHasItsField() {
    assertThat(
            request(
                nothing(),
                "--on-failure=park",
                "--attention-within=P3D",
                "--notify=ops",
                "--notify=pager"))
        .hasToString(
            "{\"onFailure\":\"park\",\"attentionWithin\":\"P3D\",\"notify\":[\"ops\",\"pager\"]}");
  }

  @Test
  void whatIsNotGivenIsLeftToTheRequest() {
    assertThat(request(nothing().put("onFailure", "fail"))).hasToString("{\"onFailure\":\"fail\"}");
  }

  @Test
  void anOptionWinsOverTheRequest() {
    assertThat(request(nothing().put("onFailure", "fail"), "--on-failure=park"))
        .hasToString("{\"onFailure\":\"park\"}");
  }
}
