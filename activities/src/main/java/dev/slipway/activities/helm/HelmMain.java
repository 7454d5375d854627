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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The child: reads one request a line, answers one reply a line, and ends with its parent. */
final class HelmMain {
  static final String LIBRARY = "slipway.helm.library";
  static final String FOLDER = "slipway.helm.folder";

  private static final ObjectMapper JSON = new ObjectMapper();

  private HelmMain() {}

  public static void main(String[] arguments) throws InterruptedException {
    Path folder = Path.of(System.getProperty(FOLDER));
    BlockingQueue<String> requests = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> readUntilParentIsGone(requests), "parent");
    reader.start();
    HelmLib library = Native.load(System.getProperty(LIBRARY), HelmLib.class);
    HelmCalls calls = new HelmCalls(library, folder);
    PrintStream replies = new PrintStream(System.out, true, UTF_8);
    while (true) {
      String reply = answer(calls, requests.take());
      replies.println(HelmReply.MARK + reply);
    }
  }

  // Nothing but the end of the pipe tells of a parent that was killed. A child that lived on would
  // write into the cluster beside the retry, so it stops between two instructions.
  private static void readUntilParentIsGone(BlockingQueue<String> requests) {
    try (BufferedReader input = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
      for (String line = input.readLine(); line != null; line = input.readLine()) {
        requests.add(line);
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
