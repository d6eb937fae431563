package eu.rempart.email.mailbox;

import eu.rempart.email.imap.ImapConnection;
import eu.rempart.email.imap.ImapFault;
import eu.rempart.kernel.place.Outgoing;
import eu.rempart.mail.Trust;
import jakarta.mail.Authenticator;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import javax.net.ssl.SSLSocketFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Connects to mailboxes over IMAP, encrypted and with the server's name checked, to addresses that
 * members may name, within bounds of size and time. Reads alone: what is unread there stays so.
 * Thread safe.
 */
@Component
@EnableConfigurationProperties(MailboxSettings.class)
class MailboxClient {

  private static final int MOST_FOLDERS = 500;

  /** Somebody sits before the screen while a mailbox is tried. */
  private static final Duration TRY = Duration.ofMinutes(1);

  private final MailboxSettings settings;
  private final Predicate<InetAddress> addresses;
  private final Outgoing outgoing;

  MailboxClient(MailboxSettings settings, Outgoing outgoing) {
    this.settings = settings;
    this.outgoing = outgoing;
    this.addresses = settings.addresses();
  }

  /** What is done with an open folder. */
  interface Work {
    void with(Folder folder, ImapConnection connection) throws MessagingException;
  }

  /** Opens the folder, does the work, and closes the connection. */
  void open(MailboxData data, Work work) throws MailboxRefusedException {
    try (ImapConnection connection = connection(data, settings.longest())) {
      visit(data, connection, work);
    }
  }

  /** The folders that the mailbox has, once it and its folder open. */
  List<String> folders(MailboxData data) throws MailboxRefusedException {
    Duration longest = settings.longest();
    List<String> names = new ArrayList<>();
    try (ImapConnection connection = connection(data, longest.compareTo(TRY) < 0 ? longest : TRY)) {
      visit(
          data,
          connection,
          (folder, _) ->
              Arrays.stream(folder.getStore().getDefaultFolder().list("*"))
                  .map(Folder::getFullName)
                  .sorted(String.CASE_INSENSITIVE_ORDER)
                  .limit(MOST_FOLDERS)
                  .forEach(names::add));
    }
    return names;
  }

  private ImapConnection connection(MailboxData data, Duration longest) {
    Path trust = settings.trust();
    return new ImapConnection(
        data.host(),
        trust == null ? (SSLSocketFactory) SSLSocketFactory.getDefault() : Trust.in(trust),
        data.tls() == MailboxTls.TLS,
        addresses,
        outgoing,
        longest);
  }

  private void visit(MailboxData data, ImapConnection connection, Work work)
      throws MailboxRefusedException {
    try (Store store = connect(data, connection)) {
      try (Folder folder = folder(store, data)) {
        work.with(folder, connection);
      }
    } catch (MessagingException
        | IndexOutOfBoundsException
        | NegativeArraySizeException
        | NullPointerException
        | ClassCastException
        | NumberFormatException e) {
      throw refused(connection, e); // the library's words for an answer that is none
    } catch (StackOverflowError e) {
      throw new MailboxRefusedException(MailboxFault.TOO_MUCH, e); // nested without end
    } catch (RuntimeException e) {
      if (connection.fault() == null) {
        throw e;
      }
      throw refused(connection, e);
    }
  }

  private static MailboxRefusedException refused(ImapConnection connection, Exception e) {
    ImapFault fault = connection.fault();
    if (fault != null) {
      return new MailboxRefusedException(MailboxFault.valueOf(fault.name()), e);
    }
    return e instanceof MessagingException thrown
        ? new MailboxRefusedException(thrown)
        : new MailboxRefusedException(MailboxFault.NOT_IMAP, e);
  }

  private static Folder folder(Store store, MailboxData data) throws MessagingException {
    Folder folder = store.getFolder(data.folder());
    if (!folder.exists()) {
      throw new FolderNotFoundException(folder, data.folder() + " not found");
    }
    folder.open(Folder.READ_ONLY);
    return folder;
  }

  private Store connect(MailboxData data, ImapConnection connection) throws MessagingException {
    Store store =
        Session.getInstance(properties(data, connection), (Authenticator) null).getStore("imap");
    store.connect(data.host(), data.port(), data.username(), data.password());
    return store;
  }

  /** Encryption is the connection's, so the library believes to speak in clear. */
  private Properties properties(MailboxData data, ImapConnection connection) {
    Properties all = new Properties();
    String of = "mail.imap.";
    String millis = Long.toString(settings.patience().toMillis());
    all.put(of + "connectiontimeout", millis);
    all.put(of + "timeout", millis);
    String starttls = Boolean.toString(data.tls() == MailboxTls.STARTTLS);
    all.put(of + "starttls.enable", starttls);
    all.put(of + "starttls.required", starttls);
    all.put(of + "peek", "true");
    all.put(of + "fetchsize", Integer.toString(1 << 20));
    // servers say other sizes of parts than they send: a text would be cut, or missing
    all.put(of + "ignorebodystructuresize", "true");
    all.put("mail.mime.address.strict", "false");
    all.put(of + "socketFactory", connection.sockets());
    all.put(of + "socketFactory.fallback", "false");
    all.put(of + "ssl.socketFactory", connection.upgrade());
    // one connection, which the folder takes over
    all.put(of + "connectionpoolsize", "1");
    return all;
  }
}
