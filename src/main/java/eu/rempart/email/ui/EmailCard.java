package eu.rempart.email.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import eu.rempart.db.sealed.Opened;
import eu.rempart.document.DocumentId;
import eu.rempart.document.ui.DocumentNavigation;
import eu.rempart.email.Attachment;
import eu.rempart.email.Direction;
import eu.rempart.email.Email;
import eu.rempart.email.EmailContent;
import eu.rempart.email.EmailState;
import eu.rempart.email.Sender;
import eu.rempart.email.attach.Enclosures;
import eu.rempart.richtext.RichText;
import eu.rempart.richtext.RichTextTooLongException;
import eu.rempart.shell.part.Avatar;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.RelativeTime;
import eu.rempart.shell.part.SealedMark;
import eu.rempart.shell.rich.RichTextView;
import java.util.Collections;
import java.util.Objects;

/** One e-mail: from whom to whom, how it fared, what it says. */
@StyleSheet("styles/emails.css")
final class EmailCard extends Composite<Article> {

  private static final long serialVersionUID = 1L;
  private static final int BEGINNING = 200;

  private final transient Email email;
  private final transient EmailDesk desk;
  private final boolean mayWrite;
  private final transient Runnable changed;

  /**
   * @param mayWrite whether it may be answered, sent again and archived
   * @param changed called when the timeline is to be read anew
   */
  EmailCard(Email email, EmailDesk desk, boolean mayWrite, Runnable changed) {
    this.email = email;
    this.desk = desk;
    this.mayWrite = mayWrite;
    this.changed = changed;
    getContent().addClassName("email-card");
    getContent().setClassName("email-trouble", email.state().isTrouble());
    switch (email.content()) {
      case Opened.Clear<EmailContent>(var content) when content != null -> show(content);
      case Opened.Clear<EmailContent> _ -> getContent().add(new Span());
      case Opened.Unopenable<EmailContent>(var code) -> getContent().add(new SealedMark(code));
    }
  }

  private void show(EmailContent content) {
    String sender = Sender.of(content.sender()).shown();
    boolean unseen = sender.equals(EmailContent.UNSEEN);
    String from = unseen ? t("email.unseen.sender") : sender;
    getContent().getElement().setAttribute("aria-label", t("email.by", from));
    var head =
        new Div(
            new Avatar(unseen ? "" : from, Avatar.Shape.PERSON),
            words(content, from),
            actions(content));
    head.addClassName("email-head");
    var subject =
        new Paragraph(content.subject().isBlank() ? t("email.nosubject") : content.subject());
    subject.addClassName("email-subject");
    getContent().add(head, subject);
    reply(content);
    body(content);
    attachments(content);
  }

  private Div words(EmailContent content, String from) {
    var sender = new Span(from);
    sender.addClassName("email-sender");
    var people = new Span(people(content));
    people.addClassName("email-people");
    var state = new Span(t("email.state." + email.state().name()));
    state.addClassNames("badge", "email-state");
    var words = new Div(sender, people, new RelativeTime(email.at()), state);
    words.addClassName("email-words");
    return words;
  }

  /** In words where addresses are not shown: a row of marks says nothing. */
  private static String people(EmailContent content) {
    int unseen =
        Collections.frequency(content.to(), EmailContent.UNSEEN)
            + Collections.frequency(content.copies(), EmailContent.UNSEEN);
    if (unseen > 0) {
      return t("email.unseen.to", unseen);
    }
    String to = String.join(", ", content.to());
    return content.copies().isEmpty()
        ? t("email.to", to)
        : t("email.to.copies", to, String.join(", ", content.copies()));
  }

  /** What a mail server said, word for word. */
  private void reply(EmailContent content) {
    if (content.reply() != null) {
      boolean gone = content.reply().equals(Enclosures.GONE);
      var why =
          new Span(
              gone
                  ? ""
                  : email.state() == EmailState.WAITING
                      ? t("email.waiting")
                      : t("email.server.said"));
      var said = new Span(gone ? t("email.attachment.gone") : content.reply());
      said.addClassName("email-said");
      var line = new Div(Glyph.ALERT.create(), why, said);
      line.addClassName("email-reply");
      getContent().add(line);
    }
  }

