package eu.rempart.alert.channel.peer;

import eu.rempart.alert.channel.ChannelKind;
import eu.rempart.alert.channel.wire.Endpoint;
import eu.rempart.alert.channel.wire.HttpPost;
import eu.rempart.alert.channel.wire.WebAddress;
import eu.rempart.common.EmailAddress;
import eu.rempart.kernel.place.DataPlace;
import eu.rempart.mail.relay.MailRelay;
import eu.rempart.mail.relay.MailTls;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whom a channel speaks to. Holds passwords: none of them says anything of itself. */
public sealed interface Peer {

  /** Where it is: a password that was for one place is never sent to another. */
  String place();

  /** The machine that it is, and in which country. */
  DataPlace machine();

  /**
   * What settings say.
   *
   * @throws WrongSettingException if nothing can be sent to such a peer
   */
  static Peer of(ChannelKind kind, Map<Setting, String> said, @Nullable String secret) {
    Values values = new Values(kind, said, secret);
    return switch (kind) {
      case SMS -> Smsc.of(values);
      case SMS_HTTP -> Gateway.of(values);
      case PAGER -> Paging.of(values);
      case PAGERDUTY -> new PagerDuty(values.address());
      case PUSH -> Ntfy.of(values);
      case EMAIL -> Mail.of(values);
    };
  }

  /**
   * A provider's SMSC, by SMPP 3.4.
   *
   * @param systemId 1 to 15 characters
   * @param sender a number or a word that phones show; empty if the provider puts one
   * @param unicodeOnly whether the provider's own alphabet is not to be used
   * @param payload whether long texts go whole, as {@code message_payload}
   * @param password at most 8 characters
   */
  record Smsc(
      Endpoint endpoint,
      String systemId,
      String systemType,
      String sender,
      boolean unicodeOnly,
      boolean payload,
      String password)
      implements Peer {

    private static final int LONGEST_PASSWORD = 8;

    private static Smsc of(Values values) {
      String password = values.secret(LONGEST_PASSWORD);
      String sender = values.plain(Setting.SENDER);
      if (!sender.matches("\\+?[0-9]{1,15}|[A-Za-z0-9 .&_-]{1,11}|")) {
        throw new WrongSettingException(Setting.SENDER, null);
      }
      return new Smsc(
          values.endpoint(),
          values.present(Setting.USER),
          values.plain(Setting.SYSTEM_TYPE),
          sender,
          values.text(Setting.ALPHABET).equals("ucs2"),
          values.text(Setting.LONG_TEXTS).equals("payload"),
          password == null ? "" : password);
    }

    @Override
    public String place() {
      return endpoint.hostAndPort() + " " + endpoint.protection();
    }

    @Override
    public DataPlace machine() {
      return endpoint.place();
    }

    @Override
    public String toString() {
      return "Smsc[" + place() + "]";
    }
  }

  /**
   * A provider that is called over HTTP.
   *
   * @param header what the token stands in; empty if it stands in the body alone
   * @param token the whole of that header, or what fills its place in the body
   * @param answerFrom where the number stands in an answer that it brings
   * @param answerText where the text stands
   * @param answerId where the id stands that the provider gave it; null if it gives none
   */
  record Gateway(
      WebAddress address,
      BodyTemplate template,
      String header,
      @Nullable String token,
      String answerFrom,
      String answerText,
      @Nullable String answerId)
      implements Peer {

    private static final int LONGEST_TOKEN = 500;

    private static Gateway of(Values values) {
      String token = values.secret(LONGEST_TOKEN);
      String header = values.text(Setting.HEADER);
      boolean named = HttpPost.isHeader(header, "x") && !BodyTemplate.isTaken(header);
      if (!named && !header.isEmpty()) {
        throw new WrongSettingException(Setting.HEADER, null);
      }
      if (token != null && named && !HttpPost.isHeader(header, token)) {
        throw new WrongSettingException(null, null);
      }
      return new Gateway(
          values.address(),
          template(values),
          header,
          token,
          field(values, Setting.ANSWER_FROM),
          field(values, Setting.ANSWER_TEXT),
          values.text(Setting.ANSWER_ID).isEmpty() ? null : field(values, Setting.ANSWER_ID));
    }

    private static String field(Values values, Setting setting) {
      String name = values.present(setting);
      if (!name.matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*")) {
        throw new WrongSettingException(setting, null);
      }
      return name;
    }

    private static BodyTemplate template(Values values) {
      try {
        return BodyTemplate.of(values.text(Setting.FORMAT), values.text(Setting.TEMPLATE));
      } catch (IllegalArgumentException e) {
        throw new WrongSettingException(Setting.TEMPLATE, e);
      }
    }

    @Override
    public String place() {
      return address.endpoint().hostAndPort() + " " + address.endpoint().protection();
    }

    @Override
    public DataPlace machine() {
      return address.endpoint().place();
    }

    @Override
    public String toString() {
      return "Gateway[" + place() + "]";
    }
  }

