package dev.slipway.activities.eks;

import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.net.http.HttpClient;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** The JDK's HTTP client, with one pool of threads for the clients of all clusters. */
final class SharedThreads extends JdkHttpClientFactory {
  private final Executor threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "cluster-http");
            thread.setDaemon(true);
            return thread;
          });

  @Override
  protected HttpClient.Builder createNewHttpClientBuilder() {
    return HttpClient.newBuilder().executor(threads);
  }
}
