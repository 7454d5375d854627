package dev.slipway.activities.helm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.slipway.activities.packages.FolderDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What charts rendered to: the same chart with the same values renders to the same text, so that
 * preflight, the bootstrap and the expected applications need not start a child each.
 */
final class Renderings {
  private static final int REMEMBERED = 200;

  private final Map<Key, String> texts =
      new LinkedHashMap<>(16, 0.75f, /* accessOrder= */ true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, String> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** The chart counts by its content, wherever it lies. */
  private record Key(
      String chart, String release, String namespace, List<ObjectNode> values, String kubernetes) {}

  /** What this request rendered to before, else what it renders to now. A failure is not kept. */
  String of(HelmRequest request, Supplier<String> rendering) {
    Key key =
        new Key(
            FolderDigest.of(request.chart()),
            request.release(),
            request.namespace(),
            request.values().stream().map(ObjectNode::deepCopy).toList(),
            request.kubernetes());
    synchronized (texts) {
      String known = texts.get(key);
      if (known != null) {
        return known;
      }
    }
    String text = rendering.get();
    synchronized (texts) {
      texts.put(key, text);
    }
    return text;
  }
}