  /**
   * A paging terminal, by SNPP (RFC 1861).
   *
   * @param login empty where nobody signs in
   */
  record Paging(Endpoint endpoint, String login, String password) implements Peer {

    private static final int LONGEST_PASSWORD = 100;

    private static Paging of(Values values) {
      String login = values.plain(Setting.USER);
      if (login.contains(" ")) {
        throw new WrongSettingException(Setting.USER, null);
      }
      String password = values.secret(LONGEST_PASSWORD);
      if (password != null && (login.isEmpty() || password.contains(" "))) {
        throw new WrongSettingException(null, null);
      }
      return new Paging(values.endpoint(), login, password == null ? "" : password);
    }

    @Override
    public String place() {
      return endpoint.hostAndPort() + " " + endpoint.protection();
    }

    @Override
    public DataPlace machine() {
      return endpoint.place();
    }

    @Override
    public String toString() {
      return "Paging[" + place() + "]";
    }
  }

  /** PagerDuty's Events API v2, or who speaks like it. */
  record PagerDuty(WebAddress address) implements Peer {

    @Override
    public String place() {
      return address.endpoint().hostAndPort();
    }

    @Override
    public DataPlace machine() {
      return address.endpoint().place();
    }
  }

  /** A server of ntfy. */
  record Ntfy(WebAddress address, @Nullable String token) implements Peer {

    private static final int LONGEST_TOKEN = 200;

    private static Ntfy of(Values values) {
      String token = values.secret(LONGEST_TOKEN);
      if (token != null && !HttpPost.isHeader("Authorization", token)) {
        throw new WrongSettingException(null, null);
      }
      return new Ntfy(values.address(), token);
    }

    @Override
    public String place() {
      return address.endpoint().hostAndPort() + " " + address.endpoint().protection();
    }

    @Override
    public DataPlace machine() {
      return address.endpoint().place();
    }

    @Override
    public String toString() {
      return "Ntfy[" + place() + "]";
    }
  }

  /** The server that takes outgoing mail, by SMTP (RFC 5321). */
  record Mail(MailRelay relay) implements Peer {

    private static final int LONGEST_PASSWORD = 500;

    private static Mail of(Values values) {
      MailTls tls =
          switch (values.text(Setting.MAIL_PROTECTION)) {
            case "tls" -> MailTls.TLS;
            case "none" -> MailTls.NONE;
            default -> MailTls.STARTTLS;
          };
      Endpoint endpoint = values.endpoint();
      if (tls == MailTls.NONE && !endpoint.isOnThisMachine()) {
        throw new WrongSettingException(Setting.MAIL_PROTECTION, null);
      }
      String user = values.plain(Setting.MAIL_USER);
      String password = values.secret(LONGEST_PASSWORD);
      if (password != null && (user.isEmpty() || tls == MailTls.NONE)) {
        throw new WrongSettingException(null, null);
      }
      if (user.isEmpty() != (password == null)) {
        throw new WrongSettingException(Setting.MAIL_USER, null);
      }
      String from = values.present(Setting.MAIL_FROM);
      if (EmailAddress.parse(from).isEmpty()) {
        throw new WrongSettingException(Setting.MAIL_FROM, null);
      }
      return new Mail(
          new MailRelay(
              endpoint.place(),
              endpoint.port(),
              tls,
              user.isEmpty() ? null : user,
              password,
              from));
    }

    @Override
    public String place() {
      return relay.host() + ":" + relay.port() + " " + relay.tls();
    }

    @Override
    public DataPlace machine() {
      return relay.place();
    }

    @Override
    public String toString() {
      return "Mail[" + place() + "]";
    }
  }
}
