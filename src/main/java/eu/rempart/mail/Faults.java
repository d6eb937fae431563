package eu.rempart.mail;

import eu.rempart.kernel.place.PlaceNotAllowedException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Reads out of an exception of the mail library what went wrong. */
final class Faults {

  /** A reply stands at the begin of the message of whatever the library throws (RFC 5321, 4.2). */
  private static final Pattern REPLY = Pattern.compile("([245])[0-9]{2}(?=[ -]|$)");

  /** Most characters that are kept of what a server said. */
  static final int MOST = 1_000;

  private Faults() {}

  /** A server's reply where there is one, else all that the exceptions say, outermost first. */
  static String said(Throwable thrown) {
    Set<String> words = new LinkedHashSet<>();
    for (Throwable one = thrown; one != null; one = next(one)) {
      String said = String.valueOf(one.getMessage()).replaceAll("\\s+", " ").strip();
      if (REPLY.matcher(said).lookingAt()) {
        return cut(said);
      }
      if (one.getMessage() != null && words.stream().noneMatch(known -> known.contains(said))) {
        words.add(said);
      }
    }
    return cut(String.join(": ", words));
  }

  private static String cut(String words) {
    return words.length() <= MOST ? words : words.substring(0, MOST - 1) + "…";
  }

  static MailRefusedException of(MessagingException thrown) {
    var reply = reply(thrown);
    return new MailRefusedException(fault(thrown, reply), reply, thrown);
  }

  private static MailFault fault(MessagingException thrown, @Nullable Integer reply) {
    if (thrown instanceof AuthenticationFailedException) {
      return MailFault.CREDENTIALS;
    }
    if (thrown instanceof AddressException) {
      return MailFault.NO_RECIPIENT;
    }
    if (reply != null) {
      return reply >= 500 ? MailFault.REFUSED : MailFault.LATER;
    }
    if (thrown instanceof SendFailedException) {
      return MailFault.REFUSED;
    }
    if (caused(thrown, PlaceNotAllowedException.class).isPresent()) {
      return MailFault.PLACE;
    }
    if (caused(thrown, SSLException.class).isPresent() || isAboutStartTls(thrown)) {
      return MailFault.TLS;
    }
    return MailFault.UNREACHABLE;
  }

  /** The library has no type for this. */
  private static boolean isAboutStartTls(MessagingException thrown) {
    return caused(thrown, IOException.class).isEmpty()
        && String.valueOf(thrown.getMessage()).contains("STARTTLS");
  }

  private static @Nullable Integer reply(MessagingException thrown) {
    for (Throwable one = thrown; one != null; one = next(one)) {
      var found = REPLY.matcher(String.valueOf(one.getMessage()));
      if (found.lookingAt()) {
        return Integer.valueOf(found.group());
      }
    }
    return null;
  }

  static boolean timedOut(Throwable thrown) {
    return caused(thrown, SocketTimeoutException.class).isPresent();
  }

  private static <T> Optional<T> caused(Throwable thrown, Class<T> type) {
    for (Throwable one = thrown; one != null; one = next(one)) {
      if (type.isInstance(one)) {
        return Optional.of(type.cast(one));
      }
    }
    return Optional.empty();
  }

  private static @Nullable Throwable next(Throwable thrown) {
    return thrown instanceof MessagingException chained && chained.getNextException() != null
        ? chained.getNextException()
        : thrown.getCause();
  }
}
