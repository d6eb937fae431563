package eu.rempart.journey.exchange;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts what a page gets from the server, as it comes over the wire: every answer with its
 * headers, those that only say that a file is unchanged included, and every message over a web
 * socket (its length before compression, so never too little). What the browser had is not counted.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/tot/Network/">the protocol</a>
 */
final class Transfers {

  private final Page page;
  private final Map<String, String> addresses = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final Map<String, Long> bytes = new TreeMap<>();
  private String newest = "";

  Transfers(Page page) {
    this.page = page;
    CDPSession session = page.context().newCDPSession(page);
    session.on("Network.requestWillBeSent", this::asked);
    session.on("Network.loadingFinished", this::finished);
    session.on("Network.loadingFailed", event -> open.remove(id(event)));
    session.on("Network.webSocketCreated", this::socket);
    session.on("Network.webSocketHandshakeResponseReceived", this::shaken);
    session.on("Network.webSocketFrameReceived", this::message);
    session.send("Network.enable");
  }

  /** Waits until all answers are there, and says how many bytes came since the last call. */
  long taken() {
    try {
      page.waitForCondition(open::isEmpty);
    } catch (TimeoutError e) {
      throw new AssertionError("no end of " + open.stream().map(addresses::get).toList(), e);
    }
    long sum = bytes.values().stream().mapToLong(Long::longValue).sum();
    bytes.forEach((address, length) -> System.out.printf("%9d %s%n", length, address));
    System.out.printf("%9d bytes in all%n", sum);
    bytes.clear();
    return sum;
  }

  /** Waits until something has come since the last count. */
  void awaitSome() {
    page.waitForCondition(() -> !bytes.isEmpty());
  }

  private void asked(JsonObject event) {
    if (event.has("redirectResponse")) {
      count(event, event.getAsJsonObject("redirectResponse").get("encodedDataLength").getAsLong());
    }
    String type = event.has("type") ? event.get("type").getAsString() : "";
    String loader = event.get("loaderId").getAsString();
    if (type.equals("Document")) {
      newest = loader;
      open.clear(); // the page goes, and what it had asked for is not always told to have ended
    }
    String address = event.getAsJsonObject("request").get("url").getAsString();
    if (!address.startsWith("data:")) {
      addresses.put(id(event), address);
      // the last word of a page that goes, and what it asks until it is gone, nobody waits for
      if (!type.equals("Ping") && (loader.isEmpty() || loader.equals(newest))) {
        open.add(id(event));
      }
    }
  }

  private void finished(JsonObject event) {
    open.remove(id(event));
    count(event, event.get("encodedDataLength").getAsLong());
  }

  private void socket(JsonObject event) {
    addresses.put(id(event), event.get("url").getAsString());
  }

  private void shaken(JsonObject event) {
    JsonObject response = event.getAsJsonObject("response");
    if (response.has("headersText")) {
      count(event, response.get("headersText").getAsString().length());
    }
  }

  private void message(JsonObject event) {
    String payload = event.getAsJsonObject("response").get("payloadData").getAsString();
    count(event, payload.getBytes(StandardCharsets.UTF_8).length);
  }

  private void count(JsonObject event, long length) {
    if (length > 0) {
      bytes.merge(
          addresses.getOrDefault(id(event), "?").replaceAll("\\?.*", ""), length, Long::sum);
    }
  }

  private static String id(JsonObject event) {
    return event.get("requestId").getAsString();
  }
}
