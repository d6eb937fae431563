package eu.rempart.alert.channel.wire;

import eu.rempart.kernel.place.DataPlace;
import eu.rempart.kernel.place.PlaceKind;
import eu.rempart.watch.check.Target;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * An address of the web that something is posted to: {@code https}, or {@code http} on this
 * machine.
 *
 * @param endpoint where it listens
 * @param path with what stands behind a question mark
 */
public record WebAddress(Endpoint endpoint, String path) {

  private static final int LONGEST = 700;

  /**
   * What somebody typed.
   *
   * @param kind what is sent there
   * @param country in which it was declared to be; null where nobody said
   * @throws IllegalArgumentException if it is no such address, or holds a user or a password
   */
  public static WebAddress of(PlaceKind kind, String text, @Nullable String country) {
    URI uri = uri(text.strip());
    String scheme = uri.getScheme() == null ? "" : uri.getScheme();
    boolean tls = scheme.equalsIgnoreCase("https");
    if ((!tls && !scheme.equalsIgnoreCase("http"))
        || uri.getHost() == null
        || uri.getRawUserInfo() != null
        || uri.getRawFragment() != null) {
      throw new IllegalArgumentException("no address of the web");
    }
    int port = uri.getPort() < 0 ? (tls ? 443 : 80) : uri.getPort();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    Target.Remote remote = Target.Remote.of(uri.getHost(), port, path + query);
    DataPlace place = DataPlace.ofScreen(kind, remote.host(), country);
    Protection protection = tls ? Protection.TLS : Protection.NONE_ON_THIS_MACHINE;
    return new WebAddress(new Endpoint(place, remote.port(), protection), remote.path());
  }

  private static URI uri(String text) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("an address of %d characters".formatted(text.length()));
    }
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("no address of the web", e);
    }
  }
}
