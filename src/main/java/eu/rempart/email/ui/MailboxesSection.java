package eu.rempart.email.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.rempart.email.mailbox.Mailbox;
import eu.rempart.email.mailbox.MailboxFault;
import eu.rempart.email.mailbox.MailboxService;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.part.Glyph;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.part.RelativeTime;
import java.util.List;

/** One's own mailboxes: how each fares, in the words of its server where it does not. */
final class MailboxesSection extends Section {

  private static final long serialVersionUID = 1L;

  private final transient MailboxService mailboxes;
  private final boolean mayWrite;
  private final UnorderedList list = new UnorderedList();
  private final Paragraph none = new Paragraph(t("mailbox.none"));
  private final Div readings = new Div();

  MailboxesSection(MailboxService mailboxes, boolean mayWrite) {
    this.mailboxes = mailboxes;
    this.mayWrite = mayWrite;
    addClassName("emails-section");
    list.addClassName("emails-rows");
    var fresh =
        new Button(
            t("mailbox.new"),
            Glyph.ADD.create(),
            _ -> new MailboxDialog(mailboxes, null, this::refresh).open());
    var look =
        new Button(
            t("mailbox.look"),
            _ -> {
              mailboxes.lookSoon();
              Notices.info(t("mailbox.looking"));
            });
    var show = new Button(t("mailbox.refresh"), _ -> refresh());
    readings.add(look, show);
    readings.addClassName("email-helpers");
    var actions = new Div(fresh, readings);
    actions.addClassName("email-helpers");
    actions.setVisible(mayWrite);
    add(new H2(t("mailbox.title")), new Paragraph(t("mailbox.sentence")), actions, none, list);
    refresh();
  }

  private void refresh() {
    list.removeAll();
    List<Mailbox> all = mailboxes.mine();
    all.forEach(mailbox -> list.add(row(mailbox)));
    none.setVisible(all.isEmpty());
    readings.setVisible(!all.isEmpty());
  }

  private ListItem row(Mailbox mailbox) {
    var name = new Span(mailbox.data().address());
    name.addClassName("emails-name");
    var place = new Span(t("mailbox.place", mailbox.data().folder(), mailbox.data().host()));
    place.addClassName("emails-soft");
    var words = new Div(name, place, state(mailbox));
    words.addClassName("emails-words");
    MailboxFault fault = mailbox.fault();
    if (fault != null) {
      var said = new Span(mailbox.said() == null ? "" : mailbox.said());
      said.addClassName("email-said");
      var line = new Div(Glyph.ALERT.create(), new Span(t("mailbox.fault." + fault.name())), said);
      line.addClassName("email-reply");
      words.add(line);
    }
    var row = new ListItem(words);
    if (mayWrite) {
      var actions =
          new Div(
              action(
                  Glyph.EDIT,
                  t("mailbox.edit", mailbox.data().address()),
                  () -> new MailboxDialog(mailboxes, mailbox, this::refresh).open()),
              action(
                  Glyph.TRASH,
                  t("mailbox.remove", mailbox.data().address()),
                  () -> remove(mailbox)));
      actions.addClassName("email-actions");
      row.add(actions);
    }
    return row;
  }

  private static Span state(Mailbox mailbox) {
    var state = new Span();
    state.addClassName("emails-soft");
    if (mailbox.checkedAt() == null) {
      state.setText(t("mailbox.never"));
    } else {
      state.add(
          new Span(t("mailbox.checked") + " "),
          new RelativeTime(mailbox.checkedAt()),
          new Span(" · " + t("mailbox.filed", mailbox.filed())));
      if (mailbox.unread() > 0) {
        state.add(new Span(" · " + t("mailbox.unread", mailbox.unread())));
      }
    }
    return state;
  }

  private void remove(Mailbox mailbox) {
    Confirmation.askDanger(
        t("mailbox.remove.title", mailbox.data().address()),
        t("mailbox.remove.sentence"),
        t("mailbox.remove.yes"),
        () -> {
          mailboxes.remove(mailbox.id());
          refresh();
        });
  }

  private static Button action(Glyph glyph, String label, Runnable run) {
    var button = new Button(glyph.create(), _ -> run.run());
    button.addThemeVariants(ButtonVariant.TERTIARY);
    button.setAriaLabel(label);
    button.setTooltipText(label);
    return button;
  }
}
