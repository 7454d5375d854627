package dev.slipway.workflows.uninstall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.workflows.uninstall.plan.Extent;
import dev.slipway.workflows.uninstall.plan.Extent.Secrets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class UninstallRequestTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void keepsWhatIsNotAskedFor() throws JsonProcessingException {
    UninstallRequest request = UninstallRequest.parse(with("{}"));

    assertThat(request.extent()).isEqualTo(Extent.DEFAULT);
    assertThat(request.taskQueue()).isEqualTo("slipway");
    assertThat(request.target().cluster()).hasToString("123456789012/eu-west-3/idp");
  }

  @Test
  void takesWhatIsAskedFor() throws JsonProcessingException {
    UninstallRequest request =
        UninstallRequest.parse(
            with(
                """
                {"volumes": true, "secrets": "delete", "recoveryDays": 7, "crds": true,
                 "liveClaims": ["Bucket team/a"], "alsoRemove": ["Namespace argocd"],
                 "localCluster": "localdev", "taskQueue": "private"}
                """));

    assertThat(request.extent())
        .isEqualTo(
            new Extent(
                true,
                new Secrets(true, 7),
                true,
                List.of("Bucket team/a"),
                List.of("Namespace argocd"),
                "localdev"));
    assertThat(request.taskQueue()).isEqualTo("private");
  }

  @Test
  void lets30DaysForRecoveryUnlessNothingIsToBeRecovered() throws JsonProcessingException {
    assertThat(UninstallRequest.parse(with("{\"secrets\":\"delete\"}")).extent().secrets())
        .isEqualTo(new Secrets(true, 30));
    assertThat(UninstallRequest.parse(with("{\"secrets\":\"force\"}")).extent().secrets())
        .isEqualTo(new Secrets(true, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          {"volumes":"yes"}                        | volumes: must be true or false, not "yes"
          {"secrets":"drop"}                       | secrets: "drop" is not one of keep, delete, force
          {"recoveryDays":7}                       | recoveryDays: needs secrets "delete"
          {"secrets":"force","recoveryDays":7}     | recoveryDays: needs secrets "delete"
          {"secrets":"delete","recoveryDays":3}    | recoveryDays: must be a number from 7 to 30, not 3
          {"secrets":"delete","recoveryDays":"7"}  | recoveryDays: must be a number from 7 to 30, not "7"
          {"crds":1}                               | crds: must be true or false, not 1
          {"liveClaims":"a"}                       | liveClaims: must be a list of strings, not "a"
          {"alsoRemove":[""]}                      | alsoRemove: must be a list of strings; "" is none
          {"localCluster":1}                       | localCluster: must be a string in quotes, not 1
          {"account":"1"}                          | account: "1" is not the twelve digits of an AWS account
          {"volume":true}                          | volume: is unknown; known are account, region
          """)
  void namesTheFieldTheValueAndWhatWouldBeRight(String fields, String problem) {
    assertThatThrownBy(() -> UninstallRequest.parse(with(fields)))
        .hasMessageContaining("INVALID_REQUEST")
        .hasMessageContaining(problem);
  }

  @Test
  void saysWhatToTypeWhereThereIsNothing() {
    assertThatThrownBy(() -> UninstallRequest.parse(null))
        .hasMessageContaining("give one JSON object, such as {\"account\":\"123456789012\"");
  }

  private static JsonNode with(String fields) throws JsonProcessingException {
    ObjectNode request =
        (ObjectNode)
            JSON.readTree(
                "{\"account\":\"123456789012\",\"region\":\"eu-west-3\",\"cluster\":\"idp\"}");
    return request.setAll((ObjectNode) JSON.readTree(fields));
  }
}
