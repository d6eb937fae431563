package eu.rempart.alert.channel.peer;

import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.wire.Endpoint;
import eu.rempart.alert.channel.wire.Protection;
import eu.rempart.alert.channel.wire.WebAddress;
import eu.rempart.kernel.place.DataPlace;
import eu.rempart.kernel.place.PlaceKind;
import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what was said of a peer, strictly. */
final class Values {

  private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]*");

  private final Map<Setting, String> values = new EnumMap<>(Setting.class);
  private final @Nullable String secret;
  private final PlaceKind kind;

  /**
   * @param said what is missing is as usual
   */
  Values(ChannelKind kind, Map<Setting, String> said, @Nullable String secret) {
    this.secret = secret == null || secret.isEmpty() ? null : secret;
    this.kind = placeKind(kind);
    for (Setting setting : Setting.of(kind)) {
      String value = said.getOrDefault(setting, setting.usual(kind)).strip();
      if (value.length() > setting.longest()
          || (!setting.choices().isEmpty() && !setting.choices().contains(value))) {
        throw new WrongSettingException(setting, null);
      }
      values.put(setting, value);
    }
  }

  private static PlaceKind placeKind(ChannelKind kind) {
    return switch (kind) {
      case EMAIL -> PlaceKind.MAIL;
      case SMS, SMS_HTTP -> PlaceKind.SMS;
      case PAGER, PAGERDUTY -> PlaceKind.PAGER;
      case PUSH -> PlaceKind.PUSH;
    };
  }

  String text(Setting setting) {
    return values.getOrDefault(setting, "");
  }

  /** One that is printable ASCII: what protocols of telephones have. */
  String plain(Setting setting) {
    String text = text(setting);
    if (!PRINTABLE.matcher(text).matches()) {
      throw new WrongSettingException(setting, null);
    }
    return text;
  }

  /** As {@link #plain}, and there. */
  String present(Setting setting) {
    String text = plain(setting);
    if (text.isEmpty()) {
      throw new WrongSettingException(setting, null);
    }
    return text;
  }

  Endpoint endpoint() {
    int port = port();
    Protection protection =
        text(Setting.PROTECTION).equals("tls") ? Protection.TLS : Protection.NONE;
    try {
      DataPlace place = DataPlace.ofScreen(kind, text(Setting.HOST), text(Setting.COUNTRY));
      return Endpoint.of(place, port, protection);
    } catch (IllegalArgumentException e) {
      throw new WrongSettingException(Setting.HOST, e);
    }
  }

  private int port() {
    String text = text(Setting.PORT);
    int port = text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
    if (port < 1 || port > 65_535) {
      throw new WrongSettingException(Setting.PORT, null);
    }
    return port;
  }

  WebAddress address() {
    try {
      return WebAddress.of(kind, text(Setting.URL), text(Setting.COUNTRY));
    } catch (IllegalArgumentException e) {
      throw new WrongSettingException(Setting.URL, e);
    }
  }

  /**
   * The password or token.
   *
   * @param longest characters, of printable ASCII
   */
  @Nullable String secret(int longest) {
    if (secret != null && (secret.length() > longest || !PRINTABLE.matcher(secret).matches())) {
      throw new WrongSettingException(null, null);
    }
    return secret;
  }
}
