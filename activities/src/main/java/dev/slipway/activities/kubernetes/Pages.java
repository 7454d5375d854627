package dev.slipway.activities.kubernetes;

import io.fabric8.kubernetes.api.model.KubernetesResourceList;
import io.fabric8.kubernetes.api.model.ListOptions;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A list that is read page by page, so that a large one fits into the memory of both sides. */
final class Pages {
  // As many as kubectl asks for: all of a small cluster's come in one answer.
  private static final long SIZE = 500;
  private static final int TRIES = 3;
  private static final int GONE = 410;

  private Pages() {}

  /**
   * All items. The API server forgets what the next page continues after some minutes (410); the
   * list is begun again then, as what was read so far is of a moment that is over.
   */
  static <T> List<T> all(
      ListOptions selection,
      Function<ListOptions, ? extends KubernetesResourceList<? extends T>> page) {
    for (int attempt = 1; ; attempt++) {
      try {
        return once(selection, page);
      } catch (KubernetesClientException e) {
        if (e.getCode() != GONE || attempt == TRIES) {
          throw e;
        }
      }
    }
  }

  private static <T> List<T> once(
      ListOptions selection,
      Function<ListOptions, ? extends KubernetesResourceList<? extends T>> page) {
    List<T> items = new ArrayList<>();
    String next = null;
    do {
      KubernetesResourceList<? extends T> read =
          page.apply(selection.edit().withLimit(SIZE).withContinue(next).build());
      // Of metadata, the API server answers null where there is none.
      if (read.getItems() != null) {
        items.addAll(read.getItems());
      }
      next = read.getMetadata() == null ? null : read.getMetadata().getContinue();
    } while (next != null && !next.isEmpty());
    return items;
  }
}
