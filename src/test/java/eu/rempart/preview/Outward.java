package eu.rempart.preview;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.SocketChannel;

/** Tries all ways to this machine that a library may take, and says what came of each. */
public final class Outward {

  private Outward() {}

  private interface Way {
    void go() throws Exception;
  }

  /**
   * @param arguments a port of loopback; and anything to keep to what looks into files
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length > 1) {
      NoNetwork.begin();
    }
    int port = Integer.parseInt(arguments[0]);
    URI web = URI.create("http://127.0.0.1:%d/".formatted(port));
    say("socket", () -> new Socket(InetAddress.getLoopbackAddress(), port).close());
    say(
        "channel",
        () ->
            SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .close());
    say("url", () -> web.toURL().openStream().close());
    say(
        "client",
        () -> {
          try (HttpClient client = HttpClient.newHttpClient()) {
            client.send(HttpRequest.newBuilder(web).build(), BodyHandlers.discarding());
          }
        });
    say("name", Outward::ask);
  }

  /** Whether somebody is asked for a name, whatever the answer. */
  private static void ask() throws UnknownHostException {
    try {
      var _ = InetAddress.getAllByName("rempart.test");
    } catch (UnknownHostException e) {
      if (String.valueOf(e.getMessage()).contains("hosts file")) {
        throw e;
      }
    }
  }

  private static void say(String way, Way go) {
    String came;
    try {
      go.go();
      came = "open";
    } catch (IOException | UncheckedIOException | ExceptionInInitializerError e) {
      came = "closed";
    } catch (Exception e) {
      came = e.toString();
    }
    System.out.println(way + " " + came);
  }
}
