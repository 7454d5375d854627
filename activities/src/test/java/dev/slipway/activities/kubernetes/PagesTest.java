package dev.slipway.activities.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.ListMeta;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.api.model.SecretList;
import io.fabric8.kubernetes.api.model.SecretListBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PagesTest {
  private static final ListOptions BY_LABEL =
      new ListOptionsBuilder().withLabelSelector("a=b").build();

  private final List<ListOptions> asked = new ArrayList<>();
  private int expiries;

  @Test
  void readsOnWhereThePageBeforeEnded() {
    assertThat(names()).containsExactly("one", "two", "three");
    assertThat(asked).extracting(ListOptions::getContinue).containsExactly(null, "two", "three");
    assertThat(asked).extracting(ListOptions::getLimit).containsOnly(500L);
    assertThat(asked).extracting(ListOptions::getLabelSelector).containsOnly("a=b");
  }

  @Test
  void beginsAgainWhenItsPlaceIsForgotten() {
    expiries = 2;
    assertThat(names()).containsExactly("one", "two", "three");
    assertThat(asked)
        .extracting(ListOptions::getContinue)
        .containsExactly(null, "two", null, "two", null, "two", "three");
  }

  @Test
  void givesUpWhenItIsForgottenTimeAndAgain() {
    expiries = 3;
    assertThatThrownBy(this::names).hasMessage("expired");
  }

  @Test
  void doesNotRepeatWhatIsRefusedForAnotherReason() {
    assertThatThrownBy(
            () ->
                Pages.all(
                    BY_LABEL,
                    options -> {
                      asked.add(options);
                      throw new KubernetesClientException("no", 403, null);
                    }))
        .hasMessage("no");
    assertThat(asked).hasSize(1);
  }

  private List<String> names() {
    List<Secret> all = Pages.all(BY_LABEL, this::page);
    return all.stream().map(secret -> secret.getMetadata().getName()).toList();
  }

  private SecretList page(ListOptions options) {
    asked.add(options);
    String at = options.getContinue() == null ? "one" : options.getContinue();
    if (at.equals("two") && expiries-- > 0) {
      throw new KubernetesClientException("expired", 410, null);
    }
    String next = at.equals("one") ? "two" : at.equals("two") ? "three" : "";
    return new SecretListBuilder()
        .withMetadata(new ListMeta(next, null, null, null, null))
        .addToItems(new SecretBuilder().withNewMetadata().withName(at).endMetadata().build())
        .build();
  }
}
