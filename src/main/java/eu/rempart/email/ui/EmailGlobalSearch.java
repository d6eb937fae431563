package eu.rempart.email.ui;

import static eu.rempart.shell.text.Texts.t;

import eu.rempart.account.CurrentMember;
import eu.rempart.account.Right;
import eu.rempart.db.sealed.Opened;
import eu.rempart.email.Email;
import eu.rempart.email.EmailContent;
import eu.rempart.email.EmailService;
import eu.rempart.email.Sender;
import eu.rempart.shell.GlobalSearch;
import eu.rempart.shell.text.Formats;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** E-mails in the search box of every page, by subject, words and addresses. */
@Component
@Order(45)
class EmailGlobalSearch implements GlobalSearch {

  private final EmailService emails;
  private final CurrentMember member;

  EmailGlobalSearch(EmailService emails, CurrentMember member) {
    this.emails = emails;
    this.member = member;
  }

  @Override
  public List<Group> find(String query, int limit) {
    if (!member.may(Right.READ_RECORDS)) {
      return List.of();
    }
    List<Hit> hits = emails.search(query, limit).stream().map(EmailGlobalSearch::hit).toList();
    return hits.isEmpty() ? List.of() : List.of(new Group("email.found.title", hits, ""));
  }

  private static Hit hit(Email email) {
    String when = Formats.dateTime(email.at());
    return switch (email.content()) {
      case Opened.Clear<EmailContent>(var content) when content != null ->
          new Hit(
              content.subject().isBlank() ? t("email.nosubject") : content.subject(),
              Sender.of(content.sender()).shown() + " · " + when,
              EmailNavigation.details(email.id()),
              "");
      case Opened.Clear<EmailContent> _ ->
          new Hit(t("email.nosubject"), when, EmailNavigation.details(email.id()), "");
      case Opened.Unopenable<EmailContent>(var code) ->
          new Hit(t("shell.sealed", code), when, EmailNavigation.details(email.id()), "");
    };
  }
}
