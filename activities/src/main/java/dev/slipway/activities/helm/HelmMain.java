package dev.slipway.activities.helm;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.marcnuri.helm.jni.HelmLib;
import com.sun.jna.Native;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The child: reads one request a line, answers one reply a line, and ends with its parent. While it
 * works it wants to hear that it may go on: a parent that is frozen, or cut off, does not know any
 * more whether somebody else writes by now.
 */
final class HelmMain {
  static final String LIBRARY = "slipway.helm.library";
  static final String FOLDER = "slipway.helm.folder";

  /** What the parent says again and again while a request is worked on. */
  static final String GO_ON = "";

  private static final Duration SILENCE = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static volatile long heardAt;
  private static volatile boolean isWorking;

  private HelmMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    Path folder = Path.of(System.getProperty(FOLDER));
    BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> readUntilParentIsGone(requests), "parent");
    reader.start();
    HelmLib library = Native.load(System.getProperty(LIBRARY), HelmLib.class);
    HelmCalls calls = new HelmCalls(library, folder);
    PrintStream replies = new PrintStream(System.out, true, UTF_8);
    Thread watch = new Thread(HelmMain::endInSilence, "silence");
    watch.setDaemon(true);
    watch.start();
    while (true) {
      String request = requests.take();
      isWorking = true;
      String reply = answer(calls, request);
      isWorking = false;
      replies.println(HelmReply.MARK + reply);
    }
  }

  private static void endInSilence() {
    try {
      while (!isWorking || System.nanoTime() - heardAt < SILENCE.toNanos()) {
        Thread.sleep(500);
      }
      Runtime.getRuntime().halt(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // Nothing but the end of the pipe tells of a parent that was killed. A child that lived on would
  // write into the cluster beside the retry, so it stops between two instructions.
  private static void readUntilParentIsGone(BlockingQueue<String> requests) {
    try (BufferedReader input = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
      for (String line = input.readLine(); line != null; line = input.readLine()) {
        heardAt = System.nanoTime();
        if (!line.equals(GO_ON)) {
          requests.add(line);
        }
      }
    } catch (IOException e) {
      System.err.println(e.getMessage());
    } finally {
      Runtime.getRuntime().halt(0);
    }
  }

  private static String answer(HelmCalls calls, String line) {
    try {
      HelmReply reply = calls.call(JSON.readValue(line, HelmRequest.class));
      return JSON.writeValueAsString(reply);
    } catch (IOException e) {
      throw new IllegalStateException("The parent's request cannot be read", e);
    }
  }
}