  /** The beginning, and all of it on demand: markup of strangers is cleaned when it is shown. */
  private void body(EmailContent content) {
    String plain = content.text().strip();
    var place = new Div();
    place.addClassName("email-body");
    getContent().add(place);
    boolean whole = plain.length() <= BEGINNING && !email.marked();
    String line = plain.replaceAll("\\s+", " ");
    var beginning = new Paragraph(whole ? plain : beginning(line));
    beginning.addClassName("email-plain");
    place.add(beginning);
    if (!whole) {
      var more = new Button(t("email.all"));
      more.addThemeVariants(ButtonVariant.TERTIARY);
      more.getElement().setAttribute("aria-expanded", "false");
      more.addClickListener(
          _ -> {
            boolean open = "true".equals(more.getElement().getAttribute("aria-expanded"));
            more.getElement().setAttribute("aria-expanded", String.valueOf(!open));
            more.setText(open ? t("email.all") : t("email.less"));
            place.replace(place.getComponentAt(0), open ? beginning : full(content));
          });
      place.add(more);
    }
  }

  private static String beginning(String line) {
    return line.length() <= BEGINNING
        ? line
        : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, BEGINNING))) + "…";
  }

  /** Markup is read only now, and kept no longer than it is shown: it may weigh a megabyte. */
  private Component full(EmailContent content) {
    Opened<EmailContent> now =
        email.marked()
            ? desk.whole(email.id()).map(Email::content).orElse(email.content())
            : email.content();
    return switch (now) {
      case Opened.Clear<EmailContent>(var whole) ->
          text(Objects.requireNonNullElse(whole, content));
      case Opened.Unopenable<EmailContent>(var code) -> new SealedMark(code);
    };
  }

  private static Component text(EmailContent content) {
    String html = content.html();
    if (html != null && html.length() <= EmailContent.MAX_HTML) {
      try {
        RichText clean = RichText.cleanWithPictures(html);
        if (!clean.isBlank() || clean.hasPictures()) {
          return RichTextView.withPictures(clean);
        }
      } catch (RichTextTooLongException _) {
        // cleaned, it may be longer than it came: its text says the same
      }
    }
    var plain = new Div(content.text());
    plain.addClassName("email-plain");
    return plain;
  }

  private void attachments(EmailContent content) {
    if (content.attachments().isEmpty()) {
      return;
    }
    var row = new Div();
    row.addClassName("email-attachments");
    for (Attachment each : content.attachments()) {
      if (each.document() != null) {
        row.add(
            new Anchor(DocumentNavigation.details(new DocumentId(each.document())), each.name()));
      } else if (each.why() != null) {
        row.add(new Span(t("email.attachment." + each.why().name(), each.name())));
      }
    }
    getContent().add(row);
  }

  private Div actions(EmailContent content) {
    var actions = new Div();
    actions.addClassName("email-actions");
    if (mayWrite) {
      if (email.state().isTrouble()) {
        send(actions, Glyph.UNDO, t("email.again"), () -> desk.again(email.id(), changed));
      }
      if (email.direction() == Direction.IN && desk.mayAnswer()) {
        send(actions, Glyph.MAIL, t("email.answer"), () -> answer(content));
      }
      if (desk.mayArchive(email.about())) {
        actions.add(
            action(Glyph.ARCHIVE, t("email.archive"), () -> desk.archive(email.id(), changed)));
      }
    }
    return actions;
  }

  /** A drawing has no room for a reason: it is shown over it, and part of its name. */
  private void send(Div actions, Glyph glyph, String label, Runnable run) {
    Button button = action(glyph, label, run);
    if (desk.sayWhetherItSends(button).isPresent()) {
      String why = t("email.noserver");
      button.setTooltipText(why);
      button.setAriaLabel(label + ": " + why);
    }
    actions.add(button);
  }

  private void answer(EmailContent content) {
    var place = new Div();
    ComposeForm form = desk.answering(email, content, changed, () -> getContent().remove(place));
    place.add(form);
    getContent().add(place);
    form.focus();
  }

  private static Button action(Glyph glyph, String label, Runnable run) {
    var button = new Button(glyph.create(), _ -> run.run());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.setAriaLabel(label);
    button.setTooltipText(label);
    return button;
  }
}
