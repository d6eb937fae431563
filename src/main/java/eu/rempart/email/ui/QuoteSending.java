package eu.rempart.email.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.QueryParameters;
import eu.rempart.db.sealed.Opened;
import eu.rempart.email.Email;
import eu.rempart.email.EmailContent;
import eu.rempart.email.quoted.QuoteRecords;
import eu.rempart.history.RecordRef;
import eu.rempart.quote.QuoteId;
import eu.rempart.quote.ui.QuoteNavigation;
import eu.rempart.shell.RelatedPanel;
import eu.rempart.shell.part.Card;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.SealedMark;
import eu.rempart.shell.text.Formats;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;

/** When a quote was sent by e-mail and to whom, and the way to send it; on the quote's page. */
@org.springframework.stereotype.Component
@Order(-50)
final class QuoteSending implements RelatedPanel {

  /** So many of its last mails are looked at. */
  private static final int SHOWN = 10;

  private final EmailDesk desk;

  QuoteSending(EmailDesk desk) {
    this.desk = desk;
  }

  @Override
  public String kind() {
    return QuoteRecords.KIND;
  }

  @Override
  public Component show(UUID id) {
    RecordRef quote = new RecordRef(kind(), id);
    List<Email> sent = desk.sent(quote, SHOWN);
    boolean sends = desk.maySendQuote(quote);
    var card = new SentCard(sent);
    if (sends) {
      var send = new Button(t("email.quote.send"), Glyph.MAIL.create(), _ -> compose(quote));
      if (sent.isEmpty()) {
        send.addThemeVariants(ButtonVariant.PRIMARY);
      }
      card.offer(send);
      desk.sayWhetherItSends(send).ifPresent(card::offer);
    }
    card.setVisible(sends || !sent.isEmpty());
    return card;
  }

  private void compose(RecordRef quote) {
    var dialog = new Dialog();
    dialog.setHeaderTitle(t("email.quote.send"));
    dialog.addClassName("email-dialog");
    desk.composing(
            quote,
            () -> {
              dialog.close();
              // there the mail is on its way
              UI.getCurrent()
                  .navigate(
                      QuoteNavigation.details(new QuoteId(quote.id())),
                      QueryParameters.of("tab", "timeline"));
            },
            dialog::close)
        .ifPresent(
            form -> {
              dialog.add(form);
              dialog.open();
              form.focus();
            });
  }

  /** The mails of a quote, line by line. */
  @StyleSheet("styles/emails.css")
  static final class SentCard extends Composite<Div> {

    private static final long serialVersionUID = 1L;

    private final Card card = new Card(t("email.quote.title"));

    SentCard(List<Email> sent) {
      card.addClassName("email-quote");
      getContent().add(card);
      if (sent.isEmpty()) {
        card.add(new Paragraph(t("email.quote.none")));
        return;
      }
      var list = new UnorderedList();
      list.addClassName("email-quote-sent");
      sent.forEach(email -> list.add(new ListItem(line(email))));
      card.add(list);
    }

    void offer(Component send) {
      card.add(send);
    }

    /** In words where addresses are not shown, as on the mail itself. */
    private static String to(EmailContent content) {
      int unseen = Collections.frequency(content.to(), EmailContent.UNSEEN);
      return unseen > 0
          ? t("email.unseen.to", unseen)
          : t("email.to", String.join(", ", content.to()));
    }

    private static Div line(Email email) {
      var state = new Span(t("email.state." + email.state().name()));
      state.addClassNames("badge", "email-state");
      var when = new Span(Formats.dateTime(email.at()));
      var line = new Div(state, when);
      line.addClassName("email-words");
      switch (email.content()) {
        case Opened.Clear<EmailContent>(var content) when content != null -> {
          var people = new Span(to(content));
          people.addClassName("email-people");
          line.add(people);
        }
        case Opened.Clear<EmailContent> _ -> {
          // nothing is known of whom it went to
        }
        case Opened.Unopenable<EmailContent>(var code) -> line.add(new SealedMark(code));
      }
      return line;
    }
  }
}
