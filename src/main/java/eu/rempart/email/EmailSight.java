package eu.rempart.email;

import eu.rempart.account.Rights;
import eu.rempart.db.sealed.Opened;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What of e-mails whoever acts on this thread is shown. Who is not shown the addresses of contacts
 * or companies reads mails without any, and without markup, in which an address hides in too many
 * ways (decision record 0125).
 */
@Component
class EmailSight {

  /**
   * What can stand in an address, unless it is quoted (RFC 5322, atext): signs such as {@code '},
   * {@code =} and {@code /} too, as addresses have them to which mails come back. It is taken as
   * far as it goes, so that no part of an address is left beside another one.
   */
  private static final Pattern WORD = Pattern.compile("[^\\s<>\"()\\[\\],;:\\\\]++");

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
        name.isBlank() ? EmailContent.UNSEEN : name,
        content.to().stream().map(_ -> EmailContent.UNSEEN).toList(),
        content.copies().stream().map(_ -> EmailContent.UNSEEN).toList(),
        withoutAddresses(content.subject()),
        withoutAddresses(content.text()),
        null,
        content.messageId(),
        content.answers(),
        content.reply() == null ? null : withoutAddresses(content.reply()),
        content.attachments());
  }

  /** Whether a word is an e-mail address, or looks like one. */
  private static boolean isAddress(String word) {
    return word.indexOf('@', 1) > 0;
  }

  /** The e-mail addresses in a text, and what looks like one; each on a line of its own. */
  static String addresses(String text) {
    return text.indexOf('@') < 0
        ? ""
        : WORD.matcher(text)
            .results()
            .map(MatchResult::group)
            .filter(EmailSight::isAddress)
            .collect(Collectors.joining("\n"));
  }

  /** A text with a mark in the place of each e-mail address in it. */
  static String withoutAddresses(String text) {
    return text.indexOf('@') < 0
        ? text
        : WORD.matcher(text)
            .replaceAll(
                word ->
                    isAddress(word.group())
                        ? EmailContent.UNSEEN
                        : Matcher.quoteReplacement(word.group()));
  }
}
