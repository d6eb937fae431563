package eu.rempart.email.mailbox;

/**
 * How a mailbox is reached.
 *
 * @param host a name, which its certificate must bear
 * @param password empty where the one that is kept stays
 * @param folder as the server calls it
 * @param address the mailbox's own, which is no customer's
 */
public record MailboxData(
    String host,
    int port,
    MailboxTls tls,
    String username,
    String password,
    String folder,
    String address) {

  /** The same with another password. */
  MailboxData withPassword(String other) {
    return new MailboxData(host, port, tls, username, other, folder, address);
  }

  /** Says nothing: there is a password in it. */
  @Override
  public String toString() {
    return "MailboxData[hidden]";
  }
}
