package dev.slipway.workflows.install;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run with bad input ends at once and says what would be right; none is left hanging. */
@Timeout(60)
@TestInstance(Lifecycle.PER_CLASS)
class MalformedRequestTest {
  private final InstallHarness install = new InstallHarness();

  @AfterAll
  void close() {
    install.close();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          null                        | input: there is none; give one JSON object
          []                          | input: must be one JSON object, not a list
          "idp"                       | input: must be one JSON object, not the string "idp"
          7                           | input: must be one JSON object, not the number 7
          {}                          | account: is missing; give the twelve digits of an AWS account
          {"acount":"1"}              | acount: is unknown; known are account
          {"account":123456789012}    | account: must be a string in quotes, not 123456789012
          {"account":"12"}            | account: "12" is not the twelve digits of an AWS account
          {"region":"Paris"}          | region: "Paris" is not an AWS region such as "eu-west-3"
          {"cluster":""}              | cluster: must be a string in quotes, not ""
          {"cluster":"a b"}           | cluster: "a b" is not the name of an EKS cluster
          {"approvers":"ada"}         | approvers: must be a list of strings, not "ada"
          {"deadline":"2 days"}       | deadline: "2 days" is not an ISO 8601 duration
          {"approval":"no"}           | approval: "no" is not one of required, notRequired
          {"approval":"notRequired","approvers":["ada"]} | approvers: contradicts approval "notRequired"
          {"approval":"notRequired","deadline":"P1D"} | deadline: contradicts approval "notRequired"
          {"approval":"notRequired","reminder":"PT1H"} | reminder: contradicts approval "notRequired"
          {"allowUnpushed":"yes"}     | allowUnpushed: must be true or false, not "yes"
          {"allowAdoption":"yes"}     | allowAdoption: must be true or false, not "yes"
          {"allowDeletions":"yes"}    | allowDeletions: must be true or false, not "yes"
          {"assumeRole":"admin"}      | assumeRole: "admin" is not a role ARN
          {"notify":"ops"}            | notify: must be a list of strings, not "ops"
          {"notify":["ops",""]}       | notify: must be a list of strings; "" is none
          {"notify":["a b"]}          | notify: "a b" is no name of a webhook
          {"notify":["-","-","-","-","-","-","-","-","-","-","-","-","-","-","-","-","-","-","-","-","-"]} | notify: has 21 names; 20 are enough
          {"notify":["ops","ops"]}    | notify: "ops" stands there twice
          """)
  void endsAtOnceNamingTheField(String input, String message) {
    var failure = install.start(input.equals("null") ? null : input).failure();

    assertThat(failure.getType()).isEqualTo("INVALID_REQUEST");
    assertThat(failure.getOriginalMessage()).contains(message);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "cluster":"idp"                            | config: is missing; give the keys of config.yaml
          "cluster":"idp","config":{},"configFile":"x" | configFile: give either config or configFile
          "cluster":"idp","config":{"domain":"x y"}  | config: domain: "x y"
          """)
  void asksForExactlyOneConfig(String more, String message) {
    var failure =
        install
            .start("{\"account\":\"123456789012\",\"region\":\"eu-west-3\"," + more + "}")
            .failure();

    assertThat(failure.getOriginalMessage()).contains(message);
  }
}
