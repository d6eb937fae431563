package eu.rempart.email.mailbox;

import java.util.List;

/** What came of trying a mailbox. */
public sealed interface Checked {

  /**
   * It opens.
   *
   * @param folders all that it has, as the server calls them
   */
  record Opens(List<String> folders) implements Checked {

    public Opens {
      folders = List.copyOf(folders);
    }
  }

  /**
   * It does not.
   *
   * @param said what the server said, word for word; may be empty
   */
  record Refused(MailboxFault fault, String said) implements Checked {

    /** Says nothing of the words. */
    @Override
    public String toString() {
      return "Refused[" + fault + "]";
    }
  }
}
