package dev.slipway.e2e.bed.cloud;

/**
 * A record as External DNS makes it.
 *
 * @param prefix what the name of the owner's TXT record has before the host
 * @param resource what it was made for, such as {@code ingress/argocd/argocd-server}
 */
public record OwnedRecord(
    String host, String target, String prefix, String owner, String resource) {
  String heritage() {
    return "\"heritage=external-dns,external-dns/owner=%s,external-dns/resource=%s\""
        .formatted(owner, resource);
  }
}
