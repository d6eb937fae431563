package eu.rempart.email.mailbox;

import eu.rempart.mail.Trust;
import jakarta.mail.Authenticator;
import jakarta.mail.Folder;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Connects to mailboxes over IMAP, encrypted and with the server's name checked. Reads alone: what
 * is unread there stays so. Thread safe.
 */
@Component
@EnableConfigurationProperties(MailboxSettings.class)
class MailboxClient {

  private static final int MOST_FOLDERS = 500;

  private final MailboxSettings settings;

  MailboxClient(MailboxSettings settings) {
    this.settings = settings;
  }

  /** What is done with an open folder. */
  interface Work {
    void with(Folder folder) throws MessagingException;
  }

  /** Opens the folder, does the work, and closes the connection. */
  void open(MailboxData data, Work work) throws MailboxRefusedException {
    try (Store store = connect(data)) {
      try (Folder folder = folder(store, data)) {
        work.with(folder);
      }
    } catch (MessagingException e) {
      throw new MailboxRefusedException(e);
    }
  }

  /** The folders that the mailbox has, once it and its folder open. */
  List<String> folders(MailboxData data) throws MailboxRefusedException {
    try (Store store = connect(data)) {
      try (Folder folder = folder(store, data)) {
        return Arrays.stream(folder.getStore().getDefaultFolder().list("*"))
            .map(Folder::getFullName)
            .sorted(String.CASE_INSENSITIVE_ORDER)
            .limit(MOST_FOLDERS)
            .toList();
      }
    } catch (MessagingException e) {
      throw new MailboxRefusedException(e);
    }
  }

  private static Folder folder(Store store, MailboxData data) throws MessagingException {
    Folder folder = store.getFolder(data.folder());
    if (!folder.exists()) {
      throw new FolderNotFoundException(folder, data.folder() + " not found");
    }
    folder.open(Folder.READ_ONLY);
    return folder;
  }

  private Store connect(MailboxData data) throws MessagingException {
    String protocol = data.tls() == MailboxTls.TLS ? "imaps" : "imap";
    Store store =
        Session.getInstance(properties(protocol, data), (Authenticator) null).getStore(protocol);
    store.connect(data.host(), data.port(), data.username(), data.password());
    return store;
  }

  private Properties properties(String protocol, MailboxData data) {
    Properties all = new Properties();
    String of = "mail." + protocol + ".";
    String millis = Long.toString(settings.patience().toMillis());
    all.put(of + "connectiontimeout", millis);
    all.put(of + "timeout", millis);
    all.put(of + "writetimeout", millis);
    String starttls = Boolean.toString(data.tls() == MailboxTls.STARTTLS);
    all.put(of + "starttls.enable", starttls);
    all.put(of + "starttls.required", starttls);
    all.put(of + "ssl.checkserveridentity", "true");
    all.put(of + "ssl.protocols", "TLSv1.3 TLSv1.2");
    all.put(of + "peek", "true");
    all.put(of + "fetchsize", Integer.toString(1 << 20));
    // servers say other sizes of parts than they send: a text would be cut, or missing
    all.put(of + "ignorebodystructuresize", "true");
    all.put("mail.mime.address.strict", "false");
    Path trust = settings.trust();
    if (trust != null) {
      all.put(of + "ssl.socketFactory", Trust.in(trust));
      all.put(of + "ssl.socketFactory.fallback", "false");
    }
    return all;
  }
}
