package eu.rempart.account.ui;

import static eu.rempart.shell.text.Texts.t;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.rempart.account.Admissions;
import eu.rempart.account.joining.WaitingMember;
import eu.rempart.shell.part.Confirmation;
import eu.rempart.shell.part.Live;
import eu.rempart.shell.part.Notices;
import eu.rempart.shell.text.Formats;
import eu.rempart.vault.lock.VaultLockedException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who chose a password and is not let in yet; not there while nobody waits. */
final class WaitingPanel extends Section {

  private static final long serialVersionUID = 1L;
  private static final Logger log = LoggerFactory.getLogger(WaitingPanel.class);
  private static final Duration NEWS = Duration.ofSeconds(3);

  private final transient Admissions service;
  private final transient Runnable changed;
  private transient List<WaitingMember> shown = List.of();

  /**
   * @param changed called when somebody was let in or refused
   */
  WaitingPanel(Admissions service, Runnable changed) {
    this.service = service;
    this.changed = changed;
    addClassName("account-section");
    setVisible(false);
    show(service.waiting());
    Live.every(this, NEWS, this::look);
  }

  void look() {
    try {
      var now = service.waiting();
      if (!now.equals(shown)) {
        show(now);
        changed.run();
      }
    } catch (VaultLockedException _) {
      log.debug("the vault was locked in this moment: the page leaves by itself");
    }
  }

  private void show(List<WaitingMember> waiting) {
    shown = waiting;
    removeAll();
    setVisible(!waiting.isEmpty());
    var list = new UnorderedList();
    list.addClassName("account-waiting");
    waiting.forEach(each -> list.add(line(each)));
    var sentence = new Paragraph(t("account.waiting.sentence"));
    sentence.addClassName("account-soft");
    add(new H2(t("account.waiting.title")), sentence, list);
  }

  private ListItem line(WaitingMember waiting) {
    var name = MemberText.of(waiting.name());
    var facts =
        new Span(
            t(
                "account.waiting.facts",
                RoleText.of(waiting.role()),
                Formats.dateTime(waiting.since()),
                Formats.dateTime(waiting.until())));
    facts.addClassName("account-soft");
    var words = new Div(new Span(name), facts);
    words.addClassName("account-person-words");
    if (waiting.words().isEmpty()) {
      words.add(alert(t("account.waiting.damaged")));
    } else {
      words.add(new KeyWords(waiting.words()));
      waiting.roleFault().ifPresent(code -> words.add(alert(t("account.members.tampered", code))));
    }
    var refuse = new Button(t("account.waiting.refuse"), _ -> ask(waiting, name));
    refuse.setAriaLabel(t("account.waiting.refuse.who", name));
    var item = new ListItem(words, refuse);
    item.addClassName("account-session");
    return item;
  }

  private static Paragraph alert(String text) {
    var alert = new Paragraph(text);
    alert.getElement().setAttribute("role", "alert");
    return alert;
  }

  private void ask(WaitingMember waiting, String name) {
    Confirmation.askDanger(
        t("account.waiting.refuse.who", name),
        t("account.waiting.refuse.sentence"),
        t("account.waiting.refuse"),
        () -> {
          service.refuse(waiting.memberId());
          Notices.success(t("account.waiting.refused"));
          look();
        });
  }
}
