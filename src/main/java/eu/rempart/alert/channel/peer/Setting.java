package eu.rempart.alert.channel.peer;

import eu.rempart.alert.channel.ChannelKind;
import java.util.List;
import java.util.Locale;

/** One thing that is said of a peer. */
public enum Setting {
  /** A name or an address. */
  HOST(Shape.LINE, "", 253),
  PORT(Shape.NUMBER, "", 5),
  /** In which country the server is: two letters of ISO 3166-1. */
  COUNTRY(Shape.COUNTRY, "", 2),
  /** {@code tls} or {@code none}. */
  PROTECTION(Shape.CHOICE, "tls", 10, "tls", "none"),
  /** Who signs in: a system id, a login. */
  USER(Shape.LINE, "", 15),
  /** What SMPP calls {@code system_type}. */
  SYSTEM_TYPE(Shape.LINE, "", 12),
  /** What phones show as the sender: a number or a word. */
  SENDER(Shape.LINE, "", 20),
  /** {@code auto}: as many characters as fit; {@code ucs2}: for providers that have but that. */
  ALPHABET(Shape.CHOICE, "auto", 10, "auto", "ucs2"),
  /** How long texts go: {@code udh}, in parts; {@code payload}, the provider cuts them. */
  LONG_TEXTS(Shape.CHOICE, "udh", 10, "udh", "payload"),
  /** An address of the web. */
  URL(Shape.LINE, "", 700),
  /** {@code json} or {@code form}. */
  FORMAT(Shape.CHOICE, "json", 10, "json", "form"),
  /** What is posted, with {@code {to}}, {@code {text}}, {@code {id}}, {@code {secret}} in it. */
  TEMPLATE(Shape.TEXT, "", 2_000),
  /** The header that the secret stands in; empty for none. */
  HEADER(Shape.LINE, "Authorization", 60),
  /** {@code starttls}, {@code tls} or {@code none}. */
  MAIL_PROTECTION(Shape.CHOICE, "starttls", 10, "starttls", "tls", "none"),
  /** Who signs in at a mail server; empty where nobody does. */
  MAIL_USER(Shape.LINE, "", 254),
  /** The sender's e-mail address. */
  MAIL_FROM(Shape.LINE, "", 254),
  /** In which field of what the provider posts the number stands that answered. */
  ANSWER_FROM(Shape.LINE, "from", 60),
  /** In which field the answer stands. */
  ANSWER_TEXT(Shape.LINE, "text", 60),
  /** In which field the id stands that the provider gave it; empty where it gives none. */
  ANSWER_ID(Shape.LINE, "", 60);

  /** How it is typed. */
  public enum Shape {
    LINE,
    NUMBER,
    CHOICE,
    COUNTRY,
    TEXT
  }

  private final Shape shape;
  private final String usual;
  private final int longest;
  private final List<String> choices;

  Setting(Shape shape, String usual, int longest, String... choices) {
    this.shape = shape;
    this.usual = usual;
    this.longest = longest;
    this.choices = List.of(choices);
  }

  /** Those of a kind; none where its peer is not set up here. */
  public static List<Setting> of(ChannelKind kind) {
    return switch (kind) {
      case EMAIL -> List.of(HOST, PORT, COUNTRY, MAIL_PROTECTION, MAIL_USER, MAIL_FROM);
      case SMS ->
          List.of(HOST, PORT, COUNTRY, PROTECTION, USER, SYSTEM_TYPE, SENDER, ALPHABET, LONG_TEXTS);
      case SMS_HTTP ->
          List.of(URL, COUNTRY, FORMAT, TEMPLATE, HEADER, ANSWER_FROM, ANSWER_TEXT, ANSWER_ID);
      case PAGER -> List.of(HOST, PORT, COUNTRY, PROTECTION, USER);
      case PAGERDUTY, PUSH -> List.of(URL, COUNTRY);
    };
  }

  /** Whether a kind has a password or token. */
  public static boolean hasSecret(ChannelKind kind) {
    return switch (kind) {
      case PAGERDUTY -> false;
      case EMAIL, SMS, SMS_HTTP, PAGER, PUSH -> true;
    };
  }

  public Shape shape() {
    return shape;
  }

  /** Most characters. */
  public int longest() {
    return longest;
  }

  /** What can be chosen; none where anything can be typed. */
  public List<String> choices() {
    return choices;
  }

  /** What it is unless somebody says otherwise. */
  public String usual(ChannelKind kind) {
    return switch (this) {
      case PORT ->
          switch (kind) {
            case EMAIL -> "587";
            case PAGER -> "444";
            case SMS, SMS_HTTP, PAGERDUTY, PUSH -> "2775";
          };
      case URL ->
          switch (kind) {
            case PAGERDUTY -> "https://events.pagerduty.com/v2/enqueue";
            case PUSH -> "https://ntfy.sh/";
            case EMAIL, SMS, SMS_HTTP, PAGER -> "";
          };
      case TEMPLATE -> "{\"to\": \"{to}\", \"text\": \"{text}\"}";
      default -> usual;
    };
  }

  /** As keys of texts and the database name it: {@code system-type}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
