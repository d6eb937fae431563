package eu.rempart.email;

import eu.rempart.account.Rights;
import eu.rempart.db.sealed.Opened;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * What of e-mails whoever acts on this thread is shown. Who is not shown the addresses of contacts
 * or companies reads mails without any, and without markup, in which an address hides in too many
 * ways (decision record 0125).
 */
@Component
class EmailSight {

  /** What stands where something is not shown. */
  private static final String UNSEEN = "…";

  /** What can stand around an address, but not in it. */
  private static final Pattern WORD = Pattern.compile("[^\\s<>\"'()\\[\\]{},;:/\\\\|=?&]++");

  private final Rights rights;

  EmailSight(Rights rights) {
    this.rights = rights;
  }

  /** Whether addresses are shown. */
  boolean showsAddresses() {
    return !rights.hidden(EmailSearch.KIND).contains("sender");
  }

  /** As whoever acts on this thread may see it. */
  Email seen(Email email) {
    if (showsAddresses()) {
      return email;
    }
    Opened<EmailContent> content =
        email.content() instanceof Opened.Clear<EmailContent>(var clear) && clear != null
            ? new Opened.Clear<>(without(clear))
            : email.content();
    return new Email(
        email.id(),
        email.version(),
        email.mailId(),
        email.about(),
        email.direction(),
        email.state(),
        email.at(),
        content,
        false,
        email.created());
  }

  /** What a mail is about, as whoever acts on this thread may see it. */
  String subject(String subject) {
    return showsAddresses() ? subject : withoutAddresses(subject);
  }

  private static EmailContent without(EmailContent content) {
    String name = withoutAddresses(Sender.of(content.sender()).name());
    return new EmailContent(
        name.isBlank() ? UNSEEN : name,
        content.to().stream().map(_ -> UNSEEN).toList(),
        content.copies().stream().map(_ -> UNSEEN).toList(),
        withoutAddresses(content.subject()),
        withoutAddresses(content.text()),
        null,
        content.messageId(),
        content.answers(),
        content.reply() == null ? null : withoutAddresses(content.reply()),
        content.attachments());
  }

  /** Whether a word is an e-mail address, or looks like one. */
  static boolean isAddress(String word) {
    return word.indexOf('@') > 0;
  }

  /** A text with a mark in the place of each e-mail address in it. */
  static String withoutAddresses(String text) {
    return text.indexOf('@') < 0
        ? text
        : WORD.matcher(text)
            .replaceAll(
                word -> isAddress(word.group()) ? UNSEEN : Matcher.quoteReplacement(word.group()));
  }
}
